"""Agents come and go: while one is away, the queue of the team holds the moves of their cases."""

from dataclasses import replace

from clew.domain.case import apply_all
from clew.domain.owning import owner_left, owner_returned
from clew.domain.people import Agent, Availability
from clew.ports.bus import Topic
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import AGENT_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.journal import entries
from clew.services.sessions import Sessions


async def set_availability(
    availability: Availability, *, asker: Asker, deps: Deps, sessions: Sessions
) -> Agent:
    """Say whether the asker takes work now; their open cases follow."""
    now = deps.clock.now()
    async with deps.store.write() as tx:
        before = await tx.people.agent(asker.workspace_id, asker.id) or asker.agent
        after = replace(before, availability=availability)
        entry = LogEntry(kind=AGENT_CHANGED, at=now, agent_id=asker.id, actor=asker.author)
        changes = Changes(workspace_id=asker.workspace_id, at=now, log=[entry])
        await tx.people.save_agent(after)
        await hand_over(tx, changes, before, after)
        await tx.record(changes)
        tx.tell(Topic.ROUTING, asker.workspace_id)
    sessions.forget(asker.id)
    deps.directory.forget(asker.workspace_id)
    return after


async def hand_over(
    tx: Transaction,
    changes: Changes,
    before: Agent,
    after: Agent,
) -> None:
    """Add to `changes` what an agent's coming or going does to the cases they own."""
    if is_here(before) == is_here(after):
        return
    verb = owner_returned if is_here(after) else owner_left
    for case in await tx.cases_owned_by(after.workspace_id, after.id):
        happened = verb(case, changes.at)
        if happened:
            changed = apply_all(case, happened)
            changes.change(changed, case)
            changes.log.extend(entries(changed, happened))


def is_here(agent: Agent) -> bool:
    """Say whether an agent takes work."""
    return agent.availability is Availability.AVAILABLE and not agent.is_disabled
