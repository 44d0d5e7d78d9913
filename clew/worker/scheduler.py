"""Replies that were to go out later do, within a second of their time."""

from datetime import timedelta
from uuid import UUID

from clew.services.deps import Deps
from clew.services.replies import release
from clew.worker.loop import Loop

BATCH = 50
POLL = timedelta(seconds=1)


def scheduler(deps: Deps) -> Loop:
    """Return the worker."""

    async def step(_: UUID | None) -> bool:
        return await release(deps, BATCH) >= BATCH

    return Loop(name="scheduler", step=step, topic=None, poll=POLL)
