"""What waits for a visitor's socket, and in which order it goes."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from clew.realtime.visitors.sockets import MAX_FRAMES, Outgoing, VisitorSocket


def a_socket() -> VisitorSocket:
    return VisitorSocket(cast("Any", None), cast("Any", None))


async def written(socket: VisitorSocket, how_many: int) -> tuple[list[str], list[int]]:
    sent: list[str] = []
    places: list[int] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message.get("text", str(message.get("code"))))

    async def note(frame: Outgoing) -> None:
        places.append(frame.place)

    task = asyncio.ensure_future(socket.write(send, 1.0, note))
    for _ in range(how_many * 5 + 10):
        await asyncio.sleep(0)
    task.cancel()
    return sent, places


async def test_what_comes_while_it_looks_waits_behind_what_it_missed() -> None:
    socket = a_socket()
    socket.offer(Outgoing(4, "four"))
    socket.offer(Outgoing(6, "six", place=3))
    before, _ = await written(socket, 2)

    socket.restart(Outgoing(5, "up to five", place=2))
    sent, places = await written(socket, 2)

    assert before == []
    assert sent == ["up to five", "six"]
    assert places == [2, 3]
    assert socket.cursor == 6


async def test_looking_again_from_where_it_is_loses_nothing_that_waits() -> None:
    """The frame of the second look tells only what came after the first."""
    socket = a_socket()
    socket.restart(Outgoing(5, "up to five"))
    socket.hold()
    socket.offer(Outgoing(6, "six"))
    socket.offer(Outgoing(8, "eight"))

    socket.restart(Outgoing(7, "six and seven"), behind=5)

    assert (await written(socket, 3))[0] == ["up to five", "six and seven", "eight"]
    assert socket.cursor == 8


async def test_what_is_worth_nothing_later_is_dropped_while_it_looks() -> None:
    socket = a_socket()
    socket.offer_ephemeral("typing")
    socket.restart(Outgoing(1, "one"))
    socket.offer_ephemeral("ping")

    assert (await written(socket, 2))[0] == ["one", "ping"]


async def test_too_much_is_noticed_and_closing_goes_first() -> None:
    socket = a_socket()
    taken = [socket.offer(Outgoing(number, "x")) for number in range(1, MAX_FRAMES + 2)]

    socket.close(4401)
    socket.close(1012)

    assert taken == [True] * MAX_FRAMES + [False]
    assert (await written(socket, 1))[0] == ["4401"]
