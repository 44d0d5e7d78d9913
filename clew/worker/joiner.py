"""Contacts who are proven to be one person become one, as soon as that can be."""

from datetime import timedelta
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.deps import Deps
from clew.services.recognition.proving import AT_ONCE, join_proven
from clew.worker.loop import Loop

# A pair that could not be joined, for something was being sent to both, is tried again.
POLL = timedelta(seconds=5)


def joiner(deps: Deps) -> Loop:
    """Return the worker."""

    async def step(_: UUID | None) -> bool:
        return await join_proven(deps, AT_ONCE) > 0

    return Loop(name="joiner", step=step, topic=Topic.JOINING, poll=POLL)
