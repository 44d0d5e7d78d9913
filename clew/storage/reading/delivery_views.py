"""A delivery as people see it; in the timeline, and in the list of what did not arrive."""

from clew.ports.channel import Progress
from clew.ports.store.delivery_views import DeliveryView, ReaderStateView
from clew.storage.engine import AnyRow


def delivery_view(row: AnyRow) -> DeliveryView:
    """Return the delivery of a row that has its columns under the names of the timeline."""
    return DeliveryView(
        state=row.delivery_state,
        reason=row.delivery_reason,
        held_until=row.held_until,
        code=row.delivery_code,
        gives_up_at=row.gives_up_at,
        readers=_readers(row.progress),
    )


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
        )
        for one in readers
    ]
