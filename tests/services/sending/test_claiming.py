from __future__ import annotations

from datetime import timedelta

from clew.domain.message import DeliveryState
from clew.services.sending import claim
from clew.services.sending.claiming import FIRST_LEASE
from tests.services.world import World


async def test_what_was_claimed_is_not_claimed_again(world: World) -> None:
    await world.hears()
    message_id = await world.answers()

    (claimed,) = await claim(world.sender, 10)

    assert (claimed.message_id, claimed.state) == (message_id, DeliveryState.SENDING)
    assert await claim(world.new_sender(), 10) == []


async def test_a_sender_that_vanished_before_it_asked_costs_nothing_but_time(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    await claim(world.sender, 10)

    assert await world.recovers() == 0
    world.clock.advance(FIRST_LEASE)
    assert await world.recovers() == 1

    assert (await world.delivery(message_id)).state is DeliveryState.QUEUED
    world.clock.advance(timedelta(seconds=5))
    await world.sends()
    assert (await world.delivery(message_id)).state is DeliveryState.SENT
    assert len(world.provider.posted) == 1


async def test_a_sender_that_comes_back_too_late_finds_its_delivery_taken(world: World) -> None:
    from clew.services.sending import send

    await world.hears()
    message_id = await world.answers()
    (claimed,) = await claim(world.sender, 10)
    world.clock.advance(FIRST_LEASE)
    await world.recovers()

    await send(claimed, sender=world.sender)

    assert world.provider.posted == []
    assert (await world.delivery(message_id)).state is DeliveryState.QUEUED
