from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clew.domain.message import DeliveryState
from clew.ports.channel import Progress, Sent
from clew.services.sending import claim
from clew.services.sending.recording import keep_progress, settle
from clew.services.sending.verdicts import Doubt
from tests.services.world import World


async def test_progress_is_kept_only_by_whoever_holds_the_delivery(each_world: World) -> None:
    await each_world.hears()
    await each_world.answers()
    (held,) = await claim(each_world.sender, 1)
    longer = replace(held, lease_until=each_world.clock.now() + timedelta(hours=1))
    further = replace(longer, progress=Progress(sent=("a",)))

    assert await keep_progress(held, longer, each_world.deps)
    assert not await keep_progress(held, further, each_world.deps)
    assert await keep_progress(longer, further, each_world.deps)
    assert (await each_world.delivery(held.message_id)).progress == Progress(sent=("a",))


async def test_an_outcome_that_comes_late_adds_its_names_only(
    each_world: World,
) -> None:
    await each_world.hears()
    await each_world.answers()
    (held,) = await claim(each_world.sender, 1)
    await settle(held, Doubt(reason="cut", progress=Progress()), 0.5, None, each_world.deps)
    revision = (await each_world.case()).revision

    await settle(held, Sent(("wamid.X",)), 0.5, None, each_world.deps)
    await settle(held, Doubt(reason="cut", progress=Progress()), 0.5, None, each_world.deps)

    delivery = await each_world.delivery(held.message_id)
    assert (delivery.state, delivery.provider_ids) == (DeliveryState.UNKNOWN, ("wamid.X",))
    assert (await each_world.case()).revision == revision
