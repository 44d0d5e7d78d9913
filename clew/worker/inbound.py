"""Raw events become messages: batch after batch while there are any."""

from datetime import timedelta
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.deps import Deps
from clew.services.ingest import Appetite, ingest
from clew.worker.loop import Loop
from clew.worker.meters import INGESTED
from clew.worker.relief import Relief

POLL = timedelta(seconds=1)


def inbound(deps: Deps, relief: Relief | None = None) -> Loop:
    """Return the worker; while a second process is at work, it leaves the events to that."""
    appetite = Appetite()

    async def step(_: UUID | None) -> bool:
        if relief is not None and relief.is_at_work:
            return False
        taken = await ingest(deps, appetite.limit)
        appetite.took(taken)
        INGESTED.inc(taken)
        if relief is not None:
            relief.note(taken)
        return taken > 0

    return Loop(name="inbound", step=step, topic=Topic.INTAKE, poll=POLL)
