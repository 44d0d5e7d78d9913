"""What was said becomes searchable, off the path on which it comes in."""

from datetime import timedelta
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.deps import Deps
from clew.worker.loop import Loop

BATCH = 2_000
POLL = timedelta(seconds=2)
REST = timedelta(seconds=0.4)


def indexer(deps: Deps) -> Loop:
    """Return the worker."""

    async def step(_: UUID | None) -> bool:
        return await deps.store.index(BATCH) >= BATCH

    return Loop(name="indexer", step=step, topic=Topic.LOG, poll=POLL, rest=REST)
