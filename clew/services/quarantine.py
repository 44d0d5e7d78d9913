"""What came in and could not be read: kept as received, seen by leads, tried again when asked."""

from clew.domain.access import Permission, require
from clew.domain.errors import Conflict, NotFound
from clew.ports.bus import Topic
from clew.ports.store import IntakeState
from clew.ports.store.views import Page, QuarantineView
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.snapshots import Snapshot, take

LARGEST_ID = 2**63 - 1


async def list_quarantine(
    *, cursor: str | None, limit: int, asker: Asker, deps: Deps
) -> Snapshot[Page[QuarantineView]]:
    """Return what could not be read, the newest first.

    Raises:
        NotAllowed: Only supervisors and administrators see it.
    """
    require(asker.agent.role, Permission.SEE_QUARANTINE)
    return await take(
        lambda reader: reader.quarantine(asker.workspace_id, cursor, limit), asker=asker, deps=deps
    )


async def replay(event_id: int, *, asker: Asker, deps: Deps) -> None:
    """Try to read an event again.

    Raises:
        NotAllowed: Only supervisors and administrators may.
        NotFound: There is no such event here.
        Conflict: It is not in quarantine any more.
    """
    require(asker.agent.role, Permission.REPLAY)
    event = await deps.store.intake.get(event_id) if 0 < event_id <= LARGEST_ID else None
    if event is None or event.workspace_id != asker.workspace_id:
        raise NotFound("event", event_id)
    if event.state is not IntakeState.QUARANTINED or not await deps.store.intake.replay([event_id]):
        raise Conflict("event")
    deps.bus.publish(Topic.INTAKE)
