from __future__ import annotations

from clew.worker.router import router
from tests.services.world import ANNA, WORKSPACE, World


async def test_waiting_cases_are_given_out_for_the_workspace_of_a_hint(world: World) -> None:
    await world.hears()

    assert await router(world.deps).step(WORKSPACE)

    assert (await world.case()).facts.owner_id == ANNA


async def test_without_a_hint_every_workspace_is_looked_at(world: World) -> None:
    await world.hears()
    worker = router(world.deps)

    assert await worker.step(None)
    assert not await worker.step(None)
    assert (await world.case()).facts.owner_id == ANNA
