"""The worker that shows contacts what we have read."""

from __future__ import annotations

from clew.worker.marking import marking
from tests.services.world import World


async def test_it_tells_what_is_due_and_rests(world: World) -> None:
    await world.hears()
    await world.answers()
    await world.sends()

    more = await marking(world.sender).step(None)

    assert (more, world.provider.posted[-1].get("status")) == (False, "read")
