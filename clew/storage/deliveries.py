"""Deliveries: taken for sending in order, never two of one conversation at once.

Messages of one conversation leave through one inbox in the order in which they were written;
one that waits in an inbox that is not green holds up its own inbox only.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, literal_column, select, text, update

from clew.domain.ids import MessageId, WorkspaceId
from clew.domain.message import Delivery, DeliveryState
from clew.domain.people import InboxStage, InboxState
from clew.storage.cases import lock_named
from clew.storage.engine import AnyRow, AnySelect, padded
from clew.storage.schema import conversations, deliveries, inboxes
from clew.storage.unit import Unit, Values

COLUMNS = tuple(deliveries.c[name] for name in Delivery.__dataclass_fields__)

_IS_QUEUED: ColumnElement[bool] = literal_column("deliveries.state = 'queued'")
_IS_SENDING = text("deliveries.state = 'sending'")
_OF_CONVERSATION = and_(
    conversations.c.workspace_id == deliveries.c.workspace_id,
    conversations.c.id == deliveries.c.conversation_id,
)
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
    """Return a delivery, locked, its conversation first.

    Everybody locks in this order: whoever joins two contacts has their conversations when they
    come to the deliveries.
    """
    query = select(*COLUMNS).where(
        deliveries.c.workspace_id == workspace_id, deliveries.c.message_id == message_id
    )

    async def conversation_id() -> UUID | None:
        row = await unit.first(query.with_only_columns(deliveries.c.conversation_id))
        return row[0] if row else None

    if unit.engine.has_row_locks:
        await lock_named(unit, workspace_id, conversation_id)
    row = await unit.first(unit.engine.lock(query))
    return delivery_from(row) if row else None


async def claim(unit: Unit, now: datetime, lease_until: datetime, limit: int) -> list[Delivery]:
    """Take due deliveries for sending; see `Transaction.claim_deliveries`.

    Conversations are locked, skipping, before their deliveries are taken: two senders that
    look at once cannot both find that nothing is on its way.
    """
    rows = await unit.all(unit.engine.lock(_due(now).limit(limit), conversations, skip_locked=True))
    first: dict[UUID, AnyRow] = {}
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
            # One that has meanwhile gone to another conversation is not covered by the locks.
            deliveries.c.conversation_id.in_(padded(first)),
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
    """Return deliveries that are `sending` past their lease, their conversations locked, skipping.

    They are read again under the locks: their sender may have come back.
    """
    is_expired = (_IS_SENDING, deliveries.c.lease_until <= now)
    found = (
        select(
            deliveries.c.workspace_id,
            deliveries.c.message_id,
            deliveries.c.conversation_id,
        )
        .join(conversations, _OF_CONVERSATION)
        .where(*is_expired)
        .order_by(deliveries.c.lease_until)
        .limit(limit)
    )
    rows = await unit.all(unit.engine.lock(found, conversations, skip_locked=True))
    if not rows:
        return []
    query = (
        select(*COLUMNS)
        .where(
            deliveries.c.workspace_id.in_(padded({row.workspace_id for row in rows})),
            deliveries.c.message_id.in_(padded([row.message_id for row in rows])),
            deliveries.c.conversation_id.in_(padded({row.conversation_id for row in rows})),
            *is_expired,
        )
        .order_by(deliveries.c.lease_until)
    )
    return [delivery_from(row) for row in await unit.all(unit.engine.lock(query))]


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
                inboxes.c.stage == InboxStage.ACTIVE.value,
            ),
        )
        .join(conversations, _OF_CONVERSATION)
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
