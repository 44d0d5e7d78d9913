"""What of ours has not arrived, or may not have: the newest first."""

from collections.abc import Collection

from sqlalchemy import and_, func, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import WorkspaceId
from clew.domain.message import DeliveryState
from clew.ports.store.undelivered import UndeliveredView
from clew.ports.store.views import Named, Page
from clew.storage.engine import AnyRow
from clew.storage.reading.cursors import number_cursor, number_of
from clew.storage.reading.delivery_views import delivery_view
from clew.storage.schema import cases, contacts, deliveries, inboxes, messages

MAX_LIMIT = 200
PREVIEW_CHARS = 200

_JOINED = (
    deliveries.join(
        messages,
        and_(
            messages.c.workspace_id == deliveries.c.workspace_id,
            messages.c.id == deliveries.c.message_id,
        ),
    )
    .join(
        cases,
        and_(
            cases.c.workspace_id == deliveries.c.workspace_id,
            cases.c.id == deliveries.c.case_id,
        ),
    )
    .join(
        contacts,
        and_(
            contacts.c.workspace_id == cases.c.workspace_id,
            contacts.c.id == cases.c.contact_id,
        ),
    )
    .join(inboxes, inboxes.c.id == deliveries.c.inbox_id)
)

_IS_LOST = text("deliveries.state IN ('failed', 'unknown')")
LOST = frozenset({DeliveryState.FAILED, DeliveryState.UNKNOWN})

_COLUMNS = (
    deliveries,
    deliveries.c.state.label("delivery_state"),
    deliveries.c.reason.label("delivery_reason"),
    deliveries.c.reason_code.label("delivery_code"),
    func.substr(messages.c.text, 1, PREVIEW_CHARS).label("beginning"),
    messages.c.author_name,
    messages.c.channel,
    cases.c.number.label("case_number"),
    contacts.c.id.label("contact_id"),
    contacts.c.name.label("contact_name"),
    inboxes.c.name.label("inbox_name"),
)


async def undelivered_page(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    states: Collection[DeliveryState],
    *,
    cursor: str | None,
    limit: int,
) -> Page[UndeliveredView]:
    """Return a page of deliveries in one of some states.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    limit = max(1, min(limit, MAX_LIMIT))
    wanted = (
        select(*_COLUMNS)
        .select_from(_JOINED)
        .where(
            deliveries.c.workspace_id == workspace_id,
            # In words of the indexes' own conditions, which neither engine concludes.
            _IS_LOST if LOST.issuperset(states) else true(),
            deliveries.c.state.in_([one.value for one in states]),
        )
        .order_by(deliveries.c.seq.desc())
        .limit(limit + 1)
    )
    if cursor:
        wanted = wanted.where(deliveries.c.seq < number_of(cursor))
    found = list(await connection.execute(wanted))
    last = found[limit - 1].seq if len(found) > limit else None
    return Page(
        items=[_view(row) for row in found[:limit]],
        next_cursor=number_cursor(last) if last else None,
    )


def _view(row: AnyRow) -> UndeliveredView:
    return UndeliveredView(
        id=row.message_id,
        conversation_id=row.conversation_id,
        case_id=row.case_id,
        case_number=row.case_number,
        contact=Named(id=row.contact_id, name=row.contact_name),
        inbox_id=row.inbox_id,
        inbox_name=row.inbox_name,
        channel=row.channel,
        text=row.beginning,
        author_name=row.author_name,
        queued_at=row.queued_at,
        next_attempt_at=row.next_attempt_at,
        attempts=row.attempts,
        delivery=delivery_view(row),
    )
