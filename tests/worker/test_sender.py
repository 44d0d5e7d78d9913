from __future__ import annotations

import asyncio
from datetime import timedelta

from clew.domain.message import DeliveryState
from clew.ports.bus import Topic
from clew.services.sending import claim
from clew.worker.crew import Crew
from clew.worker.sender import recovery_loop, sender_loop
from tests.services.world import World


async def test_due_replies_are_sent_and_the_next_of_the_contact_is_asked_for(
    world: World,
) -> None:
    await world.hears()
    message_id = await world.answers()
    crew = Crew(4)
    async with world.deps.bus.subscribe(Topic.SENDING) as news:
        assert not await sender_loop(world.sender, crew).step(None)
        await crew.finish()
        assert await news.wait(1)

    assert (await world.delivery(message_id)).state is DeliveryState.SENT


async def test_no_more_is_taken_than_can_be_sent_at_once(world: World) -> None:
    await world.hears()
    await world.answers()
    crew, gate = Crew(1), asyncio.Event()

    async def occupy() -> None:
        await gate.wait()

    crew.begin(occupy())
    step = asyncio.ensure_future(sender_loop(world.sender, crew).step(None))
    await asyncio.sleep(0.02)
    assert world.provider.asked == []

    gate.set()
    assert await step
    await crew.finish()
    assert len(world.provider.posted) == 1


async def test_deliveries_of_a_vanished_sender_are_settled(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    await claim(world.sender, 1)
    world.clock.advance(timedelta(minutes=5))

    assert not await recovery_loop(world.sender).step(None)

    assert (await world.delivery(message_id)).state is DeliveryState.QUEUED
