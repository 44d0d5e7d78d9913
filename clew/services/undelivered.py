"""What of ours has not arrived, for those who see to it."""

from enum import StrEnum

from clew.domain.access import Permission, require
from clew.domain.message import DeliveryState
from clew.ports.store.undelivered import UndeliveredView
from clew.ports.store.views import Page
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.snapshots import Snapshot, take


class Undelivered(StrEnum):
    """How a delivery can be short of arriving."""

    FAILED = "failed"
    UNKNOWN = "unknown"
    QUEUED = "queued"


LOST = (Undelivered.FAILED, Undelivered.UNKNOWN)


async def list_undelivered(
    state: Undelivered | None, cursor: str | None, limit: int, *, asker: Asker, deps: Deps
) -> Snapshot[Page[UndeliveredView]]:
    """Return what did not arrive or is in doubt; or what is in one state; the newest first.

    Raises:
        NotAllowed: Only supervisors and administrators see it.
        InvalidInput: The cursor is not one of ours.
    """
    require(asker.agent.role, Permission.SEE_UNDELIVERED)
    states = [DeliveryState(one.value) for one in (LOST if state is None else (state,))]
    return await take(
        lambda reader: reader.undelivered(asker.workspace_id, states, cursor, limit),
        asker=asker,
        deps=deps,
    )
