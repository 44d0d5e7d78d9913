"""A stretch of the one timeline of a conversation, by the numbers of the log.

What is brought in from archives stands before all that, by its own time, under negative numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import ConversationId, WorkspaceId
from clew.ports.store.views import TimelineItem, TimelinePage
from clew.storage.engine import AnyRow, AnySelect, padded
from clew.storage.reading.brevity import brief
from clew.storage.reading.items import logged, timeline_items
from clew.storage.schema import log, messages, notes
from clew.storage.schema.log import FIRST_PLACE, IS_PAST, IS_PRESENT, IS_SHOWN

MAX_LIMIT = 200
MAX_SEQS = 500
# The greatest number that a database compares with.
MAX_SEQ = 2**63 - 1


async def timeline_page(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    conversation_id: ConversationId,
    *,
    before: int | None,
    after: int | None,
    limit: int,
) -> TimelinePage:
    """Return the end of the timeline, or what lies next before or after a number.

    Its cursor leads on in the direction of reading: forward if `after` was given, else back.
    """
    limit = max(1, min(limit, MAX_LIMIT))
    stretch = _Stretch(connection, workspace_id, conversation_id, limit + 1)
    is_forward = after is not None
    rows = await (stretch.forward(after) if after is not None else stretch.backward(before))
    has_more = len(rows) > limit
    rows = rows[:limit] if is_forward else rows[:limit][::-1]
    items = await _items(connection, workspace_id, rows)
    edge = (items[-1] if is_forward else items[0])[1].seq if items else None
    return TimelinePage(
        items=[brief(item) for _, item in items],
        has_more_before=_lies_before(after) if after is not None else has_more,
        has_more_after=has_more if is_forward else before is not None,
        next_cursor=str(edge) if has_more else None,
    )


def _lies_before(after: int) -> bool:
    """Say whether a number can have anything before it, itself included."""
    return after > 0 or FIRST_PLACE <= after < 0


@dataclass(frozen=True, slots=True)
class _Stretch:
    """So many entries of one timeline: those of the log, and before them what is past."""

    connection: AsyncConnection
    workspace_id: WorkspaceId
    conversation_id: ConversationId
    limit: int

    async def backward(self, before: int | None) -> list[AnyRow]:
        """Return what lies before a number, the latest first."""
        edge = MAX_SEQ if before is None else max(-MAX_SEQ, min(before, MAX_SEQ))
        rows: list[AnyRow] = []
        if edge > 0:
            present = self._present().where(log.c.seq < edge).order_by(log.c.seq.desc())
            rows = await self._rows(present, self.limit)
        if len(rows) < self.limit:
            past = self._past().where(log.c.place < edge).order_by(log.c.place.desc())
            rows += await self._rows(past, self.limit - len(rows))
        return rows

    async def forward(self, after: int) -> list[AnyRow]:
        """Return what lies after a number, the earliest first."""
        edge = max(-MAX_SEQ, min(after, MAX_SEQ))
        rows: list[AnyRow] = []
        if edge < 0:
            past = self._past().where(log.c.place > edge).order_by(log.c.place)
            rows = await self._rows(past, self.limit)
        if len(rows) < self.limit:
            present = self._present().where(log.c.seq > max(0, edge)).order_by(log.c.seq)
            rows += await self._rows(present, self.limit - len(rows))
        return rows

    def _present(self) -> AnySelect:
        # A bound is always said: without it SQLite would walk back the log of the whole workspace.
        return self._shown().where(IS_PRESENT, log.c.seq > 0)

    def _past(self) -> AnySelect:
        return self._shown().where(IS_PAST)

    def _shown(self) -> AnySelect:
        return logged().where(
            log.c.workspace_id == self.workspace_id,
            log.c.conversation_id == self.conversation_id,
            IS_SHOWN,
        )

    async def _rows(self, wanted: AnySelect, limit: int) -> list[AnyRow]:
        return list(await self.connection.execute(wanted.limit(limit)))


async def _items(
    connection: AsyncConnection, workspace_id: WorkspaceId, rows: Sequence[AnyRow]
) -> list[tuple[ConversationId, TimelineItem]]:
    """Return the items of rows, each with the number of its place."""
    places = {row.seq: row.place for row in rows if row.place is not None}
    found = await timeline_items(connection, workspace_id, rows)
    return [
        (conversation_id, replace(item, seq=places.get(item.seq, item.seq)))
        for conversation_id, item in found
    ]


async def items_at(
    connection: AsyncConnection, workspace_id: WorkspaceId, seqs: list[int]
) -> list[tuple[ConversationId, TimelineItem]]:
    """Return the items of these numbers of the log, ascending, without what is shown on demand."""
    found = await _whole_items_at(connection, workspace_id, seqs)
    return [(conversation_id, brief(item)) for conversation_id, item in found]


async def _whole_items_at(
    connection: AsyncConnection, workspace_id: WorkspaceId, seqs: list[int]
) -> list[tuple[ConversationId, TimelineItem]]:
    found: list[tuple[ConversationId, TimelineItem]] = []
    ordered = sorted(set(seqs))
    for start in range(0, len(ordered), MAX_SEQS):
        wanted = (
            logged()
            .where(
                log.c.workspace_id == workspace_id,
                log.c.seq.in_(padded(ordered[start : start + MAX_SEQS])),
                IS_SHOWN,
            )
            .order_by(log.c.seq)
        )
        rows = list(await connection.execute(wanted))
        found += await _items(connection, workspace_id, rows)
    return found


async def item_of(
    connection: AsyncConnection, workspace_id: WorkspaceId, entry_id: UUID
) -> tuple[ConversationId, TimelineItem] | None:
    """Return the item of a message or a note, as a whole."""
    places = union_all(
        *(
            select(table.c.seq).where(table.c.workspace_id == workspace_id, table.c.id == entry_id)
            for table in (messages, notes)
        )
    )
    found = await _whole_items_at(connection, workspace_id, list(await connection.scalars(places)))
    return found[0] if found else None
