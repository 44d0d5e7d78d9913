"""A delivery as people see it; in the timeline, and in the list of what did not arrive."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import WorkspaceId
from clew.domain.reasons import why
from clew.ports.channel import CHAT, Progress
from clew.ports.store.delivery_views import DeliveryView, ReaderStateView
from clew.storage.engine import AnyRow, padded
from clew.storage.schema.visitors import visitor_notices


def delivery_view(row: AnyRow, reached: str = "") -> DeliveryView:
    """Return the delivery of a row that has its columns under the names of the timeline.

    Args:
        row: The row.
        reached: How somebody who had left was told of it; see `ways_to_those_who_left`.
    """
    return DeliveryView(
        state=row.delivery_state,
        reason=row.delivery_reason,
        held_until=row.held_until,
        code=row.delivery_code,
        gives_up_at=row.gives_up_at,
        readers=_readers(row.progress),
        reached=reached,
        why=why(row.delivery_reason),
    )


async def ways_to_those_who_left(
    connection: AsyncConnection, workspace_id: WorkspaceId, messages: Iterable[AnyRow]
) -> Mapping[UUID, str]:
    """Return how visitors who had left a chat were told of its answers; asked for no others."""
    ids = [one.id for one in messages if one.channel == CHAT and one.delivery_state is not None]
    if not ids:
        return {}
    kept = visitor_notices.c
    found = await connection.execute(
        select(kept.message_id, kept.outcome).where(
            kept.workspace_id == workspace_id,
            kept.message_id.in_(padded(ids)),
            kept.outcome.not_in(("", "seen")),
        )
    )
    return {row.message_id: row.outcome for row in found}


def _readers(progress: Progress | None) -> list[ReaderStateView] | None:
    """Return what is known of the readers, where there is more to say than of the contact."""
    readers = progress.readers if progress is not None else ()
    if len(readers) < 2:
        return None
    return [
        ReaderStateView(
            address=one.address,
            role=one.role.value,
            state=one.state.value,
            code=one.code,
            reason=one.reason,
            why=why(one.reason),
        )
        for one in readers
    ]
