"""Take a reply back while it is held; send one again that did not arrive."""

from dataclasses import dataclass, replace
from datetime import datetime

from clew.domain import events
from clew.domain.access import Permission, may, require
from clew.domain.case import apply_all
from clew.domain.errors import AlreadySent, NotAllowed, NotFound
from clew.domain.ids import AttachmentId, ConversationId, MessageId
from clew.domain.message import Delivery, DeliveryState, Message
from clew.domain.replying import Reply, reply
from clew.domain.replying import undo_reply as undo
from clew.ports.bus import Topic
from clew.ports.channel import Progress
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import DELIVERY_CHANGED
from clew.services.address_failures import try_again
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.journal import entries
from clew.services.owners import met_again
from clew.services.replies.sending import promise_of

SENDABLE: frozenset[DeliveryState] = frozenset(
    {DeliveryState.FAILED, DeliveryState.UNKNOWN, DeliveryState.SCHEDULED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What comes back to the composer."""

    text: str
    attachment_ids: tuple[AttachmentId, ...]


async def undo_reply(
    conversation_id: ConversationId, message_id: MessageId, *, asker: Asker, deps: Deps
) -> Undone:
    """Take a reply back that has not left; the move comes back as it was.

    Raises:
        NotFound: No such message here.
        NotAllowed: Somebody else wrote it, and it is on its way.
        AlreadySent: It has left, or is leaving.
    """
    require(asker.agent.role, Permission.ANSWER)
    now = deps.clock.now()
    workplace = await deps.directory.workplace(asker.workspace_id)
    async with deps.store.write() as tx:
        delivery = await _delivery(tx, asker, conversation_id, message_id)
        message = await tx.message(asker.workspace_id, message_id)
        assert message is not None, "a delivery without a message"  # noqa: S101 - a foreign key
        case = await load_case(tx, asker, delivery.case_id)
        happened: tuple[events.Event, ...] = ()
        if delivery.state is not DeliveryState.SCHEDULED:
            _check_undo(delivery, message, asker, now)
            assert delivery.undo is not None, "just checked"  # noqa: S101
            before, revision = delivery.undo.before, delivery.undo.revision
            happened = undo(case, message_id, before, revision, now)
        after = apply_all(case, happened)
        if happened and not case.is_open:
            met = met_again(after, workplace, now)
            after, happened = apply_all(after, met), (*happened, *met)
        files = (await tx.attachments_of([message_id])).get(message_id, [])
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        if happened:
            changes.change(after, case)
        changes.updated_deliveries.append(
            replace(delivery, state=DeliveryState.CANCELLED, undo=None)
        )
        changes.updated_attachments.extend(
            replace(file, message_id=None, conversation_id=None) for file in files
        )
        changes.log.append(_told(delivery, asker, now, DeliveryState.CANCELLED))
        changes.log.extend(entries(after, happened, asker.author))
        await tx.record(changes)
    return Undone(text=message.text, attachment_ids=tuple(file.id for file in files))


def _check_undo(delivery: Delivery, message: Message, asker: Asker, now: datetime) -> None:
    if message.author.id != asker.id and not may(asker.agent.role, Permission.PUT_OFF):
        raise NotAllowed("undo")
    if delivery.state is not DeliveryState.QUEUED or delivery.undo is None:
        raise AlreadySent
    if delivery.held_until <= now:
        raise AlreadySent


async def send_again(
    conversation_id: ConversationId, message_id: MessageId, *, asker: Asker, deps: Deps
) -> None:
    """Send a message once more that did not arrive, or of which nobody knows whether it did.

    A scheduled one goes out now.
    What the provider had accepted of it already is not sent again.

    Raises:
        NotFound: No such message here.
        AlreadySent: It is on its way, or arrived.
        CaseIsResolved: Reopen the case first.
        PromiseIsTooLate: The time that it names has passed; write another one.
    """
    require(asker.agent.role, Permission.ANSWER)
    now = deps.clock.now()
    workplace = await deps.directory.workplace(asker.workspace_id)
    async with deps.store.write() as tx:
        delivery = await _delivery(tx, asker, conversation_id, message_id)
        if delivery.state not in SENDABLE:
            raise AlreadySent
        case = await load_case(tx, asker, delivery.case_id)
        policy = workplace.policy(case.facts.team_id)
        message = await tx.message(asker.workspace_id, message_id)
        is_holding = message is not None and message.is_holding
        happened = reply(case, _said_again(delivery, asker, is_holding=is_holding), now, policy)
        after = apply_all(case, happened)
        changes = Changes(workspace_id=asker.workspace_id, at=now)
        changes.change(after, case)
        changes.updated_deliveries.append(
            replace(
                queued_again(delivery, now),
                answered=None if is_holding else case.facts.answer,
                kept=case.facts.promise,
                promised=promise_of(after, message_id),
            )
        )
        await try_again(changes, delivery, asker.author, case.contact_id, tx)
        changes.log.append(_told(delivery, asker, now, DeliveryState.QUEUED))
        changes.log.extend(entries(after, happened, asker.author))
        await tx.record(changes)
        tx.tell(Topic.SENDING, asker.workspace_id)


def _said_again(delivery: Delivery, asker: Asker, *, is_holding: bool) -> Reply:
    return Reply(
        message_id=delivery.message_id,
        by=asker.id,
        promise_at=delivery.promised.due_at if delivery.promised else None,
        is_holding=is_holding,
        may_put_off=may(asker.agent.role, Permission.PUT_OFF),
    )


def queued_again(delivery: Delivery, now: datetime) -> Delivery:
    """Return a delivery that sets out now, whatever became of it before."""
    progress = delivery.progress
    return replace(
        delivery,
        state=DeliveryState.QUEUED,
        queued_at=now,
        held_until=now,
        next_attempt_at=now,
        attempts=0,
        lease_until=None,
        undo=None,
        reason="",
        reason_code="",
        gives_up_at=None,
        progress=progress.again() if isinstance(progress, Progress) else None,
    )


async def _delivery(
    tx: Transaction, asker: Asker, conversation_id: ConversationId, message_id: MessageId
) -> Delivery:
    # The conversation first, as everywhere: two who lock in different order wait for each other.
    delivery = await tx.delivery(asker.workspace_id, message_id)
    if delivery is None:
        raise NotFound("message", message_id)
    live = await tx.joining.live_conversation(asker.workspace_id, conversation_id)
    if delivery.conversation_id != live:
        raise NotFound("message", message_id)
    return delivery


def _told(delivery: Delivery, asker: Asker, now: datetime, state: DeliveryState) -> LogEntry:
    return LogEntry(
        kind=DELIVERY_CHANGED,
        at=now,
        conversation_id=delivery.conversation_id,
        case_id=delivery.case_id,
        message_id=delivery.message_id,
        actor=asker.author,
        data={"state": state.value},
    )
