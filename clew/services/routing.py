"""Who takes what waits in the queues: owner first, then whoever has least and waited longest.

A simple fair rule: an agent who takes work and has fewer than the soft limit of cases with
the next move theirs may get one more. Of those who may, the owner of the contact's earlier
case comes first, then the one with the fewest, then the one who was given work longest ago.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.ids import AgentId, WorkspaceId
from clew.domain.owning import Assignment, assign, owner_left, owner_returned
from clew.domain.people import Agent
from clew.ports.store import Changes, Transaction
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.journal import entries

NEVER = datetime.min.replace(tzinfo=UTC)


async def route(workspace_id: WorkspaceId, deps: Deps, limit: int) -> int:
    """Give queued cases to agents who take work; return how many were given."""
    workplace = await deps.directory.workplace(workspace_id)
    if not any(workplace.is_reachable(agent_id) for agent_id in workplace.agents):
        return 0
    now = deps.clock.now()
    async with deps.store.write() as tx:
        queued = await tx.queued_cases(workspace_id, limit)
        if not queued:
            return 0
        changes = Changes(workspace_id=workspace_id, at=now)
        desk = _Desk(workplace, dict(await tx.loads(workspace_id)), deps.limits.soft_limit)
        for case in queued:
            agent = desk.choose(case)
            if agent is not None:
                _give(case, agent, now, changes)
                desk.note(agent, now)
        await _save(desk.given(), tx)
        if changes.cases:
            await tx.record(changes)
    if changes.cases:
        deps.directory.forget(workspace_id)
    return len(changes.cases)


async def follow_owner(agent: Agent, workspace_id: WorkspaceId, deps: Deps) -> None:
    """Pass an agent's moves to the queues when they stop taking work, and back when they start."""
    workplace = await deps.directory.workplace(workspace_id)
    is_here = workplace.is_reachable(agent.id)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        changes = Changes(workspace_id=workspace_id, at=now)
        for case in await tx.cases_owned_by(workspace_id, agent.id):
            happened = owner_returned(case, now) if is_here else owner_left(case, now)
            if happened:
                after = apply_all(case, happened)
                changes.change(after, case)
                changes.log.extend(entries(after, happened))
        if changes.cases:
            await tx.record(changes)


class _Desk:
    """Who has how much, as work is given out."""

    def __init__(self, workplace: Workplace, loads: dict[AgentId, int], soft_limit: int) -> None:
        self._workplace = workplace
        self._loads = loads
        self._limit = soft_limit
        self._given: dict[AgentId, Agent] = {}

    def choose(self, case: Case) -> Agent | None:
        """Return who should have a case, or None when nobody can take more."""
        team = self._workplace.members(case.facts.team_id)
        able = [
            self._given.get(agent.id, agent)
            for agent in team
            if self._workplace.is_reachable(agent.id) and self._load(agent.id) < self._limit
        ]
        owner = next((agent for agent in able if agent.id == case.facts.owner_id), None)
        if case.facts.is_offered:
            return None  # its owner is late and may still answer; taking it over is a choice
        return owner or min(able, key=self._turn, default=None)

    def note(self, agent: Agent, now: datetime) -> None:
        """Count one more case for an agent."""
        self._loads[agent.id] = self._load(agent.id) + 1
        self._given[agent.id] = replace(agent, last_assigned_at=now)

    def given(self) -> Iterable[Agent]:
        """Return the agents who were given work."""
        return self._given.values()

    def _load(self, agent_id: AgentId) -> int:
        return self._loads.get(agent_id, 0)

    def _turn(self, agent: Agent) -> tuple[int, datetime, str]:
        return self._load(agent.id), agent.last_assigned_at or NEVER, str(agent.id)


def _give(case: Case, agent: Agent, now: datetime, changes: Changes) -> None:
    wanted = Assignment(owner_id=agent.id, team_id=case.facts.team_id, cause=events.Cause.ROUTING)
    happened = assign(case, wanted, now)
    after = apply_all(case, happened)
    changes.change(after, case)
    changes.log.extend(entries(after, happened))


async def _save(agents: Iterable[Agent], tx: Transaction) -> None:
    for agent in agents:
        await tx.people.save_agent(agent)
