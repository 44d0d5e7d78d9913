"""Who shall have a case: an agent gives it to a person, or to the queue of a team."""

from dataclasses import dataclass

from clew.domain.access import Permission, require
from clew.domain.errors import Conflict, InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, CaseId, TeamId
from clew.domain.owning import Assignment
from clew.domain.owning import assign as give
from clew.domain.people import Agent
from clew.ports.store import Transaction
from clew.services.asking import Asker, load_case, record_case
from clew.services.availability import is_here
from clew.services.deps import Deps


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Who shall have a case: a person, a team's queue, or both a team and a person in it."""

    case_id: CaseId
    agent_id: AgentId | None = None
    team_id: TeamId | None = None
    expected_v: int | None = None


async def assign(command: Assign, *, asker: Asker, deps: Deps) -> None:
    """Give a case to a person or to a team's queue.

    Raises:
        NotFound: No such case, agent or team here.
        Conflict: It was changed since the asker looked.
        InvalidInput: Neither was named, or the agent is disabled.
    """
    require(asker.agent.role, Permission.ANSWER)
    if command.agent_id is None and command.team_id is None:
        raise InvalidInput("agent_id", "name a person or a team", Fault.MISSING)
    await _check_team(command, asker, deps)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        agent = await _assignee(command, asker, tx)
        case = await load_case(tx, asker, command.case_id)
        await _check_unchanged(command, asker, deps)
        wanted = Assignment(
            owner_id=agent.id if agent else None,
            team_id=command.team_id or case.facts.team_id,
            is_reachable=agent is None or agent.id == asker.id or is_here(agent),
            by=asker.id,
        )
        await record_case(tx, asker, case, give(case, wanted, now), now)


async def _check_team(command: Assign, asker: Asker, deps: Deps) -> None:
    if command.team_id is not None:
        workplace = await deps.directory.workplace(asker.workspace_id, knowing=[command.team_id])
        if command.team_id not in workplace.teams:
            raise NotFound("team", command.team_id)


async def _assignee(command: Assign, asker: Asker, tx: Transaction) -> Agent | None:
    """Return who shall have the case, as they are this moment and not in a snapshot."""
    if command.agent_id is None:
        return None
    agent = await tx.people.agent(asker.workspace_id, command.agent_id)
    if agent is None:
        raise NotFound("agent", command.agent_id)
    if agent.is_disabled:
        raise InvalidInput("agent_id", "this person no longer works here", Fault.UNKNOWN)
    return agent


async def _check_unchanged(command: Assign, asker: Asker, deps: Deps) -> None:
    """Refuse to decide on an older state than the present one, while the case is locked."""
    if command.expected_v is not None:
        async with deps.store.read() as reader:
            view = await reader.case(asker.workspace_id, command.case_id, asker.id)
        if view is not None and view.v != command.expected_v:
            raise Conflict("case")
