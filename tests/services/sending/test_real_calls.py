"""From claim to outcome over real connections, to a provider that behaves and one that does not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from aiohttp import web

from clew.domain.ids import MessageId
from clew.domain.message import Delivery, DeliveryState
from clew.domain.people import InboxState
from clew.http.calls import HttpCalls
from clew.services.sending import Sender, claim, send
from tests.http.servers import Talk, provider, read_request, talker
from tests.services.world import World

Dispatch = Callable[[str], Awaitable[Delivery]]


@pytest_asyncio.fixture
async def calls(world: World) -> AsyncIterator[HttpCalls]:
    made = HttpCalls(
        blobs=world.deps.blobs, clock=world.deps.clock, allow_private_hosts=["127.0.0.1"]
    )
    yield made
    await made.close()


@pytest.fixture
def dispatch(world: World, calls: HttpCalls) -> Dispatch:
    """Answer Judit by way of a provider at an address; return what became of it."""

    async def dispatch(url: str) -> Delivery:
        await world.hears()
        await world.calls(url)
        message_id: MessageId = await world.answers()
        (claimed,) = await claim(world.sender, 10)
        await send(claimed, sender=Sender(deps=world.deps, http=calls, chance=lambda: 0.5))
        return await world.delivery(message_id)

    return dispatch


async def test_a_reply_arrives(dispatch: Dispatch) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.headers["Authorization"].startswith("Bearer ")
        assert (await request.json())["text"]["body"] == "On its way."
        return web.json_response({"messages": [{"id": "wamid.REAL"}]})

    async with provider(answer) as url:
        delivery = await dispatch(url)

    assert (delivery.state, delivery.provider_ids) == (DeliveryState.SENT, ("wamid.REAL",))


async def takes_it_and_dies(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    await read_request(reader)


async def says_half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")
    await writer.drain()


@pytest.mark.parametrize("talk", [takes_it_and_dies, says_half])
async def test_a_provider_that_dies_after_it_took_the_message_leaves_it_unknown(
    dispatch: Dispatch, talk: Talk
) -> None:
    async with talker(talk) as url:
        delivery = await dispatch(url)

    assert delivery.state is DeliveryState.UNKNOWN


async def test_a_provider_that_is_down_is_tried_again(dispatch: Dispatch, free_port: int) -> None:
    delivery = await dispatch(f"http://127.0.0.1:{free_port}")

    assert delivery.state is DeliveryState.QUEUED


async def test_an_inbox_that_points_inside_turns_amber(dispatch: Dispatch, world: World) -> None:
    delivery = await dispatch("https://localhost:1")

    inbox = await world.inbox()
    assert delivery.state is DeliveryState.QUEUED
    assert inbox.state is InboxState.AMBER
    assert "CLEW_ALLOW_PRIVATE_HOSTS" in inbox.reason
