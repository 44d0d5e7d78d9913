"""What lists show of cases whose messages changed hands."""

from uuid import UUID

from sqlalchemy import Select, and_, func, select, text, update

from clew.domain.ids import WorkspaceId
from clew.domain.message import DeliveryState, Direction
from clew.ports.store.kinds import MESSAGE
from clew.storage.excerpts import excerpt
from clew.storage.schema import cases, deliveries, log, messages
from clew.storage.schema.log import IS_PRESENT, IS_SHOWN
from clew.storage.unit import Unit, Values

_FAILED = text("deliveries.state = 'failed'")


async def reshow(unit: Unit, workspace_id: WorkspaceId, case_id: UUID) -> None:
    """Let lists show the last message that a case has now, and whether one of it failed."""
    said = _said(workspace_id, case_id).order_by(log.c.seq.desc()).limit(1)
    last = await unit.first(said)
    inbound = await unit.first(
        _said(workspace_id, case_id)
        .with_only_columns(func.max(log.c.seq))
        .where(messages.c.direction == Direction.IN.value, IS_PRESENT)
    )
    failed = await unit.first(_said(workspace_id, case_id).where(_FAILED).limit(1))
    values: Values = {
        "last_message_id": last.id if last else None,
        "last_message_text": excerpt(last.text, last.content) if last else None,
        "last_message_direction": last.direction if last else None,
        "last_message_at": last.at if last else None,
        "last_message_channel": last.channel if last else None,
        "last_message_author": last.author_name if last else None,
        "last_inbound_seq": (inbound[0] if inbound else None) or 0,
        "delivery_failed": failed is not None,
    }
    await unit.connection.execute(
        update(cases)
        .where(cases.c.workspace_id == workspace_id, cases.c.id == case_id)
        .values(values)
    )


def _said(workspace_id: WorkspaceId, case_id: UUID) -> Select[tuple[object, ...]]:
    conversation_id = (
        select(cases.c.conversation_id)
        .where(cases.c.workspace_id == workspace_id, cases.c.id == case_id)
        .scalar_subquery()
    )
    return (
        select(
            messages.c.id,
            messages.c.text,
            messages.c.direction,
            messages.c.at,
            messages.c.channel,
            messages.c.author_name,
            messages.c.content,
        )
        .select_from(log)
        .join(
            messages,
            and_(messages.c.workspace_id == log.c.workspace_id, messages.c.id == log.c.message_id),
        )
        .outerjoin(
            deliveries,
            and_(
                deliveries.c.workspace_id == log.c.workspace_id,
                deliveries.c.message_id == log.c.message_id,
            ),
        )
        .where(
            log.c.workspace_id == workspace_id,
            log.c.conversation_id == conversation_id,
            log.c.kind == MESSAGE,
            IS_SHOWN,
            # Always true, and SQLite takes the index of the timeline for it.
            log.c.seq > 0,
            messages.c.case_id == case_id,
            func.coalesce(deliveries.c.state, "") != DeliveryState.CANCELLED.value,
        )
    )
