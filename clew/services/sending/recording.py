"""Writing down what became of a delivery, with all that follows from it, in one transaction."""

from dataclasses import replace

import structlog

from clew.domain.case import apply_all
from clew.domain.consent import EVERY_CHANNEL
from clew.domain.errors import Conflict
from clew.domain.message import Delivery, DeliveryState
from clew.domain.replying import fail_delivery
from clew.ports.channel import (
    InboxConfig,
    Misconfigured,
    RefusalCause,
    Refused,
    Sent,
)
from clew.ports.store import Changes, LogEntry, MessageEdit, Transaction
from clew.ports.store.kinds import DELIVERY_CHANGED
from clew.ports.store.people import InboxNews
from clew.services.address_failures import note_failure
from clew.services.deps import Deps
from clew.services.inbox_health import turn_amber
from clew.services.journal import entries
from clew.services.opt_outs import Wisher, note_opt_out, scope_in
from clew.services.owners import met_again
from clew.services.read_marks import note_answered
from clew.services.sending.letters import patience_with
from clew.services.sending.verdicts import Ending, judge
from clew.services.visitors.reaching import watch

logger = structlog.get_logger(__name__)

LOST: frozenset[DeliveryState] = frozenset({DeliveryState.FAILED, DeliveryState.UNKNOWN})


async def keep_progress(held: Delivery, changed: Delivery, deps: Deps) -> bool:
    """Write down how far a delivery has come while it is being sent; False: it is not ours now."""
    async with deps.store.write() as tx:
        current = await tx.delivery(held.workspace_id, held.message_id)
        if not _is_ours(current, held):
            return False
        await tx.record(
            Changes(
                workspace_id=held.workspace_id,
                at=deps.clock.now(),
                updated_deliveries=[changed],
            )
        )
    return True


async def settle(
    delivery: Delivery, ending: Ending, chance: float, config: InboxConfig | None, deps: Deps
) -> None:
    """Write down how sending a delivery ended, and what follows for case, inbox and contact."""
    try:
        await _settle(delivery, ending, chance, config, deps)
    except Conflict:
        # A provider that names two messages alike: what was sent stays sent, without the name.
        if not isinstance(ending, Sent):
            raise
        logger.warning("a provider's name is in use", message_id=str(delivery.message_id))
        await _settle(delivery, Sent(()), chance, config, deps)


async def _settle(
    delivery: Delivery, ending: Ending, chance: float, config: InboxConfig | None, deps: Deps
) -> None:
    now = deps.clock.now()
    patience = await patience_with(delivery, deps)
    async with deps.store.write() as tx:
        current = await tx.delivery(delivery.workspace_id, delivery.message_id)
        if current is None:
            return
        if not _is_ours(current, delivery):
            await _settle_late(current, ending, tx, deps)
            return
        after = judge(_where_it_is(delivery, current), ending, now, chance, patience)
        changes = Changes(workspace_id=delivery.workspace_id, at=now)
        _change(changes, current, after)
        if after.state in LOST:
            await give_back(changes, after, tx, deps)
        await _note_refusals(changes, after, ending, tx, deps)
        if _is_window_closed(ending) and after.identity_id is not None:
            changes.window_refused[after.identity_id, after.inbox_id] = now
        has_news = await _learn(changes, after, ending, config, tx)
        await tx.record(changes)
        await watch(after, tx, deps)
        await note_answered(after, tx, deps)
    if has_news:
        deps.directory.forget(delivery.workspace_id)


async def _note_refusals(
    changes: Changes, delivery: Delivery, ending: Ending, tx: Transaction, deps: Deps
) -> None:
    """Keep what a refusal says of the contact: nothing arrives there, or nothing is wanted."""
    scope = scope_in(ending)
    refusal = ending.refusal if isinstance(ending, Refused) else None
    if scope is None and (refusal is None or not refusal.is_for_good):
        return
    case = await tx.case(delivery.workspace_id, delivery.case_id)
    contact_id = case.contact_id if case else None
    note_failure(changes, delivery.identity_id, refusal, contact_id)
    inbox = await deps.directory.inbox(delivery.inbox_id)
    who = Wisher(
        channel=inbox[0].channel if inbox else EVERY_CHANNEL,
        contact_id=contact_id,
        conversation_id=delivery.conversation_id,
        identity_id=delivery.identity_id,
    )
    note_opt_out(changes, who, scope, deps)


