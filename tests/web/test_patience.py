"""Who sends too slowly is told so, and holds nobody up."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from clew.domain.people import Role
from clew.web import patience
from tests.fixtures.front import Front


class Line:
    """A request whose pieces are given, and after which nothing comes; and what was answered."""

    def __init__(self, *pieces: dict[str, Any]) -> None:
        self._pieces = list(pieces)
        self.sent: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        if self._pieces:
            return self._pieces.pop(0)
        await asyncio.Event().wait()
        raise AssertionError

    async def send(self, message: dict[str, Any]) -> None:
        self.sent.append(message)


def piece(body: bytes, *, is_last: bool) -> dict[str, Any]:
    return {"type": "http.request", "body": body, "more_body": not is_last}


async def test_a_body_that_stops_is_answered_with_408() -> None:
    line = Line(piece(b"{", is_last=False))
    waiting = patience.Patience(line.receive, line.send, seconds=0.01)

    first, second = await waiting.receive(), await waiting.receive()
    await waiting.send({"type": "http.response.start", "status": 500, "headers": []})
    await waiting.end()

    assert (first["body"], second["type"]) == (b"{", "http.disconnect")
    assert [message.get("status") for message in line.sent] == [408, None]
    assert json.loads(line.sent[1]["body"])["code"] == "too_slow"


async def test_after_the_body_one_may_wait_for_long() -> None:
    line = Line(piece(b"{}", is_last=True))
    waiting = patience.Patience(line.receive, line.send, seconds=0.01)
    await waiting.receive()

    later = asyncio.create_task(waiting.receive())
    await asyncio.wait([later], timeout=0.05)
    await waiting.send({"type": "http.response.start", "status": 200, "headers": []})
    await waiting.end()

    assert not later.done()
    assert [message["status"] for message in line.sent] == [200]
    later.cancel()


async def test_the_api_says_that_it_lost_patience(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience.Patience.__init__, "__defaults__", (0.01,))

    async def trickle() -> Any:
        yield b"{"
        await asyncio.Event().wait()

    async with front.of(Role.AGENT) as client:
        answer = await client.put(
            "/me/preferences", content=trickle(), headers={"Content-Type": "application/json"}
        )

    assert (answer.status_code, answer.json()["code"]) == (408, "too_slow")
