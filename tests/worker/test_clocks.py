from __future__ import annotations

from datetime import timedelta

from prometheus_client import REGISTRY

from clew.worker.clocks import clocks
from tests.services.world import World


async def test_what_is_due_is_carried_out_and_the_lag_is_told(world: World) -> None:
    case = await world.hears()
    worker = clocks(world.deps)
    await worker.step(None)
    assert case.next_move is not None
    world.clock.at = case.next_move.due_at + timedelta(seconds=1)

    assert await worker.step(None)
    assert not await worker.step(None)

    after = (await world.case()).facts.answer
    assert after is not None
    assert after.level > 0
    assert REGISTRY.get_sample_value("clew_clock_lag_seconds") == 0
