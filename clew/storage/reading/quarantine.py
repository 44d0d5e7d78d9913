"""What came in and could not be read: the newest first, with the beginning of its body."""

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import WorkspaceId
from clew.domain.reasons import why
from clew.ports.store.views import Page, QuarantineView
from clew.storage.reading.cursors import number_cursor, number_of
from clew.storage.schema import inboxes, intake
from clew.storage.schema.intake import IS_UNFINISHED
from clew.storage.types import clean

MAX_LIMIT = 200
PREVIEW_BYTES = 400
# In words of the index's own condition, which neither engine concludes from a bound value.
IS_QUARANTINED = text("intake.state = 'quarantined'")


async def quarantine_page(
    connection: AsyncConnection, workspace_id: WorkspaceId, *, cursor: str | None, limit: int
) -> Page[QuarantineView]:
    """Return a page of what could not be read.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    limit = max(1, min(limit, MAX_LIMIT))
    heads = select(intake.c.id).where(
        intake.c.workspace_id == workspace_id, IS_QUARANTINED, IS_UNFINISHED
    )
    if cursor:
        heads = heads.where(intake.c.id < number_of(cursor))
    head = heads.order_by(intake.c.id.desc()).limit(limit + 1).subquery()
    wanted = (
        select(
            intake.c.id,
            intake.c.inbox_id,
            inboxes.c.name.label("inbox_name"),
            intake.c.received_at,
            intake.c.reason,
            intake.c.attempts,
            func.length(intake.c.body).label("byte_count"),
            func.substr(intake.c.body, 1, PREVIEW_BYTES).label("beginning"),
        )
        .select_from(
            head.join(intake, intake.c.id == head.c.id).join(
                inboxes, inboxes.c.id == intake.c.inbox_id
            )
        )
        .order_by(intake.c.id.desc())
    )
    found = list(await connection.execute(wanted))
    items = [
        QuarantineView(
            id=row.id,
            inbox_id=row.inbox_id,
            inbox_name=row.inbox_name,
            received_at=row.received_at,
            reason=row.reason,
            why=why(row.reason),
            attempts=row.attempts,
            byte_count=row.byte_count,
            preview=clean(bytes(row.beginning).decode("utf-8", "replace")),
        )
        for row in found[:limit]
    ]
    last = items[-1].id if len(found) > limit else None
    return Page(items=items, next_cursor=number_cursor(last) if last else None)
