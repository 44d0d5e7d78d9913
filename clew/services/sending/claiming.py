"""Which deliveries are taken now, and what becomes of those whose sender vanished."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from clew.domain.ids import WorkspaceId
from clew.domain.message import Delivery, DeliveryState
from clew.domain.reasons import Reason
from clew.ports.channel import Retry
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import DELIVERY_CHANGED
from clew.services.deps import Deps
from clew.services.sending.letters import patience_with, progress_of
from clew.services.sending.recording import LOST, give_back
from clew.services.sending.sender import Sender
from clew.services.sending.verdicts import Doubt, Ending, judge

# Long enough to load a message and write down its first step; each step then takes its own.
FIRST_LEASE = timedelta(seconds=60)


async def claim(sender: Sender, limit: int) -> list[Delivery]:
    """Take at most `limit` due deliveries; those of pausing inboxes are put back."""
    deps = sender.deps
    now = deps.clock.now()
    async with deps.store.write() as tx:
        taken = await tx.claim_deliveries(now, now + FIRST_LEASE, limit)
    ready: list[Delivery] = []
    held: list[tuple[Delivery, datetime]] = []
    for delivery in taken:
        until = sender.pacing.paused_until(delivery.inbox_id, now)
        if until is None:
            ready.append(delivery)
        else:
            held.append((delivery, until))
    if held:
        await _put_back(held, deps)
    return ready


async def _put_back(held: Sequence[tuple[Delivery, datetime]], deps: Deps) -> None:
    by_workspace: defaultdict[WorkspaceId, list[Delivery]] = defaultdict(list)
    for delivery, until in held:
        queued = replace(
            delivery,
            state=DeliveryState.QUEUED,
            next_attempt_at=until,
            attempts=delivery.attempts - 1,
            lease_until=None,
        )
        by_workspace[delivery.workspace_id].append(queued)
    async with deps.store.write() as tx:
        for workspace_id, deliveries in by_workspace.items():
            await tx.record(
                Changes(
                    workspace_id=workspace_id,
                    at=deps.clock.now(),
                    updated_deliveries=deliveries,
                )
            )


async def recover(sender: Sender, limit: int) -> int:
    """Settle deliveries whose sender vanished; return how many there were.

    What was not on its way for good is queued again. Of the rest nobody knows whether the contact
    got it: it is called unknown, and the move comes back.
    """
    recovered = 0
    while recovered < limit and await _recover_one(sender):
        recovered += 1
    return recovered


async def _recover_one(sender: Sender) -> bool:
    deps = sender.deps
    now = deps.clock.now()
    async with deps.store.write() as tx:
        found = await tx.expired_deliveries(now, 1)
        if not found:
            return False
        progress = progress_of(found[0])
        ending: Ending = (
            Doubt(reason=Reason.STOPPED_BEFORE_ANSWER.said(), progress=progress)
            if progress.is_asking
            else Retry(Reason.STOPPED_BEFORE_LEAVING.said(), progress)
        )
        patience = await patience_with(found[0], deps)
        await _record(judge(found[0], ending, now, sender.chance(), patience), tx, deps)
    return True


async def _record(delivery: Delivery, tx: Transaction, deps: Deps) -> None:
    changes = Changes(workspace_id=delivery.workspace_id, at=deps.clock.now())
    changes.updated_deliveries.append(delivery)
    changes.log.append(
        LogEntry(
            kind=DELIVERY_CHANGED,
            at=changes.at,
            conversation_id=delivery.conversation_id,
            case_id=delivery.case_id,
            message_id=delivery.message_id,
            data={"state": delivery.state.value, "reason": delivery.reason},
        )
    )
    if delivery.state in LOST:
        await give_back(changes, delivery, tx, deps)
    await tx.record(changes)
