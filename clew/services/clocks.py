"""What time alone brings about: due timers, ladders, nudges and closings are carried out.

Deadlines are rows, not timers: a sweep takes what is due, so a restart loses nothing and a
long stop is made up for, each rung once and in order.
"""

from collections.abc import Sequence
from datetime import datetime

import structlog

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.clocks import nudge_is_due, nudged, what_is_due
from clew.domain.ids import WorkspaceId
from clew.domain.sla.policy import Policy
from clew.ports.bus import Topic
from clew.ports.faults import faultpoint
from clew.ports.store import Changes, StoreIsUnavailable, Transaction
from clew.services.deps import Deps
from clew.services.journal import entries
from clew.services.silence import ask_once_more, say_farewell

logger = structlog.get_logger(__name__)

# More rungs than any stop can make up for in one sweep; the next sweep goes on.
RUNGS_AT_ONCE = 50


async def sweep(deps: Deps, limit: int) -> int:
    """Carry out what is due in at most `limit` cases; return how many of them moved on.

    A case that cannot be understood, or whose change the database refuses, is left as it is and
    told of, so that it holds up no other.

    Raises:
        StoreIsUnavailable: Nothing was lost; try again later.
    """
    now = deps.clock.now()
    due: list[Case] = []
    try:
        async with deps.store.write() as tx:
            due = await tx.due_cases(now, limit)
            return await _move_on(due, now, tx, deps)
    except StoreIsUnavailable:
        raise
    except Exception as failure:
        if not due:
            raise
        logger.warning("a sweep failed, taking its cases singly", why=repr(failure)[:200])
    return sum([await _move_on_alone(case, now, deps) for case in due])


async def _move_on(due: Sequence[Case], now: datetime, tx: Transaction, deps: Deps) -> int:
    batches: dict[WorkspaceId, Changes] = {}
    for case in due:
        happened = await _happens(case, now, tx, deps)
        if not happened:
            continue
        after = apply_all(case, happened)
        changes = batches.setdefault(
            case.workspace_id, Changes(workspace_id=case.workspace_id, at=now)
        )
        changes.change(after, case)
        changes.log.extend(entries(after, happened))
    faultpoint("F21")
    for changes in batches.values():
        await tx.record(changes)
        tx.tell(Topic.ROUTING, changes.workspace_id)
    return sum(len(changes.cases) for changes in batches.values())


async def _move_on_alone(case: Case, now: datetime, deps: Deps) -> int:
    try:
        async with deps.store.write() as tx:
            current = await tx.case(case.workspace_id, case.id)
            return await _move_on([current], now, tx, deps) if current else 0
    except StoreIsUnavailable:
        raise
    except Exception:
        logger.exception("what is due in a case cannot be kept", case_id=str(case.id))
        return 0


async def _happens(case: Case, now: datetime, tx: Transaction, deps: Deps) -> list[events.Event]:
    """Return all that is due in a case; what its contact is told at that is queued."""
    workplace = await deps.directory.workplace(case.workspace_id, knowing=[case.facts.team_id])
    team = workplace.teams.get(case.facts.team_id)
    try:
        policy = workplace.policy(case.facts.team_id)
        happened = _due(case, now, policy)
        after = apply_all(case, happened)
        needs_nudge = nudge_is_due(after, now)
    except Exception:
        logger.exception("what is due in a case cannot be told", case_id=str(case.id))
        return []
    if needs_nudge:
        asked = nudged(after, now, await ask_once_more(after, team, tx=tx, deps=deps))
        happened += [asked, *_due(apply_all(after, (asked,)), now, policy)]
    if any(isinstance(one, events.CaseResolved) for one in happened):
        await say_farewell(case, team, tx=tx, deps=deps)
    return happened


def _due(case: Case, now: datetime, policy: Policy) -> list[events.Event]:
    """Return what is due in a case by now, rung by rung, until the contact is to be asked."""
    happened: list[events.Event] = []
    for _ in range(RUNGS_AT_ONCE):
        next_ones = what_is_due(case, now, policy)
        if not next_ones:
            break
        happened += next_ones
        case = apply_all(case, next_ones)
    return happened
