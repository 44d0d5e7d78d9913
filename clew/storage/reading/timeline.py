"""A stretch of the one timeline of a conversation, by the numbers of the log."""

from uuid import UUID

from sqlalchemy import select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import ConversationId, WorkspaceId
from clew.ports.store.views import TimelineItem, TimelinePage
from clew.storage.engine import padded
from clew.storage.reading.brevity import brief
from clew.storage.reading.items import logged, timeline_items
from clew.storage.schema import log, messages, notes
from clew.storage.schema.log import IS_SHOWN

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
    start = max(0, min(after or 0, MAX_SEQ))
    wanted = logged().where(
        log.c.workspace_id == workspace_id,
        log.c.conversation_id == conversation_id,
        IS_SHOWN,
        # Always said: without it SQLite would walk back the log of the whole workspace.
        log.c.seq > start,
    )
    if before is not None:
        wanted = wanted.where(log.c.seq < max(0, min(before, MAX_SEQ)))
    is_forward = after is not None
    order = log.c.seq.asc() if is_forward else log.c.seq.desc()
    rows = list(await connection.execute(wanted.order_by(order).limit(limit + 1)))
    has_more = len(rows) > limit
    rows = rows[:limit] if is_forward else rows[:limit][::-1]
    found = await timeline_items(connection, workspace_id, rows)
    edge = (rows[-1].seq if is_forward else rows[0].seq) if rows else None
    return TimelinePage(
        items=[brief(item) for _, item in found],
        has_more_before=start > 0 if is_forward else has_more,
        has_more_after=has_more if is_forward else before is not None,
        next_cursor=str(edge) if has_more else None,
    )


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
        found += await timeline_items(connection, workspace_id, rows)
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
