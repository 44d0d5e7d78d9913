from __future__ import annotations

from datetime import timedelta

from clew.domain.message import DeliveryState
from clew.services.sending import claim
from clew.services.sending.claiming import FIRST_LEASE
from tests.services.world import World


async def test_what_was_claimed_is_not_claimed_again(each_world: World) -> None:
    await each_world.hears()
    message_id = await each_world.answers()

    (claimed,) = await claim(each_world.sender, 10)

    assert (claimed.message_id, claimed.state) == (message_id, DeliveryState.SENDING)
    assert await claim(each_world.new_sender(), 10) == []


async def test_a_sender_that_vanished_before_it_asked_costs_only_time(
    each_world: World,
) -> None:
    await each_world.hears()
    message_id = await each_world.answers()
    await claim(each_world.sender, 10)

    assert await each_world.recovers() == 0
    each_world.clock.advance(FIRST_LEASE)
    assert await each_world.recovers() == 1

    assert (await each_world.delivery(message_id)).state is DeliveryState.QUEUED
    each_world.clock.advance(timedelta(seconds=5))
    await each_world.sends()
    assert (await each_world.delivery(message_id)).state is DeliveryState.SENT
    assert len(each_world.provider.posted) == 1


async def test_a_sender_that_comes_back_late_finds_its_delivery_taken(
    each_world: World,
) -> None:
    from clew.services.sending import send

    await each_world.hears()
    message_id = await each_world.answers()
    (claimed,) = await claim(each_world.sender, 10)
    each_world.clock.advance(FIRST_LEASE)
    await each_world.recovers()

    await send(claimed, sender=each_world.sender)

    assert each_world.provider.posted == []
    assert (await each_world.delivery(message_id)).state is DeliveryState.QUEUED
