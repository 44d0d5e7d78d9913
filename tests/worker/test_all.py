from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

from clew.domain.message import DeliveryState
from clew.ports.bus import Topic
from clew.ports.channel import HttpRequest, HttpResponse
from clew.ports.store import NewEvent
from clew.worker.all import Workers
from tests.channels.whatsapp.webhooks import JUDIT, a_message, a_value, an_envelope
from tests.services.scripted_provider import Provider
from tests.services.world import ANNA, INBOX, WORKSPACE, World


async def until(world: World, holds: Callable[[], Awaitable[bool]]) -> None:
    """Wait for news until something holds."""
    async with world.deps.bus.subscribe(Topic.LOG) as news:
        while not await holds():
            await news.wait(0.05)


async def test_a_message_comes_in_is_given_to_an_agent_and_the_answer_leaves(
    world: World,
) -> None:
    """All workers together, by hints and polls alone."""
    workers = asyncio.create_task(Workers(world.deps, world.provider).run())
    message = a_message(timestamp=str(int(world.clock.now().timestamp())))
    document = an_envelope(a_value(messages=[message], contacts=[JUDIT]))
    event = NewEvent(
        workspace_id=WORKSPACE,
        inbox_id=INBOX,
        received_at=world.clock.now(),
        headers={},
        query="",
        body=json.dumps(document).encode(),
    )

    async def is_taken_in() -> bool:
        return not (await world.deps.store.intake.counts()).pending

    async def is_annas() -> bool:
        return (await world.case()).facts.owner_id == ANNA

    async def is_sent() -> bool:
        return (await world.delivery(message_id)).state is DeliveryState.SENT

    async with asyncio.timeout(30):
        await world.deps.store.intake.append(event)
        await until(world, is_taken_in)
        await until(world, is_annas)
        message_id = await world.answers()
        await until(world, is_sent)

    workers.cancel()
    await asyncio.wait([workers])
    assert workers.cancelled()


async def test_what_is_being_sent_when_the_end_comes_is_finished(world: World) -> None:
    await world.hears()
    message_id = await world.answers()
    asked = asyncio.Event()

    class Slow(Provider):
        async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
            if request.json is None:
                return HttpResponse(500)
            asked.set()
            await asyncio.sleep(0.2)
            return self.fine(request)

    slow = Slow(world.deps.blobs)  # type: ignore[arg-type]
    workers = asyncio.create_task(Workers(world.deps, slow).run())
    await asyncio.wait_for(asked.wait(), 30)

    workers.cancel()
    await asyncio.wait([workers])

    assert (await world.delivery(message_id)).state is DeliveryState.SENT
