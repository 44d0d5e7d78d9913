"""What one socket still has to be sent."""

import asyncio
from datetime import UTC, datetime
from typing import Any

from clew.domain.ids import AgentId
from clew.realtime.frames import Frame, make_frame
from clew.realtime.sockets import MAX_FRAMES, Socket
from tests.builders import an_id

NOW = datetime(2026, 7, 6, tzinfo=UTC)


def frame(seq: int) -> Frame:
    return make_frame(seq - 1, seq, [], NOW)


def a_socket() -> Socket:
    return Socket(AgentId(an_id(1)), None)


async def sent(socket: Socket) -> list[Any]:
    """Return what is sent until it waits for news."""
    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    task = asyncio.ensure_future(socket.write(send, 1))
    await asyncio.sleep(0.01)
    task.cancel()
    return [message.get("text", message.get("code")) for message in messages]


async def test_nothing_is_sent_before_the_first_frame() -> None:
    socket = a_socket()
    socket.offer(frame(5))

    assert await sent(socket) == []


async def test_the_first_frame_goes_first_and_what_it_covers_is_left_out() -> None:
    socket = a_socket()
    for seq in (4, 5, 6):
        socket.offer(frame(seq))
    socket.restart(5, "caught up")

    assert await sent(socket) == ["caught up", frame(6).wire]


async def test_too_much_is_said_to_be_too_much() -> None:
    socket = a_socket()

    answers = [socket.offer(frame(seq)) for seq in range(MAX_FRAMES + 1)]

    assert answers == [True] * MAX_FRAMES + [False]


async def test_what_is_worth_nothing_later_gives_way() -> None:
    socket = a_socket()
    for seq in range(MAX_FRAMES // 2):
        socket.offer(frame(seq))
    socket.offer_ephemeral("ping")
    socket.restart(0, "now")

    assert "ping" not in await sent(socket)


async def test_closing_goes_ahead_of_what_waits() -> None:
    socket = a_socket()
    socket.restart(1, "now")
    socket.close(4401, "signed_out")
    socket.close(1012, "feed_ended")

    assert await sent(socket) == [4401]


async def test_a_browser_that_takes_nothing_is_given_up() -> None:
    socket = a_socket()
    socket.restart(1, "now")

    async def stuck(_message: Any) -> None:
        await asyncio.Event().wait()

    async with asyncio.timeout(30):
        await socket.write(stuck, 0.02)
