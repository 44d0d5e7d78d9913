"""What time alone brings about: due timers, ladders, nudges and closings are carried out.

Deadlines are rows, not timers: a sweep takes what is due, so a restart loses nothing and a
long stop is made up for, each rung once and in order.
"""

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.clocks import nudge_is_due, nudged, what_is_due
from clew.ports.bus import Topic
from clew.ports.store import Changes
from clew.services.deps import Deps
from clew.services.directory import Workplace
from clew.services.journal import entries

# More rungs than any stop can make up for in one sweep; the next sweep goes on.
RUNGS_AT_ONCE = 50


async def sweep(deps: Deps, limit: int) -> int:
    """Carry out what is due in at most `limit` cases; return how many were due."""
    now = deps.clock.now()
    batches: dict[object, Changes] = {}
    async with deps.store.write() as tx:
        due = await tx.due_cases(now, limit)
        for case in due:
            workplace = await deps.directory.workplace(case.workspace_id)
            happened = _happens(case, workplace, deps)
            if not happened:
                continue
            after = apply_all(case, happened)
            changes = batches.setdefault(
                case.workspace_id, Changes(workspace_id=case.workspace_id, at=now)
            )
            changes.change(after, case)
            changes.log.extend(entries(after, happened))
        for changes in batches.values():
            await tx.record(changes)
            tx.tell(Topic.ROUTING, changes.workspace_id)
    return len(due)


def _happens(case: Case, workplace: Workplace, deps: Deps) -> list[events.Event]:
    """Return all that is due in a case by now, rung by rung."""
    now = deps.clock.now()
    policy = workplace.policy(case.facts.team_id)
    happened: list[events.Event] = []
    for _ in range(RUNGS_AT_ONCE):
        next_ones = what_is_due(case, now, policy)
        if not next_ones and nudge_is_due(case, now):
            next_ones = (nudged(case, now),)
        if not next_ones:
            break
        happened += next_ones
        case = apply_all(case, next_ones)
    return happened
