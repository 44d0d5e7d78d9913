from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from clew.domain.message import DeliveryState
from clew.ports.channel import Progress, Sent
from clew.services.sending import claim
from clew.services.sending.recording import keep_progress, settle
from clew.services.sending.verdicts import Doubt
from tests.services.world import World


async def test_progress_is_kept_only_by_whoever_holds_the_delivery(world: World) -> None:
    await world.hears()
    await world.answers()
    (held,) = await claim(world.sender, 1)
    longer = replace(held, lease_until=world.clock.now() + timedelta(hours=1))
    further = replace(longer, progress=Progress(sent=("a",)))

    assert await keep_progress(held, longer, world.deps)
    assert not await keep_progress(held, further, world.deps)
    assert await keep_progress(longer, further, world.deps)
    assert (await world.delivery(held.message_id)).progress == Progress(sent=("a",))


async def test_an_outcome_that_comes_late_adds_its_names_and_nothing_else(world: World) -> None:
    await world.hears()
    await world.answers()
    (held,) = await claim(world.sender, 1)
    await settle(held, Doubt(reason="cut", progress=Progress()), 0.5, None, world.deps)
    revision = (await world.case()).revision

    await settle(held, Sent(("wamid.X",)), 0.5, None, world.deps)
    await settle(held, Doubt(reason="cut", progress=Progress()), 0.5, None, world.deps)

    delivery = await world.delivery(held.message_id)
    assert (delivery.state, delivery.provider_ids) == (DeliveryState.UNKNOWN, ("wamid.X",))
    assert (await world.case()).revision == revision
