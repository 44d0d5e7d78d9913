"""Who takes what waits in the queues: owner first, then whoever has least and waited longest.

A simple fair rule: an agent who takes work and has fewer than the soft limit of cases with
the next move theirs may get one more. Of those who may, the owner of the case comes first, or
of the case that it follows on; then the one with the fewest; then the one who was given work
longest ago.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.ids import AgentId, TeamId, WorkspaceId
from clew.domain.owning import Assignment, assign
from clew.domain.people import Agent
from clew.ports.store import Changes, Transaction
from clew.services.availability import is_here
from clew.services.deps import Deps
from clew.services.journal import entries

NEVER = datetime.min.replace(tzinfo=UTC)


async def route(workspace_id: WorkspaceId, deps: Deps, limit: int) -> int:
    """Give queued cases to agents who take work; return how many were given.

    Agents are read anew, not from a snapshot: nothing is given to whoever has just left. The
    snapshot only says whether it is worth while to ask.
    """
    workplace = await deps.directory.workplace(workspace_id)
    if not any(workplace.is_reachable(agent_id) for agent_id in workplace.agents):
        return 0
    now = deps.clock.now()
    async with deps.store.write() as tx:
        agents = await tx.people.agents(workspace_id)
        if not any(is_here(agent) for agent in agents):
            return 0
        desk = _desk(agents, await tx.loads(workspace_id), deps.limits.soft_limit)
        if not desk.teams:
            return 0
        changes = Changes(workspace_id=workspace_id, at=now)
        # Teams where nobody can take more are not asked for: their queues would hide the others'.
        for case in await tx.queued_cases(workspace_id, limit, desk.teams):
            if desk.is_kept(case):
                continue
            agent = desk.choose(case, await _favourite(case, tx))
            if agent is not None:
                _give(case, agent, now, changes)
        if changes.cases:
            await tx.people.note_assigned(desk.given, now)
            await tx.record(changes)
    return len(changes.cases)


async def _favourite(case: Case, tx: Transaction) -> AgentId | None:
    """Return who knows the matter: the owner, or the owner of the case that this one follows on."""
    if case.facts.owner_id is not None or case.previous_case_id is None:
        return case.facts.owner_id
    previous = await tx.case(case.workspace_id, case.previous_case_id)
    return previous.facts.owner_id if previous else None


@dataclass(slots=True)
class _Desk:
    """Who may be given more, and who has how much, as work is given out."""

    here: frozenset[AgentId]
    teams: Mapping[TeamId, Sequence[Agent]]
    loads: dict[AgentId, int]
    limit: int
    given: list[AgentId] = field(default_factory=list)

    def is_kept(self, case: Case) -> bool:
        """Say whether an owner who is merely late keeps a case; to take it over is a choice."""
        return case.facts.is_offered and case.facts.owner_id in self.here

    def choose(self, case: Case, favourite: AgentId | None) -> Agent | None:
        """Return who gets a case, and count it; None when nobody can take more."""
        able = [
            agent
            for agent in self.teams.get(case.facts.team_id, ())
            if self.loads.get(agent.id, 0) < self.limit
        ]
        known = next((agent for agent in able if agent.id == favourite), None)
        chosen = known or min(able, key=self._turn, default=None)
        if chosen is not None:
            self.loads[chosen.id] = self.loads.get(chosen.id, 0) + 1
            self.given.append(chosen.id)
        return chosen

    def _turn(self, agent: Agent) -> tuple[int, int, datetime, str]:
        times = self.given.count(agent.id)
        at = agent.last_assigned_at or NEVER
        return self.loads.get(agent.id, 0), times, at, str(agent.id)


def _desk(agents: Sequence[Agent], loads: Mapping[AgentId, int], limit: int) -> _Desk:
    here = [agent for agent in agents if is_here(agent)]
    teams: defaultdict[TeamId, list[Agent]] = defaultdict(list)
    for agent in here:
        if loads.get(agent.id, 0) < limit:
            for team_id in agent.team_ids:
                teams[team_id].append(agent)
    known = frozenset(agent.id for agent in here)
    return _Desk(here=known, teams=teams, loads=dict(loads), limit=limit)


def _give(case: Case, agent: Agent, now: datetime, changes: Changes) -> None:
    wanted = Assignment(owner_id=agent.id, team_id=case.facts.team_id, cause=events.Cause.ROUTING)
    happened = assign(case, wanted, now)
    after = apply_all(case, happened)
    changes.change(after, case)
    changes.log.extend(entries(after, happened))
