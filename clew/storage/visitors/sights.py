"""What visitors see, over a database: messages by the log, and how a conversation stands."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from clew.domain.ids import (
    AttachmentId,
    ConversationId,
    IdentityId,
    InboxId,
    MessageId,
    TeamId,
    WorkspaceId,
)
from clew.domain.message import Attachment, DeliveryState, Direction
from clew.domain.moves import Holder
from clew.domain.visitor import Visitor
from clew.ports.store.kinds import MESSAGE
from clew.ports.store.sights import Seen, Sight, Standing, Touched
from clew.storage.engine import padded
from clew.storage.messages import attachment_from
from clew.storage.reading.items import timeline_items
from clew.storage.schema import (
    attachments,
    case_reads,
    cases,
    deliveries,
    log,
    messages,
    turns,
    visitor_uploads,
    workspaces,
)
from clew.storage.schema.cases import IS_OPEN
from clew.storage.schema.log import IS_SHOWN
from clew.storage.unit import Unit
from clew.storage.visitors import uploads

MAX_SEQ = 2**63 - 1
LOOK_BACK_TURNS = 200
# What has left, as the contact sees it: nothing that is held, failed or was taken back.
ARRIVED = (DeliveryState.SENT.value, DeliveryState.DELIVERED.value, DeliveryState.READ.value)
_OF_MESSAGE = and_(messages.c.workspace_id == log.c.workspace_id, messages.c.id == log.c.message_id)
_DELIVERED_BY = and_(
    deliveries.c.workspace_id == messages.c.workspace_id, deliveries.c.message_id == messages.c.id
)
_HAS_ARRIVED = or_(
    messages.c.direction == Direction.IN.value,
    deliveries.c.state.is_(None),
    deliveries.c.state.in_(ARRIVED),
)


def _visible() -> Select[Any]:
    """Return the select of log entries of messages that the contact's side may be shown."""
    return (
        select(log, messages.c.identity_id.label("said_with"))
        .select_from(log.join(messages, _OF_MESSAGE).outerjoin(deliveries, _DELIVERED_BY))
        .where(log.c.kind == MESSAGE, IS_SHOWN, _HAS_ARRIVED)
    )


def _within(sight: Sight) -> Select[Any]:
    wanted = _visible().where(
        log.c.workspace_id == sight.workspace_id, log.c.conversation_id == sight.conversation_id
    )
    if sight.identity_id is None:
        return wanted
    return wanted.where(messages.c.identity_id == sight.identity_id)


