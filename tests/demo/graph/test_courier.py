from __future__ import annotations

from pathlib import Path

import aiohttp
from aiohttp import web

from clew.channels.whatsapp.inbound import handshake, verify
from clew.demo.graph.courier import Courier, on_the_road
from clew.demo.graph.provider import Provider, Writing
from clew.ports.channel import RawEvent
from tests.demo.simulated import JUDIT, NOON, a_provider, config_of


class Hook:
    """A webhook that refuses the first calls, and keeps what it takes."""

    def __init__(self, provider: Provider, refusals: int = 0) -> None:
        self.provider = provider
        self.refusals = refusals
        self.taken: list[bytes] = []

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name.lower(): value for name, value in request.headers.items()}
        raw = RawEvent("POST", headers, {}, body, NOON)
        if self.refusals:
            self.refusals -= 1
            return web.Response(status=503)
        assert verify(raw, config_of(self.provider))
        self.taken.append(body)
        return web.Response()

    async def question(self, request: web.Request) -> web.Response:
        answer = handshake(dict(request.query), config_of(self.provider))
        return web.Response(body=answer.body) if answer else web.Response(status=403)


async def served(hook: Hook, port: int) -> web.AppRunner:
    app = web.Application()
    app.router.add_post("/hooks/1", hook.take)
    app.router.add_get("/hooks/1", hook.question)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    return runner


async def test_a_webhook_is_brought_until_it_is_taken(tmp_path: Path, free_port: int) -> None:
    provider = a_provider(tmp_path)
    hook = Hook(provider, refusals=1)
    courier = Courier(provider, f"http://127.0.0.1:{free_port}/hooks/1")
    provider.write(JUDIT, Writing(text="one"))
    runner = await served(hook, free_port)

    async with aiohttp.ClientSession() as client:
        first = await courier.bring(client)
        provider.write(JUDIT, Writing(text="two"))
        second = await courier.bring(client)
        idle = await courier.bring(client)
    await runner.cleanup()

    assert (first, second, idle) == (False, True, True)
    (body,) = hook.taken
    assert body.index(b'"one"') < body.index(b'"two"')


async def test_a_hook_that_is_not_there_loses_nothing(tmp_path: Path, free_port: int) -> None:
    provider = a_provider(tmp_path)
    provider.write(JUDIT, Writing(text="one"))

    async with aiohttp.ClientSession() as client:
        taken = await Courier(provider, f"http://127.0.0.1:{free_port}/").bring(client)

    assert taken is False
    assert len(provider.take_changes()) == 1


async def test_the_handshake_tells_our_hook_from_another(tmp_path: Path, free_port: int) -> None:
    provider, stranger = a_provider(tmp_path / "one"), a_provider(tmp_path / "other")
    runner = await served(Hook(provider), free_port)
    url = f"http://127.0.0.1:{free_port}/hooks/1"

    async with aiohttp.ClientSession() as client:
        ours = await Courier(provider, url).is_ours(client)
        theirs = await Courier(stranger, url).is_ours(client)
    await runner.cleanup()

    assert (ours, theirs) == (True, False)


async def test_the_chats_are_saved_when_the_courier_goes_home(
    tmp_path: Path, free_port: int
) -> None:
    provider = a_provider(tmp_path)

    async with on_the_road(Courier(provider, f"http://127.0.0.1:{free_port}/")):
        provider.write(JUDIT, Writing(text="one"))

    assert [one.text for one in a_provider(tmp_path).chat(JUDIT).said] == ["one"]
