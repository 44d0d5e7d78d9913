"""Writing is passed on now and then, not with every key."""

from __future__ import annotations

from clew.realtime.writing import AGAIN_SECONDS, Writing
from clew.services import cases
from tests.fixtures.front import Monotonic
from tests.services.sending.test_marking import told, wishes
from tests.services.world import ANNA, WORKSPACE, World


async def test_whoever_goes_on_writing_is_passed_on_now_and_then(world: World) -> None:
    await wishes(world, "opened")
    case = await world.hears()
    command = cases.Assign(case_id=case.id, agent_id=ANNA)
    await cases.assign(command, asker=world.asker, deps=world.deps)
    clock = Monotonic()
    writing = Writing(world.deps, clock)
    counts = []

    for seconds in (0, 1, AGAIN_SECONDS):
        clock.at += seconds
        await writing.note(WORKSPACE, ANNA, case.id)
        counts.append(len(await told(world)))
    await writing.note(WORKSPACE, ANNA, None)

    assert counts == [1, 1, 2]