class SqlSights:
    """Answers for those who look from the contact's side, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def latest(self, sight: Sight, before: int | None, limit: int) -> list[Seen]:
        """Return messages by their place, ascending: the last ones, or the last before a place."""
        edge = MAX_SEQ if before is None else max(0, min(before, MAX_SEQ))
        wanted = _within(sight).where(log.c.seq > 0, log.c.seq < edge)
        rows = await self._unit.all(wanted.order_by(log.c.seq.desc()).limit(limit))
        return await self._read(sight.workspace_id, rows[::-1])

    async def changed(self, sight: Sight, after: int, limit: int) -> list[Seen]:
        """Return messages that are new or changed since a sequence number, the oldest change first.

        Never only some of those that one change touched: each change is of one message.
        """
        after = max(0, min(after, MAX_SEQ))
        wanted = _within(sight).where(log.c.seq > 0, messages.c.v > after)
        rows = await self._unit.all(wanted.order_by(messages.c.v).limit(limit))
        return await self._read(sight.workspace_id, rows)

    async def seen(self, workspace_id: WorkspaceId, message_ids: Sequence[MessageId]) -> list[Seen]:
        """Return these messages, by their place."""
        if not message_ids:
            return []
        wanted = (
            _visible()
            .where(messages.c.workspace_id == workspace_id, messages.c.id.in_(padded(message_ids)))
            .where(log.c.workspace_id == workspace_id, log.c.seq == messages.c.seq)
        )
        rows = await self._unit.all(wanted.order_by(log.c.seq))
        return await self._read(workspace_id, rows)

    async def touched(self, workspace_id: WorkspaceId, after: int, limit: int) -> Touched:
        """Return what the log says happened after a number."""
        rows = await self._unit.all(
            select(log.c.seq, log.c.message_id, log.c.conversation_id, log.c.contact_id)
            .where(log.c.workspace_id == workspace_id, log.c.seq > max(0, min(after, MAX_SEQ)))
            .order_by(log.c.seq)
            .limit(limit + 1)
        )
        is_whole, rows = len(rows) <= limit, rows[:limit]
        return Touched(
            last_seq=rows[-1].seq if rows else after,
            message_ids=list(dict.fromkeys(row.message_id for row in rows if row.message_id)),
            conversation_ids=list(
                dict.fromkeys(row.conversation_id for row in rows if row.conversation_id)
            ),
            is_whole=is_whole,
            has_moved=any(row.contact_id is not None for row in rows),
        )

    async def standing(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Standing:
        """Return how a conversation stands."""
        here = and_(
            cases.c.workspace_id == workspace_id, cases.c.conversation_id == conversation_id
        )
        rows = await self._unit.all(
            select(cases.c.id, cases.c.owner_id)
            .where(here, IS_OPEN)
            .order_by(cases.c.opened_at.desc(), cases.c.number.desc())
        )
        known = await self._unit.first(
            select(func.count(cases.c.id.distinct()), func.max(case_reads.c.seq))
            .select_from(
                cases.outerjoin(
                    case_reads,
                    and_(
                        case_reads.c.workspace_id == cases.c.workspace_id,
                        case_reads.c.case_id == cases.c.id,
                    ),
                )
            )
            .where(here)
        )
        return Standing(
            case_ids=[row.id for row in rows],
            owner_id=rows[0].owner_id if rows else None,
            read_seq=int(known[1] or 0) if known else 0,
            has_cases=bool(known and known[0]),
        )

    async def unread(self, sight: Sight, inbox_id: InboxId) -> list[tuple[MessageId, int, bool]]:
        """Return our messages in an inbox that were sent and not read, in order.

        Each with its place, and whether it is known to have been delivered.
        """
        waiting = (DeliveryState.SENT.value, DeliveryState.DELIVERED.value)
        wanted = (
            _within(sight)
            .add_columns(deliveries.c.state.label("state"))
            .where(
                log.c.seq > 0,
                messages.c.direction == Direction.OUT.value,
                messages.c.inbox_id == inbox_id,
                deliveries.c.state.in_(waiting),
            )
            .order_by(log.c.seq)
        )
        return [
            (row.message_id, row.seq, row.state == DeliveryState.DELIVERED.value)
            for row in await self._unit.all(wanted)
        ]

    async def queue(
        self, workspace_id: WorkspaceId, team_id: TeamId
    ) -> tuple[int, list[tuple[datetime, datetime]]]:
        """Return how many cases wait in a team's queue, and the last turns that it answered."""
        queued = await self._unit.first(
            select(func.count()).where(
                cases.c.workspace_id == workspace_id,
                IS_OPEN,
                cases.c.next_holder == Holder.TEAM.value,
                cases.c.next_holder_id == team_id,
            )
        )
        # Turns are named in the order of time, so the last ones are the end of their index.
        last = (
            select(turns.c.case_id, turns.c.opened_at, turns.c.satisfied_at, turns.c.outcome)
            .where(turns.c.workspace_id == workspace_id)
            .order_by(turns.c.id.desc())
            .limit(LOOK_BACK_TURNS)
            .subquery()
        )
        answered = await self._unit.all(
            select(last.c.opened_at, last.c.satisfied_at)
            .join(cases, and_(cases.c.workspace_id == workspace_id, cases.c.id == last.c.case_id))
            .where(cases.c.team_id == team_id, last.c.outcome.in_(("met", "missed")))
        )
        return int(queued[0]) if queued else 0, [(row[0], row[1]) for row in answered]

    async def add_upload(self, visitor: Visitor, attachment_id: AttachmentId) -> None:
        """Remember who uploaded a file."""
        await self._unit.connection.execute(
            visitor_uploads.insert().values(
                workspace_id=visitor.workspace_id,
                attachment_id=attachment_id,
                visitor_id=visitor.id,
            )
        )

    async def forget_uploads(self, before: datetime, limit: int) -> tuple[str, ...]:
        """Forget files that were uploaded before then and never sent; return their blobs."""
        return await uploads.forget_uploads(self._unit, before, limit)

    async def uploads(
        self, visitor: Visitor, attachment_ids: Sequence[AttachmentId]
    ) -> list[Attachment]:
        """Return files that this visitor uploaded and has not sent yet, in the order asked for."""
        if not attachment_ids:
            return []
        rows = await self._unit.all(
            select(attachments)
            .join(
                visitor_uploads,
                and_(
                    visitor_uploads.c.workspace_id == attachments.c.workspace_id,
                    visitor_uploads.c.attachment_id == attachments.c.id,
                ),
            )
            .where(
                attachments.c.workspace_id == visitor.workspace_id,
                attachments.c.id.in_(padded(attachment_ids)),
                visitor_uploads.c.visitor_id == visitor.id,
                attachments.c.message_id.is_(None),
            )
        )
        found = {row.id: attachment_from(row) for row in rows}
        return [found[one] for one in attachment_ids if one in found]

    async def file_by_id(self, attachment_id: AttachmentId) -> Attachment | None:
        """Return a file by its id alone, unless its message was taken back."""
        row = await self._unit.first(
            select(attachments)
            .outerjoin(
                messages,
                and_(
                    messages.c.workspace_id == attachments.c.workspace_id,
                    messages.c.id == attachments.c.message_id,
                ),
            )
            .where(
                attachments.c.workspace_id.in_(select(workspaces.c.id)),
                attachments.c.id == attachment_id,
                messages.c.deleted_at.is_(None),
            )
        )
        return attachment_from(row) if row else None

    async def file(
        self, workspace_id: WorkspaceId, attachment_id: AttachmentId
    ) -> tuple[Attachment, IdentityId | None] | None:
        """Return a file of a message that has arrived, and with whom that was exchanged."""
        row = await self._unit.first(
            select(attachments, messages.c.identity_id.label("said_with"))
            .join(
                messages,
                and_(
                    messages.c.workspace_id == attachments.c.workspace_id,
                    messages.c.id == attachments.c.message_id,
                ),
            )
            .outerjoin(deliveries, _DELIVERED_BY)
            .where(
                attachments.c.workspace_id == workspace_id,
                attachments.c.id == attachment_id,
                messages.c.deleted_at.is_(None),
                _HAS_ARRIVED,
            )
        )
        return (attachment_from(row), row.said_with) if row else None

    async def _read(self, workspace_id: WorkspaceId, rows: Sequence[Any]) -> list[Seen]:
        said_with = {str(row.message_id): row.said_with for row in rows}
        found = await timeline_items(self._unit.connection, workspace_id, rows)
        return [
            Seen(conversation_id=where, identity_id=said_with[item.id], item=item)
            for where, item in found
        ]
