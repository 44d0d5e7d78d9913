"""Raw events become messages: batch after batch while there are any."""

from datetime import timedelta
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.deps import Deps
from clew.services.ingest import ingest
from clew.worker.loop import Loop
from clew.worker.meters import INGESTED
from clew.worker.relief import Relief

BATCH = 500
SMALLEST_BATCH = 50
POLL = timedelta(seconds=1)


def inbound(deps: Deps, relief: Relief | None = None) -> Loop:
    """Return the worker; while a second process is at work, it leaves the events to that."""
    limit = BATCH

    async def step(_: UUID | None) -> bool:
        nonlocal limit
        if relief is not None and relief.is_at_work:
            return False
        taken = await ingest(deps, limit)
        # Where reading takes long, more are not even looked at than can be taken in.
        limit = min(BATCH, max(SMALLEST_BATCH, 2 * taken))
        INGESTED.inc(taken)
        if relief is not None:
            relief.note(taken)
        return taken > 0

    return Loop(name="inbound", step=step, topic=Topic.INTAKE, poll=POLL)
