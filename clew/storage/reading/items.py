"""Entries of a timeline: from rows of the log to what is shown, in at most five queries.

The log says what and in which order; messages (with delivery and quote), notes and files are
fetched for all of its rows together.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import ConversationId, WorkspaceId
from clew.domain.message import Reaction
from clew.ports.store import kinds
from clew.ports.store.delivery_views import DeliveryView
from clew.ports.store.views import (
    AttachmentView,
    AuthorView,
    QuoteView,
    ReactionView,
    TimelineItem,
)
from clew.storage.engine import AnyRow, padded
from clew.storage.reading.delivery_views import delivery_view, ways_to_those_who_left
from clew.storage.schema import attachments, deliveries, log, messages, notes
from clew.storage.schema.messages import HAS_MESSAGE

MAX_QUOTE = 200
ATTACHMENT_URL = "/api/v1/attachments/{}"
THUMBNAIL_URL = "/api/v1/attachments/{}/thumbnail"


@dataclass(slots=True)
class _Found:
    """What the rows of the log point at."""

    messages: Mapping[UUID, AnyRow] = field(default_factory=dict)
    notes: Mapping[UUID, AnyRow] = field(default_factory=dict)
    files: Mapping[UUID, list[AttachmentView]] = field(default_factory=dict)
    reached: Mapping[UUID, str] = field(default_factory=dict)


def logged() -> Select[Any]:
    """Return the select of rows of the log that `timeline_items` takes."""
    return select(log)


async def timeline_items(
    connection: AsyncConnection, workspace_id: WorkspaceId, rows: Sequence[AnyRow]
) -> list[tuple[ConversationId, TimelineItem]]:
    """Return the items of shown rows of the log, in their order."""
    message_ids = [row.message_id for row in rows if row.kind == kinds.MESSAGE]
    note_ids = [row.note_id for row in rows if row.kind == kinds.NOTE]
    found = _Found()
    if message_ids:
        found.messages = await _messages(connection, workspace_id, message_ids)
        found.files = await _files(connection, list(found.messages))
        found.reached = await ways_to_those_who_left(
            connection, workspace_id, found.messages.values()
        )
    if note_ids:
        found.notes = await _notes(connection, workspace_id, note_ids)
    items = ((row.conversation_id, _item(row, found)) for row in rows)
    return [(conversation_id, item) for conversation_id, item in items if item]


async def _messages(
    connection: AsyncConnection, workspace_id: WorkspaceId, ids: Sequence[UUID]
) -> Mapping[UUID, AnyRow]:
    quoted = messages.alias("quoted")
    joined = messages.outerjoin(
        deliveries,
        and_(
            deliveries.c.workspace_id == messages.c.workspace_id,
            deliveries.c.message_id == messages.c.id,
        ),
    ).outerjoin(
        quoted,
        and_(
            quoted.c.workspace_id == messages.c.workspace_id,
            quoted.c.id == messages.c.reply_to,
        ),
    )
    wanted = (
        select(
            messages,
            deliveries.c.state.label("delivery_state"),
            deliveries.c.reason.label("delivery_reason"),
            deliveries.c.held_until,
            deliveries.c.reason_code.label("delivery_code"),
            deliveries.c.gives_up_at,
            deliveries.c.progress,
            func.substr(quoted.c.text, 1, MAX_QUOTE).label("quoted_text"),
            quoted.c.author_name.label("quoted_author"),
        )
        .select_from(joined)
        .where(messages.c.workspace_id == workspace_id, messages.c.id.in_(padded(ids)))
    )
    return {row.id: row for row in await connection.execute(wanted)}


async def _notes(
    connection: AsyncConnection, workspace_id: WorkspaceId, ids: Sequence[UUID]
) -> Mapping[UUID, AnyRow]:
    wanted = select(notes).where(notes.c.workspace_id == workspace_id, notes.c.id.in_(padded(ids)))
    return {row.id: row for row in await connection.execute(wanted)}


async def _files(
    connection: AsyncConnection, ids: Sequence[UUID]
) -> Mapping[UUID, list[AttachmentView]]:
    """Return the files of messages that are known to be of the asker's workspace.

    It is not said again: SQLite would look through all files of the workspace for them.
    """
    wanted = (
        select(attachments)
        .where(HAS_MESSAGE, attachments.c.message_id.in_(padded(ids)))
        .order_by(attachments.c.created_at, attachments.c.id)
    )
    files: defaultdict[UUID, list[AttachmentView]] = defaultdict(list)
    for row in await connection.execute(wanted):
        files[row.message_id].append(attachment_view(row))
    return files


def attachment_view(row: AnyRow) -> AttachmentView:
    """Return how a file is shown; it has an address once it is here."""
    is_here = row.state == "ready"
    return AttachmentView(
        id=row.id,
        name=row.name,
        media_type=row.media_type,
        bytes=row.byte_count,
        state=row.state,
        url=ATTACHMENT_URL.format(row.id) if is_here else None,
        thumbnail_url=THUMBNAIL_URL.format(row.id) if is_here and row.thumbnail_blob else None,
        width=row.width,
        height=row.height,
    )


def _item(row: AnyRow, found: _Found) -> TimelineItem | None:
    if row.kind == kinds.MESSAGE:
        message = found.messages.get(row.message_id)
        return _message(row, message, found) if message else None
    if row.kind == kinds.NOTE:
        note = found.notes.get(row.note_id)
        return _note(row, note) if note else None
    return TimelineItem(
        id=f"event-{row.seq}",
        seq=row.seq,
        v=row.seq,
        kind="event",
        at=row.at,
        case_id=row.case_id,
        event=row.kind,
        data=row.data or {},
        actor=_actor(row),
    )


def _actor(row: AnyRow) -> AuthorView | None:
    if row.actor_kind is None:
        return None
    return AuthorView(kind=row.actor_kind, id=row.actor_id, name=row.actor_name or "")


def _note(row: AnyRow, note: AnyRow) -> TimelineItem:
    return TimelineItem(
        id=str(note.id),
        seq=row.seq,
        v=row.seq,
        kind=kinds.NOTE,
        at=note.at,
        case_id=note.case_id,
        text=note.text,
        author=_author(note),
        mentions=[UUID(one) for one in note.mentions or ()],
    )


def _message(row: AnyRow, message: AnyRow, found: _Found) -> TimelineItem:
    return TimelineItem(
        id=str(message.id),
        seq=row.seq,
        v=message.v,
        kind=kinds.MESSAGE,
        at=message.at,
        case_id=message.case_id,
        text=message.text,
        author=_author(message),
        direction=message.direction,
        channel=message.channel,
        inbox_id=message.inbox_id,
        content=message.content,
        attachments=found.files.get(message.id, []),
        reply_to=_quote(message),
        delivery=_delivery(message, found),
        provider_id=message.provider_id,
        sent_at=message.sent_at,
        reactions=_reactions(message.reactions or ()),
        edited_at=message.edited_at,
        deleted_at=message.deleted_at,
        holding=message.is_holding,
    )


def _author(written: AnyRow) -> AuthorView:
    return AuthorView(kind=written.author_kind, id=written.author_id, name=written.author_name)


def _quote(message: AnyRow) -> QuoteView | None:
    if message.reply_to is not None:
        text, author_name = message.quoted_text or "", message.quoted_author or ""
        return QuoteView(id=message.reply_to, text=text, author_name=author_name)
    if message.reply_to_provider_id is not None:
        return QuoteView(id=None, text="", author_name="")
    return None


def _delivery(message: AnyRow, found: _Found) -> DeliveryView | None:
    if message.delivery_state is None:
        return None
    return delivery_view(message, found.reached.get(message.id, ""))


def _reactions(stored: Collection[Reaction]) -> list[ReactionView]:
    return [ReactionView(emoji=one.emoji, by=one.by) for one in stored if one.emoji]