async def give_back(changes: Changes, delivery: Delivery, tx: Transaction, deps: Deps) -> None:
    """Let the move come back with its original clock: the contact never saw our reply."""
    case = await tx.case(delivery.workspace_id, delivery.case_id)
    if case is None:
        return
    workplace = await deps.directory.workplace(delivery.workspace_id, knowing=[case.facts.team_id])
    happened = fail_delivery(
        case,
        delivery.message_id,
        delivery.answered,
        delivery.reason,
        at=changes.at,
        policy=workplace.policy(case.facts.team_id),
        kept=delivery.kept,
    )
    after = apply_all(case, happened)
    if not case.is_open:
        met = met_again(after, workplace, changes.at)
        after, happened = apply_all(after, met), (*happened, *met)
    changes.change(after, case)
    changes.log.extend(entries(after, happened))


def _change(changes: Changes, before: Delivery, after: Delivery) -> None:
    """Put a delivery's new state into a batch, and tell of it if people can see a difference."""
    changes.updated_deliveries.append(after)
    names = after.provider_ids
    if after.state is DeliveryState.SENT and names:
        changes.edits.append(MessageEdit(message_id=after.message_id, provider_id=names[0]))
    if after.state is DeliveryState.QUEUED and after.reason == before.reason:
        return
    changes.log.append(_told(after, changes))


def _told(delivery: Delivery, changes: Changes) -> LogEntry:
    return LogEntry(
        kind=DELIVERY_CHANGED,
        at=changes.at,
        conversation_id=delivery.conversation_id,
        case_id=delivery.case_id,
        message_id=delivery.message_id,
        data={"state": delivery.state.value, "reason": delivery.reason},
    )


async def _settle_late(current: Delivery, ending: Ending, tx: Transaction, deps: Deps) -> None:
    """Keep the provider's names when a receipt, or another sender, was faster.

    By them the receipts that come find the message; all else is found out by who was faster.
    """
    logger.warning("a delivery was taken over", message_id=str(current.message_id))
    if not isinstance(ending, Sent) or not ending.provider_ids:
        return
    names = tuple(dict.fromkeys((*current.provider_ids, *ending.provider_ids)))
    edit = MessageEdit(message_id=current.message_id, provider_id=names[0])
    changes = Changes(workspace_id=current.workspace_id, at=deps.clock.now(), edits=[edit])
    changes.updated_deliveries.append(replace(current, provider_ids=names))
    changes.log.append(_told(current, changes))
    await tx.record(changes)
    await note_answered(current, tx, deps)


async def _learn(
    changes: Changes,
    delivery: Delivery,
    ending: Ending,
    config: InboxConfig | None,
    tx: Transaction,
) -> bool:
    """Keep what sending taught us about the inbox; say whether its state changed."""
    if isinstance(ending, Sent):
        await tx.people.note_inbox(delivery.inbox_id, InboxNews(sent_at=changes.at))
    if not isinstance(ending, Misconfigured):
        return False
    return await turn_amber(delivery.inbox_id, ending, config, changes, tx)


def _is_ours(current: Delivery | None, held: Delivery) -> bool:
    """Say whether nobody else has touched a delivery since we wrote it last."""
    return (
        current is not None
        and current.state is DeliveryState.SENDING
        and (current.lease_until, current.attempts) == (held.lease_until, held.attempts)
    )


def _where_it_is(held: Delivery, current: Delivery) -> Delivery:
    """Return what we hold, in its case of now: contacts may have been joined or parted."""
    if held.case_id == current.case_id:
        return replace(held, conversation_id=current.conversation_id)
    return replace(
        held,
        conversation_id=current.conversation_id,
        case_id=current.case_id,
        answered=current.answered,
        kept=current.kept,
        promised=current.promised,
        undo=current.undo,
    )


def _is_window_closed(ending: Ending) -> bool:
    return isinstance(ending, Refused) and ending.refusal.cause is RefusalCause.NEED_TEMPLATE
