"""One batch of raw events, from claim to commit; one poisonous event does not stop the rest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import structlog

from clew.domain.ids import InboxId, WorkspaceId
from clew.ports.bus import Topic
from clew.ports.channel import (
    IdentityChanged,
    InboxNotice,
    Incoming,
    IncomingDeletion,
    IncomingEdit,
    IncomingMessage,
    IncomingReaction,
    OptIn,
    OptOut,
    Receipt,
    dedupe_key,
)
from clew.ports.store import (
    Changes,
    IntakeEvent,
    IntakeState,
    StoreIsUnavailable,
    Transaction,
)
from clew.ports.store.people import InboxNews
from clew.services.deps import Deps
from clew.services.ingest.messages import take_message
from clew.services.ingest.parsing import Said, parse, question_for
from clew.services.ingest.receipts import take_receipt
from clew.services.ingest.touches import (
    take_deletion,
    take_edit,
    take_new_identity,
    take_notice,
    take_opt,
    take_reaction,
)
from clew.services.ingest.work import Work

logger = structlog.get_logger(__name__)

# What each thing that channels say leads to; what is missing has no effect (chat opened, ignored,
# unreadable parts, which their event's verdict tells of). Any: each takes the type it stands under.
TAKE: dict[type[Incoming], Callable[[Work, Said, Any], None]] = {
    IncomingMessage: take_message,
    Receipt: take_receipt,
    IncomingReaction: take_reaction,
    IncomingEdit: take_edit,
    IncomingDeletion: take_deletion,
    IdentityChanged: take_new_identity,
    OptOut: take_opt,
    OptIn: take_opt,
    InboxNotice: take_notice,
}

# These are told apart by their own unique rows or states; the others by the key of their effect.
SELF_KEYED: tuple[type[Incoming], ...] = (IncomingMessage, Receipt)


async def ingest(deps: Deps, limit: int) -> int:
    """Take in at most `limit` raw events; return how many there were.

    A batch that fails as a whole is taken event by event, and the one that fails alone goes
    to quarantine with its reason.

    Raises:
        StoreIsUnavailable: Nothing was lost; try again later.
    """
    try:
        return await _ingest(deps, limit)
    except StoreIsUnavailable:
        raise
    except Exception:
        logger.exception("a batch failed, taking its events one by one", limit=limit)
    for taken in range(limit):
        if not await _ingest_one(deps):
            return taken
    return limit


async def _ingest(deps: Deps, limit: int) -> int:
    async with deps.store.write() as tx:
        events = await tx.claim_intake(limit)
        if events:
            await _take_in(events, tx, deps)
    return len(events)


async def _ingest_one(deps: Deps) -> bool:
    claimed: list[IntakeEvent] = []
    try:
        async with deps.store.write() as tx:
            claimed = await tx.claim_intake(1)
            if claimed:
                await _take_in(claimed, tx, deps)
    except StoreIsUnavailable:
        raise
    except Exception as failure:
        logger.exception("an event failed and goes to quarantine", event_id=claimed[0].id)
        reason = f"{type(failure).__name__}: {failure}"[:500]
        async with deps.store.write() as tx:
            again = await tx.claim_intake(1)
            finished = [(one.id, IntakeState.QUARANTINED, reason) for one in again]
            await tx.finish_intake(finished)
    return bool(claimed)


async def _take_in(events: Sequence[IntakeEvent], tx: Transaction, deps: Deps) -> None:
    parsed = await parse(events, deps)
    for workspace_id, said in parsed.said.items():
        if said:
            await _understand(workspace_id, said, tx, deps)
    await tx.finish_intake(
        [(event_id, state, reason) for event_id, (state, reason) in parsed.verdicts.items()]
    )


async def _understand(
    workspace_id: WorkspaceId, said: Sequence[Said], tx: Transaction, deps: Deps
) -> None:
    workplace = await deps.directory.workplace(workspace_id)
    context = await tx.inbound_context(question_for(workspace_id, said))
    changes = Changes(workspace_id=workspace_id, at=deps.clock.now())
    work = Work.on(deps, workplace, context, changes)
    for one in said:
        _take(work, one)
    await _number_new_cases(changes, tx)
    for inbox_id in {one.inbox.id for one in said}:
        work.learn(inbox_id, InboxNews(received_at=work.now))
    for inbox_id, news in work.news.items():
        await tx.people.note_inbox(inbox_id, news)
    await tx.record(changes)
    if any(change.before is None for change in changes.cases.values()):
        tx.tell(Topic.ROUTING, workspace_id)


def _take(work: Work, said: Said) -> None:
    take = TAKE.get(type(said.item))
    if take is None:
        return
    if not isinstance(said.item, SELF_KEYED) and not _is_first(work, said.inbox.id, said.item):
        return
    take(work, said, said.item)


def _is_first(work: Work, inbox_id: InboxId, item: Incoming) -> bool:
    key = (inbox_id, dedupe_key(item))
    if key in work.context.effects:
        return False
    work.context.effects.add(key)
    work.changes.effects.append(key)
    return True


async def _number_new_cases(changes: Changes, tx: Transaction) -> None:
    new = [change.after for change in changes.cases.values() if change.before is None]
    if not new:
        return
    first = await tx.next_numbers(changes.workspace_id, len(new))
    for number, case in enumerate(new, start=first):
        changes.cases[case.id] = replace(changes.cases[case.id], after=replace(case, number=number))
