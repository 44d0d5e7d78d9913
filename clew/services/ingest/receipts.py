"""Receipts: how far our messages came, and what it means when one did not arrive."""

from dataclasses import replace

from clew.domain.case import Case
from clew.domain.facts import DutyKind
from clew.domain.message import Delivery, DeliveryState, is_forward
from clew.domain.replying import Reply, fail_delivery, reply
from clew.ports.channel import Receipt, ReceiptState, RefusalCause
from clew.ports.store import LogEntry
from clew.ports.store.kinds import DELIVERY_CHANGED
from clew.services.ingest.parsing import Said, own_id
from clew.services.ingest.work import Work

STATES: dict[ReceiptState, DeliveryState] = {
    ReceiptState.SENT: DeliveryState.SENT,
    ReceiptState.DELIVERED: DeliveryState.DELIVERED,
    ReceiptState.READ: DeliveryState.READ,
    ReceiptState.FAILED: DeliveryState.FAILED,
}


# We had given up on these when the receipt came.
LOST: frozenset[DeliveryState] = frozenset({DeliveryState.UNKNOWN, DeliveryState.FAILED})


def take_receipt(work: Work, said: Said, item: Receipt) -> None:
    """Move a delivery forward, never back; a failure gives the move back to us."""
    delivery = _delivery(work, said, item)
    if delivery is None:
        return
    state = STATES[item.state]
    if item.parts > 1 and item.part < item.parts - 1 and state is not DeliveryState.FAILED:
        return  # the last part speaks for all of them
    if not is_forward(delivery.state, state):
        return
    was = delivery.state
    changed = replace(
        delivery,
        state=state,
        lease_until=None,
        provider_ids=_with(delivery.provider_ids, item.provider_id),
        reason_code=item.refusal.code if item.refusal else "",
        reason=item.refusal.reason if item.refusal else "",
    )
    work.update(changed)
    work.tell(delivery_changed(changed, work))
    if state is DeliveryState.FAILED:
        _note_closed_window(work, changed, item)
        give_back(work, changed)
    elif was in LOST:
        _take_back(work, changed)


def _delivery(work: Work, said: Said, item: Receipt) -> Delivery | None:
    known = work.context.deliveries.get((said.inbox.id, item.provider_id))
    if known is None and (ours := own_id(item.our_id)) is not None:
        known = work.context.deliveries_by_message.get(ours)
    if known is None or known.inbox_id != said.inbox.id:
        return None
    return work.context.deliveries_by_message.get(known.message_id, known)


def delivery_changed(delivery: Delivery, work: Work) -> LogEntry:
    """Return the entry that makes browsers look at a message again."""
    return LogEntry(
        kind=DELIVERY_CHANGED,
        at=work.now,
        conversation_id=delivery.conversation_id,
        case_id=delivery.case_id,
        message_id=delivery.message_id,
        data={"state": delivery.state.value, "reason": delivery.reason},
    )


def case_of(work: Work, delivery: Delivery) -> Case | None:
    """Return the case that a delivery's message belongs to, as it stands now."""
    return work.case(delivery.conversation_id, delivery.case_id)


def give_back(work: Work, delivery: Delivery) -> None:
    """Let the move come back with its original clock: the contact never saw our reply."""
    case = case_of(work, delivery)
    if case is None:
        return
    policy = work.workplace.policy(case.facts.team_id)
    happened = fail_delivery(
        case,
        delivery.message_id,
        delivery.answered,
        delivery.reason,
        at=work.now,
        policy=policy,
    )
    work.happen(case, happened)


def _take_back(work: Work, delivery: Delivery) -> None:
    """Undo `give_back` once it turns out that the contact did get the reply after all."""
    case = case_of(work, delivery)
    if case is None or not case.is_open:
        return
    facts = case.facts
    is_the_cause = facts.duty is not None and facts.duty.kind is DutyKind.DELIVERY
    last = facts.last_contact_message_at
    if not is_the_cause or (last is not None and last > delivery.queued_at):
        return
    policy = work.workplace.policy(facts.team_id)
    command = Reply(message_id=delivery.message_id, by=None)
    work.happen(case, reply(case, command, work.now, policy))


def _note_closed_window(work: Work, delivery: Delivery, item: Receipt) -> None:
    if item.refusal is not None and item.refusal.cause is RefusalCause.NEED_TEMPLATE:
        place = (delivery.conversation_id, delivery.inbox_id)
        work.changes.window_refused[place] = work.now


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)
