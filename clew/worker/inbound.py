"""Raw events become messages: batch after batch while there are any."""

from datetime import timedelta
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.deps import Deps
from clew.services.ingest import ingest
from clew.worker.loop import Loop
from clew.worker.meters import INGESTED

BATCH = 500
POLL = timedelta(seconds=1)


def inbound(deps: Deps) -> Loop:
    """Return the worker."""

    async def step(_: UUID | None) -> bool:
        taken = await ingest(deps, BATCH)
        INGESTED.inc(taken)
        return taken > 0

    return Loop(name="inbound", step=step, topic=Topic.INTAKE, poll=POLL)
