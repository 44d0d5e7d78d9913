"""kill -9 at any moment loses nothing that was acknowledged and doubles nothing.

A provider sends under load and again until it is acknowledged; agents answer by the API; the
server is killed again and again and started again. Afterwards every acknowledged message is in
its conversation exactly once, every reply reached the provider at most once, and what nobody
can know is shown as such.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.fixtures.clew_process import ClewProcess
from tests.fixtures.network import find_free_port
from tests.reliability.provider import APP_SECRET, Provider

# Where it dies; the empty ones are anywhere. Every run takes its own few of them.
ALL_POINTS = ["F1", "F2", "F3", "F4", "F5", "F6", "F9", "F10", "F12", "F13", "F17", "F18", "F19"]
POINTS = (*random.sample(ALL_POINTS, 4), "", "")
HELPERS_KILLED = 2
CONTACTS = 12
SENDERS = 8

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]


async def test_killing_the_embedded_server_loses_and_doubles_nothing(
    clew_process: Callable[..., ClewProcess],
) -> None:
    await _survive(clew_process)


async def test_killing_the_server_on_postgresql_loses_and_doubles_nothing(
    clew_process: Callable[..., ClewProcess], postgres_url: str
) -> None:
    await _survive(clew_process, postgres_url)


async def test_killing_the_process_that_helps_loses_and_doubles_nothing(
    clew_process: Callable[..., ClewProcess],
) -> None:
    """The first event calls it, and it is killed as soon as it is at work; others take over."""
    await _survive(clew_process, kill=_kill_helpers, CLEW_ASSIST_FROM="1")


async def _survive(
    make: Callable[..., ClewProcess],
    database: str = "",
    kill: Callable[[ClewProcess], Awaitable[None]] | None = None,
    **settings: str,
) -> None:
    port = find_free_port()
    settings = {"CLEW_ALLOW_PRIVATE_HOSTS": "127.0.0.1", "CLEW_UNDO_SECONDS": "0", **settings}
    clew = make(database, **settings)
    clew.init()
    inbox = clew.add_whatsapp(APP_SECRET, api_base_url=f"http://127.0.0.1:{port}/v25.0")
    token = clew.token()
    provider = Provider(f"{clew.address}{inbox['webhook_path']}")
    runner = await _listen(provider, port)
    try:
        agent = Answering(clew.address, token)
        await _under_load(clew, provider, agent, kill or _kill_again_and_again)
        items = await _settled(agent, provider)
    finally:
        await runner.cleanup()

    inbound = Counter(item["provider_id"] for item in items if item.get("direction") == "in")
    assert set(inbound) >= provider.acknowledged
    assert [name for name, count in inbound.items() if count > 1] == []
    outbound = {item["id"]: item for item in items if item.get("direction") == "out"}
    assert set(outbound) >= agent.accepted
    assert [name for name, count in provider.received.items() if count > 1] == []
    assert clew.violations() == {}


async def _listen(provider: Provider, port: int) -> web.AppRunner:
    app = web.Application()
    app.router.add_post("/v25.0/{phone}/messages", provider.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner


async def _kill_again_and_again(clew: ClewProcess) -> None:
    """At once at some point of the way of a message, and now and then anywhere."""
    clew.kill()
    for number, point in enumerate(POINTS):
        clew.environ["CLEW_FAULT"] = f"{point}:kill:{2 + number % 4}"
        clew.start()
        await clew.dead(within_seconds=6 if point else 0.4 + 0.17 * number)
        clew.kill()
    clew.environ["CLEW_FAULT"] = ""
    clew.start()
    await clew.ready()
    await asyncio.sleep(0.5)


async def _kill_helpers(clew: ClewProcess) -> None:
    for _ in range(HELPERS_KILLED):
        helper = await clew.helper()
        await asyncio.sleep(0.3)
        with suppress(ProcessLookupError):  # there may have been too little for it to do
            os.kill(helper, signal.SIGKILL)
    await asyncio.sleep(0.5)


async def _under_load(
    clew: ClewProcess,
    provider: Provider,
    agent: Answering,
    kill: Callable[[ClewProcess], Awaitable[None]],
) -> None:
    clew.start()
    await clew.ready()
    stopped = asyncio.Event()

    async def send() -> None:
        async with aiohttp.ClientSession() as client:
            while not stopped.is_set():
                await provider.send(client, provider.chance.randrange(CONTACTS))

    work = [asyncio.create_task(send()) for _ in range(SENDERS)]
    work.append(asyncio.create_task(agent.answer(stopped)))
    await kill(clew)
    stopped.set()
    await asyncio.gather(*work)


async def _settled(agent: Answering, provider: Provider) -> list[dict[str, Any]]:
    """Wait until everything acknowledged is in a timeline and nothing is under way."""
    items: list[dict[str, Any]] = []
    for _ in range(150):
        items = await agent.everything()
        arrived = {item["provider_id"] for item in items if item.get("direction") == "in"}
        waiting = [
            item
            for item in items
            if item.get("delivery") and item["delivery"]["state"] in {"queued", "sending"}
        ]
        if arrived >= provider.acknowledged and not waiting:
            return items
        await asyncio.sleep(0.2)
    return items


class Answering:
    """An agent who answers whatever waits, by the API, and tries again when nobody answers."""

    def __init__(self, address: str, token: str) -> None:
        self._api = f"{address}/api/v1"
        self._headers = {"Authorization": f"Bearer {token}"}
        self.accepted: set[str] = set()

    async def answer(self, stopped: asyncio.Event) -> None:
        """Answer cases until told to stop."""
        async with aiohttp.ClientSession(headers=self._headers) as client:
            while not stopped.is_set():
                for case in await self._get_all(client, "cases?place=all&limit=50"):
                    if case["status"] == "open" and not stopped.is_set():
                        await self._reply(client, case)
                await asyncio.sleep(0.1)

    async def everything(self) -> list[dict[str, Any]]:
        """Return all timelines, whole."""
        async with aiohttp.ClientSession(headers=self._headers) as client:
            cases = await self._get_all(client, "cases?place=all&limit=200")
            items: list[dict[str, Any]] = []
            for conversation in {case["conversation_id"] for case in cases}:
                items += await self._timeline(client, conversation)
        return items

    async def _timeline(
        self, client: aiohttp.ClientSession, conversation: str
    ) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = []
        after = 0
        while True:
            page = await self._get(
                client, f"conversations/{conversation}/timeline?after={after}&limit=200"
            )
            items += page["items"]
            if not page["has_more_after"]:
                return items
            after = page["items"][-1]["seq"]

    async def _reply(self, client: aiohttp.ClientSession, case: dict[str, Any]) -> None:
        name = str(uuid.uuid4())
        body = {"id": name, "case_id": case["id"], "text": f"Answer {name}", "hold_seconds": 0}
        path = f"{self._api}/conversations/{case['conversation_id']}/messages"
        for _ in range(200):
            try:
                async with client.post(path, json=body) as answer:
                    if answer.status in {200, 201}:
                        self.accepted.add(name)
                    if answer.status < 500:
                        return
            except (aiohttp.ClientError, OSError):
                pass
            await asyncio.sleep(0.1)

    async def _get_all(self, client: aiohttp.ClientSession, path: str) -> list[dict[str, Any]]:
        return list((await self._get(client, path))["items"])

    async def _get(self, client: aiohttp.ClientSession, path: str) -> dict[str, Any]:
        for _ in range(900):  # a busy machine takes its time to start again
            try:
                async with client.get(f"{self._api}/{path}") as answer:
                    if answer.status == 200:
                        return dict(await answer.json())
            except (aiohttp.ClientError, OSError):
                pass
            await asyncio.sleep(0.1)
        raise AssertionError(f"no answer to {path}")
