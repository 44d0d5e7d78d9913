"""Scheduled deliveries: those whose time has come, and those that the contact has overtaken."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, literal_column, or_, select

from clew.domain.message import Delivery, Direction
from clew.ports.store.kinds import MESSAGE
from clew.storage.deliveries import COLUMNS, delivery_from
from clew.storage.engine import padded
from clew.storage.schema import conversations, deliveries, log, messages
from clew.storage.schema.log import IS_SHOWN
from clew.storage.unit import Unit

# In the words of the partial index.
_IS_SCHEDULED: ColumnElement[bool] = literal_column("deliveries.state = 'scheduled'")
_OF_CONVERSATION = and_(
    conversations.c.workspace_id == deliveries.c.workspace_id,
    conversations.c.id == deliveries.c.conversation_id,
)
# What a machine answers asks for nothing, and what an archive brings was said long before.
_HAS_CONTACT_WRITTEN = (
    select(log.c.seq)
    .join(
        messages,
        and_(messages.c.workspace_id == log.c.workspace_id, messages.c.id == log.c.message_id),
    )
    .where(
        log.c.workspace_id == deliveries.c.workspace_id,
        log.c.conversation_id == deliveries.c.conversation_id,
        log.c.kind == MESSAGE,
        IS_SHOWN,
        log.c.seq > deliveries.c.seq,
        log.c.place.is_(None),
        messages.c.direction == Direction.IN.value,
        messages.c.is_automatic.is_(False),
    )
    .exists()
)


async def due(unit: Unit, now: datetime, limit: int) -> list[tuple[Delivery, bool]]:
    """Return what goes out now or stays; see `Transaction.scheduled_deliveries`.

    They are read again under the locks: their author may have taken them back.
    """
    is_due = (_IS_SCHEDULED, or_(deliveries.c.held_until <= now, _HAS_CONTACT_WRITTEN))
    found = (
        select(deliveries.c.workspace_id, deliveries.c.message_id, deliveries.c.conversation_id)
        .join(conversations, _OF_CONVERSATION)
        .where(*is_due)
        .order_by(deliveries.c.held_until, deliveries.c.seq)
        .limit(limit)
    )
    rows = await unit.all(unit.engine.lock(found, conversations, skip_locked=True))
    if not rows:
        return []
    query = (
        select(*COLUMNS, _HAS_CONTACT_WRITTEN)
        .where(
            deliveries.c.workspace_id.in_(padded({row.workspace_id for row in rows})),
            deliveries.c.message_id.in_(padded([row.message_id for row in rows])),
            deliveries.c.conversation_id.in_(padded({row.conversation_id for row in rows})),
            *is_due,
        )
        .order_by(deliveries.c.held_until, deliveries.c.seq)
    )
    again = await unit.all(unit.engine.lock(query, deliveries))
    return [(delivery_from(row), bool(row[-1])) for row in again]
