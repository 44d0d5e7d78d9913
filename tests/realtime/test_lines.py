"""The streams over plain requests: to whoever stands behind, a line is a WebSocket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from clew.domain.people import Role
from clew.realtime.lines import MAX_BODY_BYTES, MAX_FRAMES, LineLimits, Lines
from tests.fixtures.chat import Chat
from tests.fixtures.front import Front


class Echo:
    """A gateway that says again what it hears; some words mean more."""

    def __init__(self) -> None:
        self.scopes: list[Any] = []
        self.ended = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.scopes.append(scope)
        try:
            assert (await receive())["type"] == "websocket.connect"
            await send({"type": "websocket.accept"})
            while (message := await receive())["type"] == "websocket.receive":
                text = message["text"]
                if text == "close":
                    await send({"type": "websocket.close", "code": 4401})
                    return
                for _ in range(100 if text == "much" else 1):
                    await send({"type": "websocket.send", "text": text})
        finally:
            self.ended.set()


@pytest.fixture
def echo() -> Echo:
    return Echo()


@asynccontextmanager
async def asking(
    gateway: Any, limits: LineLimits | None = None, **headers: str
) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=Lines(gateway, limits))
    async with httpx.AsyncClient(
        transport=transport, base_url="https://clew.test", headers=headers
    ) as client:
        yield client


async def ask(client: httpx.AsyncClient, **asked: Any) -> dict[str, Any]:
    answer = await client.post("/stream?after=7", json=asked)
    assert answer.status_code in (200, 204), answer.text
    return dict(answer.json()) if answer.content else {}


async def test_what_is_said_and_what_comes_passes_in_order(echo: Echo) -> None:
    async with asking(echo) as client:
        opened = await ask(client)
        line = opened["line"]
        said = await ask(client, line=line, say=["one", "two"], wait=False)
        frames: list[str] = []
        while len(frames) < 2:
            frames += (await ask(client, line=line))["frames"]
        await ask(client, line=line, bye=True)
        await echo.ended.wait()
        gone = await client.post("/stream", json={"line": line})

    assert (opened["frames"], opened["closed"], said) == ([], None, {})
    assert frames == ["one", "two"]
    assert (gone.status_code, gone.json()["code"]) == (410, "line_ended")
    [scope] = echo.scopes
    assert (scope["type"], scope["scheme"]) == ("websocket", "wss")
    assert scope["query_string"] == b"after=7"


async def test_the_code_of_closing_is_told(echo: Echo) -> None:
    async with asking(echo) as client:
        line = (await ask(client))["line"]
        await ask(client, line=line, say=["last", "close"], wait=False)
        await echo.ended.wait()
        answer = await ask(client, line=line)

    assert (answer["frames"], answer["closed"]) == (["last"], 4401)


async def test_more_than_a_browser_takes_at_once_waits_for_it(echo: Echo) -> None:
    async with asking(echo) as client:
        line = (await ask(client))["line"]
        await ask(client, line=line, say=["much"], wait=False)
        sizes: list[int] = []
        while sum(sizes) < 100:
            sizes.append(len((await ask(client, line=line))["frames"]))

    assert sum(sizes) == 100
    assert max(sizes) <= MAX_FRAMES


async def test_who_asks_no_more_has_gone(echo: Echo) -> None:
    async with asking(echo, LineLimits(idle_seconds=0.02)) as client:
        await ask(client)
        await echo.ended.wait()


async def test_nothing_new_is_an_answer_too(echo: Echo) -> None:
    async with asking(echo, LineLimits(wait_seconds=0.01)) as client:
        line = (await ask(client))["line"]
        answer = await ask(client, line=line)

    assert (answer["frames"], answer["closed"]) == ([], None)


async def test_a_line_is_its_openers_alone(echo: Echo) -> None:
    async with asking(echo, cookie="clew=one") as client:
        line = (await ask(client))["line"]
        stolen = await client.post("/", json={"line": line}, headers={"cookie": "clew=two"})

    assert stolen.status_code == 410


async def test_refusals_say_what_to_do(echo: Echo) -> None:
    async with asking(echo, LineLimits(most=1)) as client:
        line = (await ask(client))["line"]
        full = await client.post("/", json={})
        both = [asyncio.ensure_future(client.post("/", json={"line": line})) for _ in range(2)]
        [second], [waiting] = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        wrong = [
            await client.post("/", content=body)
            for body in (b"", b"[]", b'{"say": "a"}', b'{"line": 1}', b" " * (MAX_BODY_BYTES + 1))
        ]
        got = await client.get("/")
        await ask(client, line=line, say=["close"], wait=False)
        await waiting

    assert (full.status_code, full.json()["code"]) == (503, "too_many_lines")
    assert (second.result().status_code, second.result().json()["code"]) == (409, "line_is_asked")
    assert {(one.status_code, one.json()["code"]) for one in wrong} == {(400, "invalid_line")}
    assert got.status_code == 405


async def test_an_agent_hears_what_a_contact_writes(front: Front) -> None:
    running = asyncio.ensure_future(front.gateway.run())
    try:
        async with front.of(Role.AGENT) as client:
            line = (await client.post("/stream", json={})).json()["line"]
            first = await frames_of(client, line)
            await front.shop.write("My kettle is broken")
            changes: list[dict[str, Any]] = []
            while not any(change["type"] == "item" for change in changes):
                for frame in await frames_of(client, line):
                    changes += frame.get("changes", [])
        async with front.client() as stranger:
            name = (await stranger.post("/stream", json={})).json()["line"]
            refused = (await stranger.post("/stream", json={"line": name})).json()
    finally:
        running.cancel()

    assert "seq" in first[0]
    texts = [one["item"].get("text") for one in changes if one["type"] == "item"]
    assert "My kettle is broken" in texts
    assert refused["closed"] == 4401


async def test_a_visitor_hears_the_answer(chat: Chat) -> None:
    guest = await chat.guest()
    running = asyncio.ensure_future(chat.gateway.run())
    try:
        client = guest.client
        line = (await client.post("/stream", json={})).json()["line"]
        hello = json.dumps({"token": guest.token, "after": None})
        await client.post("/stream", json={"line": line, "say": [hello], "wait": False})
        await guest.say("Hello")
        await chat.answer("Good morning")
        texts: set[str] = set()
        while "Good morning" not in texts:
            for frame in await frames_of(client, line):
                found = (change.get("message", {}) for change in frame.get("changes", ()))
                texts |= {message.get("text") for message in found}
    finally:
        running.cancel()


async def frames_of(client: httpx.AsyncClient, line: str) -> list[dict[str, Any]]:
    async with asyncio.timeout(30):
        answer = await client.post("/stream", json={"line": line})
    assert answer.status_code == 200, answer.text
    return [json.loads(frame) for frame in answer.json()["frames"]]
