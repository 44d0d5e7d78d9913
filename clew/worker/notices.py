"""Answers that were perhaps not seen are pushed and mailed."""

from datetime import timedelta
from uuid import UUID

from clew.services.visitors.reaching import Reach, reach_some
from clew.worker.loop import Loop

POLL = timedelta(seconds=3)
BATCH = 20


def notices(reach: Reach) -> Loop:
    """Return the worker."""

    async def step(_: UUID | None) -> bool:
        return await reach_some(BATCH, reach=reach) >= BATCH

    return Loop(name="notices", step=step, topic=None, poll=POLL)
