"""Messages, notes and files: rows and values, and what a decision asks about them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, func, literal_column, select, update

from clew.domain.ids import AttachmentId, ConversationId, MessageId, WorkspaceId
from clew.domain.message import (
    Attachment,
    AttachmentState,
    Author,
    AuthorKind,
    DeliveryState,
    Direction,
    Message,
    Note,
)
from clew.ports.store.kinds import MESSAGE
from clew.storage.engine import AnyRow, padded
from clew.storage.schema import attachments, deliveries, log, messages, notes
from clew.storage.schema.log import IS_SHOWN
from clew.storage.schema.messages import HAS_MESSAGE, IS_PENDING
from clew.storage.unit import Unit, Values

_FIELDS = (
    "id",
    "workspace_id",
    "conversation_id",
    "case_id",
    "inbox_id",
    "channel",
    "direction",
    "author_kind",
    "author_id",
    "author_name",
    "identity_id",
    "text",
    "at",
    "sent_at",
    "kind",
    "content",
    "provider_id",
    "reply_to",
    "reply_to_provider_id",
    "turn_id",
    "is_holding",
    "is_automatic",
)
_DELIVERED_BY = and_(
    deliveries.c.workspace_id == messages.c.workspace_id, deliveries.c.message_id == messages.c.id
)
UNSAID = (DeliveryState.CANCELLED.value, DeliveryState.SCHEDULED.value)
MESSAGE_COLUMNS = tuple(messages.c[name] for name in _FIELDS)


def message_from(row: AnyRow) -> Message:
    """Return the message of a row of `MESSAGE_COLUMNS`."""
    return Message(
        id=row[0],
        workspace_id=row[1],
        conversation_id=row[2],
        case_id=row[3],
        inbox_id=row[4],
        channel=row[5],
        direction=Direction(row[6]),
        author=Author(kind=AuthorKind(row[7]), id=row[8], name=row[9]),
        identity_id=row[10],
        text=row[11],
        at=row[12],
        sent_at=row[13],
        kind=row[14],
        content=row[15],
        provider_id=row[16],
        reply_to=row[17],
        reply_to_provider_id=row[18],
        turn_id=row[19],
        is_holding=row[20],
        is_automatic=row[21],
    )


def message_values(message: Message, seq: int, v: int) -> Values:
    """Return the row of a message whose log entry has the number `seq`."""
    return {
        "workspace_id": message.workspace_id,
        "id": message.id,
        "conversation_id": message.conversation_id,
        "case_id": message.case_id,
        "inbox_id": message.inbox_id,
        "channel": message.channel,
        "direction": message.direction.value,
        "author_kind": message.author.kind.value,
        "author_id": message.author.id,
        "author_name": message.author.name,
        "identity_id": message.identity_id,
        "text": message.text,
        "at": message.at,
        "sent_at": message.sent_at,
        "kind": message.kind,
        "content": message.content,
        "provider_id": message.provider_id,
        "reply_to": message.reply_to,
        "reply_to_provider_id": message.reply_to_provider_id,
        "turn_id": message.turn_id,
        "is_holding": message.is_holding,
        "is_automatic": message.is_automatic,
        "seq": seq,
        "v": v,
    }


def note_values(note: Note, seq: int) -> Values:
    """Return the row of a note whose log entry has the number `seq`."""
    return {
        "workspace_id": note.workspace_id,
        "id": note.id,
        "conversation_id": note.conversation_id,
        "case_id": note.case_id,
        "author_kind": note.author.kind.value,
        "author_id": note.author.id,
        "author_name": note.author.name,
        "text": note.text,
        "at": note.at,
        "seq": seq,
        "mentions": [str(one) for one in note.mentions] or None,
    }


def attachment_from(row: AnyRow) -> Attachment:
    """Return the file of a row of the table."""
    fields = {name: getattr(row, name) for name in Attachment.__dataclass_fields__}
    return Attachment(**{**fields, "state": AttachmentState(row.state)})


def attachment_values(attachment: Attachment) -> Values:
    """Return the row of a file."""
    fields = {name: getattr(attachment, name) for name in Attachment.__dataclass_fields__}
    return {**fields, "state": attachment.state.value}


async def message(unit: Unit, workspace_id: WorkspaceId, message_id: UUID) -> Message | None:
    """Return a message."""
    row = await unit.first(
        select(*MESSAGE_COLUMNS).where(
            messages.c.workspace_id == workspace_id, messages.c.id == message_id
        )
    )
    return message_from(row) if row else None


async def has_note(unit: Unit, workspace_id: WorkspaceId, note_id: UUID) -> bool:
    """Say whether a note is here already."""
    query = select(notes.c.id).where(notes.c.workspace_id == workspace_id, notes.c.id == note_id)
    return await unit.first(query) is not None


async def newest_reply(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId
) -> tuple[int, MessageId] | None:
    """Return the sequence number and id of our last message, read back along the timeline."""
    row = await unit.first(
        select(log.c.seq, log.c.message_id)
        .join(
            messages,
            (messages.c.workspace_id == log.c.workspace_id)
            & (messages.c.id == log.c.message_id)
            & (messages.c.direction == Direction.OUT.value),
        )
        .outerjoin(deliveries, _DELIVERED_BY)
        .where(
            log.c.workspace_id == workspace_id,
            log.c.conversation_id == conversation_id,
            log.c.kind == MESSAGE,
            IS_SHOWN,
            # Always true, and SQLite takes the index of the timeline for it.
            log.c.seq > literal_column("0"),
            func.coalesce(deliveries.c.state, "") != DeliveryState.SCHEDULED.value,
        )
        .order_by(log.c.seq.desc())
        .limit(1)
    )
    return (row[0], row[1]) if row else None


async def latest(
    unit: Unit, workspace_id: WorkspaceId, conversation_id: ConversationId, limit: int
) -> list[Message]:
    """Return what was said last in a conversation, the latest first.

    What was taken back was never said, and what is scheduled not yet.
    """
    rows = await unit.all(
        select(*MESSAGE_COLUMNS)
        .join(
            log,
            (log.c.workspace_id == messages.c.workspace_id)
            & (log.c.message_id == messages.c.id)
            & (log.c.kind == MESSAGE),
        )
        .outerjoin(deliveries, _DELIVERED_BY)
        .where(
            log.c.workspace_id == workspace_id,
            log.c.conversation_id == conversation_id,
            IS_SHOWN,
            messages.c.deleted_at.is_(None),
            func.coalesce(deliveries.c.state, "").not_in(UNSAID),
            # Always true, and SQLite takes the index of the timeline for it.
            log.c.seq > literal_column("0"),
        )
        .order_by(log.c.seq.desc())
        .limit(limit)
    )
    return [message_from(row) for row in rows]


async def attachments_by_id(
    unit: Unit, workspace_id: WorkspaceId, ids: Sequence[AttachmentId]
) -> list[Attachment]:
    """Return files by id, in that order."""
    if not ids:
        return []
    rows = await unit.all(
        select(attachments).where(
            attachments.c.workspace_id == workspace_id, attachments.c.id.in_(padded(ids))
        )
    )
    found = {row.id: attachment_from(row) for row in rows}
    return [found[one] for one in ids if one in found]


async def attachments_of(
    unit: Unit, message_ids: Sequence[MessageId]
) -> dict[MessageId, list[Attachment]]:
    """Return the files of messages, in the order in which they were made."""
    found: dict[MessageId, list[Attachment]] = {}
    if message_ids:
        rows = await unit.all(
            select(attachments)
            .where(attachments.c.message_id.in_(padded(message_ids)), HAS_MESSAGE)
            .order_by(attachments.c.created_at, attachments.c.id)
        )
        for row in rows:
            found.setdefault(row.message_id, []).append(attachment_from(row))
    return found


async def claim_media(
    unit: Unit, now: datetime, retry_at: datetime, limit: int
) -> list[Attachment]:
    """Take files that have to be fetched; each may be taken again from `retry_at` on."""
    due = (
        select(attachments.c.workspace_id, attachments.c.id)
        .where(IS_PENDING, attachments.c.next_attempt_at <= now, attachments.c.source.is_not(None))
        .order_by(attachments.c.next_attempt_at)
        .limit(limit)
    )
    rows = await unit.all(unit.engine.lock(due, attachments, skip_locked=True))
    if not rows:
        return []
    taken = await unit.all(
        update(attachments)
        .where(
            attachments.c.workspace_id.in_(padded({row.workspace_id for row in rows})),
            attachments.c.id.in_(padded([row.id for row in rows])),
        )
        .values(next_attempt_at=retry_at, attempts=attachments.c.attempts + literal_column("1"))
        .returning(*attachments.c)
    )
    return sorted((attachment_from(row) for row in taken), key=lambda one: one.id)
