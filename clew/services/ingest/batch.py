"""One batch of raw events, from claim to commit; one poisonous event does not stop the rest."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import structlog

from clew.domain.errors import Conflict
from clew.domain.ids import InboxId, WorkspaceId
from clew.domain.reasons import Reason
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
from clew.ports.faults import faultpoint
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
from clew.services.ingest.parsing import REASON_MAX_CHARS, Parsed, Said, parse, question_for
from clew.services.ingest.receipts import take_receipt
from clew.services.ingest.touches import (
    catch_up,
    take_new_identity,
    take_notice,
    take_opt,
    take_touch,
)
from clew.services.ingest.vouching import vouched
from clew.services.ingest.work import Work
from clew.services.recognition.proving import note_proof

logger = structlog.get_logger(__name__)

# Two workers that meet a contact for the first time make them twice; the second one fails on a
# unique row, and finds them when it looks again. So does one that contacts are joined under.
ATTEMPTS = 6

# What each thing that channels say leads to; what is missing has no effect (chat opened, ignored,
# unreadable parts, which their event's verdict tells of). Any: each takes the type it stands under.
TAKE: dict[type[Incoming], Callable[[Work, Said, Any], None]] = {
    IncomingMessage: take_message,
    Receipt: take_receipt,
    IncomingReaction: take_touch,
    IncomingEdit: take_touch,
    IncomingDeletion: take_touch,
    IdentityChanged: take_new_identity,
    OptOut: take_opt,
    OptIn: take_opt,
    InboxNotice: take_notice,
}

# These are told apart by their own unique rows or states; the others by the key of their effect.
SELF_KEYED = (IncomingMessage, Receipt)


async def ingest(deps: Deps, limit: int) -> int:
    """Take in at most `limit` raw events; return how many there were.

    A batch that fails is taken by halves, down to the one event that fails alone: that goes to
    quarantine with its reason, and all others have their effect.

    Raises:
        StoreIsUnavailable: Nothing was lost; try again later.
    """
    claimed: list[IntakeEvent] = []
    try:
        return await _ingest(claimed, limit, deps)
    except StoreIsUnavailable:
        raise
    except Exception as failure:
        if not claimed:
            raise
        if len(claimed) == 1:
            await _set_aside(claimed[0], failure, deps)
            return 1
        logger.warning(
            "a batch failed, taking it by halves", size=len(claimed), why=repr(failure)[:200]
        )
    first = len(claimed) // 2
    taken = await ingest(deps, first)
    return taken + await ingest(deps, len(claimed) - first) if taken else 0


async def _ingest(claimed: list[IntakeEvent], limit: int, deps: Deps) -> int:
    """Take in one batch; which events it was is left in `claimed`, also when this fails."""
    for _ in range(ATTEMPTS - 1):
        with suppress(Conflict):
            return await _ingest_once(claimed, limit, deps)
    return await _ingest_once(claimed, limit, deps)


async def _ingest_once(claimed: list[IntakeEvent], limit: int, deps: Deps) -> int:
    async with deps.store.claim(limit) as claim:
        claimed[:] = claim.events
        if claimed:
            faultpoint("F9")
            parsed = await parse(await vouched(claimed, deps), deps)
            claimed[:] = [event for event in claimed if event.id in parsed.verdicts]
            async with claim.write() as tx:
                await _take_in(parsed, tx, deps)
                faultpoint("F12")
    if claimed:
        faultpoint("F13")
    return len(claimed)


async def _set_aside(event: IntakeEvent, failure: Exception, deps: Deps) -> None:
    logger.error("an event failed and goes to quarantine", event_id=event.id, exc_info=failure)
    problem = f"{type(failure).__name__}: {failure}"
    reason = Reason.FAILED_TO_READ.said(problem=problem)[:REASON_MAX_CHARS]
    async with deps.store.claim(1) as claim:
        # Another worker may hold it, or have taken it in meanwhile; then it is theirs to judge.
        if [one.id for one in claim.events] == [event.id]:
            async with claim.write() as tx:
                await tx.finish_intake([(event.id, IntakeState.QUARANTINED, reason)])


async def take_directly(
    said: Sequence[Said], tx: Transaction, deps: Deps, then: Callable[[Work], None] | None = None
) -> None:
    """Take in what a client of our own said to us, in the caller's transaction.

    `then` may add to what was decided, before it is recorded.
    """
    await _understand(said[0].inbox.workspace_id, said, tx, deps, then)


async def _take_in(parsed: Parsed, tx: Transaction, deps: Deps) -> None:
    for workspace_id, said in parsed.said.items():
        if said:
            await _understand(workspace_id, said, tx, deps)
    await tx.finish_intake(
        [(event_id, state, reason) for event_id, (state, reason) in parsed.verdicts.items()]
    )


async def _understand(
    workspace_id: WorkspaceId,
    said: Sequence[Said],
    tx: Transaction,
    deps: Deps,
    then: Callable[[Work], None] | None = None,
) -> None:
    context = await tx.inbound_context(question_for(workspace_id, said))
    teams = {one.inbox.team_id for one in said}
    teams.update(case.facts.team_id for cases in context.cases.values() for case in cases)
    workplace = await deps.directory.workplace(workspace_id, knowing=teams)
    changes = Changes(workspace_id=workspace_id, at=deps.clock.now())
    work = Work.on(deps, workplace, context, changes)
    for one in said:
        _take(work, one)
    faultpoint("F10")
    if then is not None:
        then(work)
    await _number_new_cases(changes, tx)
    for inbox_id in {one.inbox.id for one in said}:
        work.learn(inbox_id, InboxNews(received_at=work.now))
    for inbox_id, news in work.news.items():
        await tx.people.note_inbox(inbox_id, news)
    await tx.record(changes)
    for both, reason in sorted(work.same.items()):
        await note_proof(both, reason, workspace_id, tx, deps)
    if any(change.before is None for change in changes.cases.values()):
        tx.tell(Topic.ROUTING, workspace_id)


def _take(work: Work, said: Said) -> None:
    take = TAKE.get(type(said.item))
    if take is None:
        return
    if not isinstance(said.item, SELF_KEYED) and not _is_first(work, said.inbox.id, said.item):
        return
    take(work, said, said.item)
    if isinstance(said.item, SELF_KEYED):
        catch_up(work, said, said.item.provider_id)


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
