"""Receipts: how far our messages came, and what it means when one did not arrive."""

from dataclasses import replace

from clew.domain.case import Case
from clew.domain.contact import Identity
from clew.domain.facts import DutyKind
from clew.domain.message import Delivery, DeliveryState, is_forward
from clew.domain.replying import arrive_after_all, fail_delivery
from clew.ports.channel import (
    Progress,
    ReaderRole,
    ReaderState,
    Receipt,
    ReceiptState,
    RefusalCause,
)
from clew.ports.store import LogEntry
from clew.ports.store.kinds import DELIVERY_CHANGED
from clew.services.address_failures import note_failure
from clew.services.ingest.parsing import Said, own_id
from clew.services.ingest.work import Work
from clew.services.opt_outs import Wisher, note_opt_out, scope_in
from clew.services.owners import met_again

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
    work.understood.add(said.event_id)
    state = STATES[item.state]
    if state is DeliveryState.FAILED and (without := _without_reader(delivery, item)) is not None:
        _note_failure(work, said, delivery, item)
        work.update(without)
        work.tell(delivery_changed(without, work))
        return
    if item.parts > 1 and item.part < item.parts - 1 and state is not DeliveryState.FAILED:
        return  # the last part speaks for all of them
    if not is_forward(delivery.state, state) or _is_of_an_earlier_try(delivery, item):
        return
    if state is DeliveryState.READ and delivery.identity_id is not None:
        work.note_reading(delivery.identity_id, delivery.inbox_id, item.at)
    was = delivery.state
    changed = replace(
        delivery,
        state=state,
        lease_until=None,
        undo=None,
        progress=_progress_after(delivery, item),
        provider_ids=_with(delivery.provider_ids, item.provider_id),
        reason_code=item.refusal.code if item.refusal else "",
        reason=item.refusal.reason if item.refusal else "",
    )
    work.update(changed)
    work.tell(delivery_changed(changed, work))
    if state is DeliveryState.FAILED:
        _note_closed_window(work, changed, item)
        _note_wish(work, said, changed, item)
        _note_failure(work, said, changed, item)
        give_back(work, changed)
    elif was in LOST:
        _take_back(work, changed)


def _is_of_an_earlier_try(delivery: Delivery, item: Receipt) -> bool:
    """Say whether a failure is told again of what was sent anew since."""
    if item.state is not ReceiptState.FAILED or item.provider_id not in delivery.provider_ids:
        return False
    progress = delivery.progress
    return isinstance(progress, Progress) and item.provider_id not in progress.sent


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
        kept=delivery.kept,
    )
    was_open = case.is_open
    case = work.happen(case, happened)
    if not was_open:
        work.happen(case, met_again(case, work.workplace, work.now))


def _take_back(work: Work, delivery: Delivery) -> None:
    """Undo `give_back` once it turns out that the contact did get the reply after all.

    Only while that is all there is to do: not when the contact has written since, nor when a
    later reply of ours is the one that failed.
    """
    case = case_of(work, delivery)
    if case is None or not case.is_open:
        return
    facts = case.facts
    is_the_cause = facts.duty is not None and facts.duty.kind is DutyKind.DELIVERY
    is_the_last = facts.last_reply_id == delivery.message_id
    last = facts.last_contact_message_at
    if not (is_the_cause and is_the_last) or (last is not None and last > delivery.queued_at):
        return
    happened = arrive_after_all(
        case,
        delivery.message_id,
        delivery.answered,
        delivery.promised,
        at=work.now,
        policy=work.workplace.policy(facts.team_id),
    )
    work.happen(case, happened)


def _note_closed_window(work: Work, delivery: Delivery, item: Receipt) -> None:
    if item.refusal is None or delivery.identity_id is None:
        return
    if item.refusal.cause is RefusalCause.NEED_TEMPLATE:
        work.changes.window_refused[delivery.identity_id, delivery.inbox_id] = work.now


def _note_wish(work: Work, said: Said, delivery: Delivery, item: Receipt) -> None:
    """Keep what the contact told the provider that they want no more of."""
    case = case_of(work, delivery)
    contact_id = case.contact_id if case else None
    scope = scope_in(item.refusal)
    who = Wisher(
        channel=said.channel.key,
        contact_id=contact_id,
        conversation_id=delivery.conversation_id,
        identity_id=delivery.identity_id,
    )
    note_opt_out(work.changes, who, scope, work.deps)


def _note_failure(work: Work, said: Said, delivery: Delivery, item: Receipt) -> None:
    """Mark the address of a reader whom nothing reaches any more."""
    for address in item.recipient:
        known = work.context.identities.get((said.channel.key, address.value))
        if known is not None and _is_reader(delivery, known.identity):
            identity = known.identity
            note_failure(work.changes, identity.id, item.refusal, identity.contact_id)
            return
    case = case_of(work, delivery)
    if case is not None and _is_only_reader(delivery):
        note_failure(work.changes, delivery.identity_id, item.refusal, case.contact_id)


def _is_reader(delivery: Delivery, identity: Identity) -> bool:
    """Say whether a message was sent to an address: a report names any that it likes."""
    return identity.id == delivery.identity_id or identity.address in _readers(delivery)


def _is_only_reader(delivery: Delivery) -> bool:
    """Say whether a report can be about the contact's address only.

    Behind it there may be another one, by which the report calls it.
    """
    return len(_readers(delivery)) <= 1


def _readers(delivery: Delivery) -> set[str]:
    progress = delivery.progress
    readers = progress.readers if isinstance(progress, Progress) else ()
    return {one.address.lower() for one in readers}


def _progress_after(delivery: Delivery, item: Receipt) -> object:
    """Return how far a delivery is: what failed after it was accepted has to be sent anew."""
    progress = delivery.progress
    if item.state is not ReceiptState.FAILED or not isinstance(progress, Progress):
        return progress
    if item.provider_id not in progress.sent:
        return progress
    return replace(progress, sent=progress.sent[: progress.sent.index(item.provider_id)])


def _without_reader(delivery: Delivery, item: Receipt) -> Delivery | None:
    """Return a delivery that one of several readers did not get; None: it was the contact."""
    progress = delivery.progress
    if not isinstance(progress, Progress) or not item.participant:
        return None
    missed = [
        one
        for one in progress.readers
        if one.address.lower() == item.participant and one.role is not ReaderRole.CONTACT
    ]
    if not missed:
        return None
    refusal = item.refusal
    told = {
        one.address: replace(
            one,
            state=ReaderState.REFUSED,
            code=refusal.code if refusal else "",
            reason=refusal.reason if refusal else "",
        )
        for one in missed
    }
    readers = tuple(told.get(one.address, one) for one in progress.readers)
    return replace(delivery, progress=replace(progress, readers=readers))


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)
