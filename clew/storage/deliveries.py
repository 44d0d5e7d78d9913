"""Deliveries: taken for sending in order, never two of one conversation at once.

Messages of one conversation leave through one inbox in the order in which they were written;
one that waits in an inbox that is not green holds up its own inbox only.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, literal_column, select, text, update

from clew.domain.ids import MessageId, WorkspaceId
from clew.domain.message import Delivery, DeliveryState
from clew.domain.people import InboxState
from clew.storage.engine import AnyRow, AnySelect, padded
from clew.storage.schema import conversations, deliveries, inboxes
from clew.storage.unit import Unit, Values

COLUMNS = tuple(deliveries.c[name] for name in Delivery.__dataclass_fields__)

_IS_QUEUED: ColumnElement[bool] = literal_column("deliveries.state = 'queued'")
_IS_SENDING = text("deliveries.state = 'sending'")
_rival = deliveries.alias("rival")
_earlier = deliveries.alias("earlier")

# Conditions are said in the words of the partial indexes.
_HAS_NO_RIVAL = (
    ~select(_rival.c.message_id)
    .where(
        _rival.c.workspace_id == deliveries.c.workspace_id,
        _rival.c.conversation_id == deliveries.c.conversation_id,
        text("rival.state = 'sending'"),
    )
    .exists()
)
_IS_EARLIEST = (
    ~select(_earlier.c.message_id)
    .where(
        _earlier.c.workspace_id == deliveries.c.workspace_id,
        _earlier.c.conversation_id == deliveries.c.conversation_id,
        _earlier.c.inbox_id == deliveries.c.inbox_id,
        _earlier.c.seq < deliveries.c.seq,
        text("earlier.state = 'queued'"),
        # What is tried again for days holds nobody up.
        _earlier.c.gives_up_at.is_(None),
    )
    .exists()
)


def delivery_from(row: AnyRow, offset: int = 0) -> Delivery:
    """Return the delivery of a row of `COLUMNS`, which may begin at `offset`."""
    fields = dict(zip(Delivery.__dataclass_fields__, row[offset:], strict=False))
    return Delivery(**{**fields, "state": DeliveryState(fields["state"])})


def values_of(delivery: Delivery) -> Values:
    """Return the row of a delivery, without the number by which it is ordered."""
    fields = {name: getattr(delivery, name) for name in Delivery.__dataclass_fields__}
    return {**fields, "state": delivery.state.value}


async def delivery(unit: Unit, workspace_id: WorkspaceId, message_id: MessageId) -> Delivery | None:
    """Return a delivery, locked."""
    query = select(*COLUMNS).where(
        deliveries.c.workspace_id == workspace_id, deliveries.c.message_id == message_id
    )
    row = await unit.first(unit.engine.lock(query))
    return delivery_from(row) if row else None


async def claim(unit: Unit, now: datetime, lease_until: datetime, limit: int) -> list[Delivery]:
    """Take due deliveries for sending; see `Transaction.claim_deliveries`.

    Conversations are locked, skipping, before their deliveries are taken: two senders that
    look at once cannot both find that nothing is on its way.
    """
    rows = await unit.all(unit.engine.lock(_due(now).limit(limit), conversations, skip_locked=True))
    first: dict[object, AnyRow] = {}
    for row in rows:
        known = first.setdefault(row.conversation_id, row)
        if row.seq < known.seq:
            first[row.conversation_id] = row
    if not first:
        return []
    taken = await unit.all(
        update(deliveries)
        .where(
            deliveries.c.workspace_id.in_(padded({row.workspace_id for row in first.values()})),
            deliveries.c.message_id.in_(padded([row.message_id for row in first.values()])),
            *_conditions(now),
        )
        .values(
            state=DeliveryState.SENDING.value,
            lease_until=lease_until,
            attempts=deliveries.c.attempts + literal_column("1"),
        )
        .returning(*COLUMNS)
    )
    return sorted((delivery_from(row) for row in taken), key=lambda one: one.queued_at)


async def expired(unit: Unit, now: datetime, limit: int) -> list[Delivery]:
    """Return deliveries that are `sending` past their lease; locked, skipping."""
    query = (
        select(*COLUMNS)
        .where(_IS_SENDING, deliveries.c.lease_until <= now)
        .order_by(deliveries.c.lease_until)
        .limit(limit)
    )
    rows = await unit.all(unit.engine.lock(query, deliveries, skip_locked=True))
    return [delivery_from(row) for row in rows]


def _due(now: datetime) -> AnySelect:
    return (
        select(
            deliveries.c.workspace_id,
            deliveries.c.message_id,
            deliveries.c.conversation_id,
            deliveries.c.seq,
        )
        .join(
            inboxes,
            and_(
                inboxes.c.workspace_id == deliveries.c.workspace_id,
                inboxes.c.id == deliveries.c.inbox_id,
                inboxes.c.state == InboxState.GREEN.value,
            ),
        )
        .join(
            conversations,
            and_(
                conversations.c.workspace_id == deliveries.c.workspace_id,
                conversations.c.id == deliveries.c.conversation_id,
            ),
        )
        .where(*_conditions(now))
        .order_by(deliveries.c.next_attempt_at, deliveries.c.seq)
    )


def _conditions(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        _IS_QUEUED,
        deliveries.c.next_attempt_at <= now,
        deliveries.c.held_until <= now,
        _HAS_NO_RIVAL,
        _IS_EARLIEST,
    )
