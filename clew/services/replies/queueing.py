"""Words of ours join the queue of what is sent, in the log and by one way to the contact."""

from datetime import datetime

from clew.domain.case import Case
from clew.domain.ids import MessageId
from clew.domain.message import Author, Delivery, DeliveryState, Direction, Message
from clew.ports.bus import Topic
from clew.ports.channel import WaitUntil
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import MESSAGE
from clew.services.sendability import Way


def outgoing(
    case: Case, way: Way, *, message_id: MessageId, author: Author, text: str, at: datetime
) -> Message:
    """Return what is said in a case by one way to its contact."""
    return Message(
        id=message_id,
        workspace_id=case.workspace_id,
        conversation_id=case.conversation_id,
        case_id=case.id,
        inbox_id=way.inbox.id,
        channel=way.inbox.channel,
        direction=Direction.OUT,
        author=author,
        identity_id=way.identity.id if way.identity else None,
        text=text,
        at=at,
        sent_at=at,
    )


def queued(message: Message, way: Way, *, held_until: datetime) -> Delivery:
    """Return its delivery: tried when it is no longer held, and its way is free."""
    free_at = way.permission.at if isinstance(way.permission, WaitUntil) else held_until
    return Delivery(
        message_id=message.id,
        workspace_id=message.workspace_id,
        conversation_id=message.conversation_id,
        case_id=message.case_id,
        inbox_id=message.inbox_id,
        identity_id=message.identity_id,
        state=DeliveryState.QUEUED,
        queued_at=message.at,
        held_until=held_until,
        next_attempt_at=max(held_until, free_at),
    )


def logged(message: Message) -> LogEntry:
    """Return the entry by which a message stands in the time line."""
    return LogEntry(
        kind=MESSAGE,
        at=message.at,
        conversation_id=message.conversation_id,
        case_id=message.case_id,
        message_id=message.id,
        actor=message.author,
    )


async def queue(message: Message, way: Way, tx: Transaction) -> None:
    """Queue what moves nothing in its case, to be sent at once."""
    await tx.record(
        Changes(
            workspace_id=message.workspace_id,
            at=message.at,
            messages=[message],
            deliveries=[queued(message, way, held_until=message.at)],
            log=[logged(message)],
        )
    )
    tx.tell(Topic.SENDING, message.workspace_id)
