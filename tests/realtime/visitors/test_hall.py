"""One reader for all visitors of a workspace; what it sends over sockets is tested there."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from typing import Any

import pytest

from clew.ports.store import StoreIsUnavailable
from clew.realtime.visitors.hall import Hall
from clew.realtime.visitors.sockets import VisitorSocket
from tests.fixtures.chat import QUICK_HALL, Chat


def waiting(socket: VisitorSocket) -> list[dict[str, Any]]:
    """Return the frames that wait for a socket."""
    return [json.loads(one.wire) for one in socket._frames]


async def test_a_socket_that_joined_gets_what_comes_and_a_fallen_hall_lets_it_go(
    chat: Chat,
) -> None:
    guest = await chat.guest()
    socket = VisitorSocket(await chat.visiting(guest), await chat.room())
    hall = Hall(
        chat.shop.admin.workspace_id,
        chat.shop.deps,
        chat.lobby.expectations,
        chat.lobby.presence,
        QUICK_HALL,
    )
    running = asyncio.ensure_future(hall.run())
    await hall.join(socket, None)
    await guest.say("Hello")
    hall.hint()
    async with asyncio.timeout(30):
        while len(waiting(socket)) < 2:  # noqa: ASYNC110  # the hall has no event for it
            await asyncio.sleep(0.01)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running

    texts = [
        change["message"]["text"]
        for frame in waiting(socket)
        for change in frame.get("changes", ())
        if change["type"] == "message"
    ]
    assert texts == ["Hello"]
    assert socket.close_code == 1012
    with pytest.raises(StoreIsUnavailable):
        await hall.join(VisitorSocket(await chat.visiting(guest), await chat.room()), None)
