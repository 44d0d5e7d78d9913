"""Deadlines fire: what is due is carried out within a second of its instant."""

from datetime import datetime, timedelta
from uuid import UUID

from clew.ports.bus import Topic
from clew.services.clocks import sweep
from clew.services.deps import Deps
from clew.worker.loop import Loop
from clew.worker.meters import CLOCK_LAG

BATCH = 200
POLL = timedelta(seconds=0.5)
REST = timedelta(seconds=0.25)


def clocks(deps: Deps) -> Loop:
    """Return the worker."""
    done_up_to: datetime | None = None

    async def step(_: UUID | None) -> bool:
        nonlocal done_up_to
        began = deps.clock.now()
        CLOCK_LAG.set(max(0.0, (began - (done_up_to or began)).total_seconds()))
        moved = await sweep(deps, BATCH)
        if moved < BATCH:
            done_up_to = began
            CLOCK_LAG.set(0.0)
        return moved > 0

    return Loop(name="clocks", step=step, topic=Topic.CLOCK, poll=POLL, rest=REST)
