"""A server as its user runs it: it starts, answers, says what is wrong, and ends when told."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from pathlib import Path

import aiohttp
import pytest

from clew.app import opened
from clew.settings import Settings
from tests.fixtures.clew_process import ClewProcess
from tests.reliability.provider import APP_SECRET, message, signed


async def test_a_data_folder_is_opened_again_as_it_was_left(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "new")
    async with opened(settings):
        pass

    async with opened(settings) as deps:
        assert await deps.store.is_ready()


@pytest.mark.slow
async def test_a_server_takes_a_webhook_shows_it_and_ends_when_told(
    clew_process: Callable[..., ClewProcess],
) -> None:
    clew = clew_process()
    clew.init()
    inbox = clew.add_whatsapp(APP_SECRET)
    headers = {"Authorization": f"Bearer {clew.token()}"}
    body = message("wamid.ONE", "48601234567", "Where is my parcel?")
    clew.start()
    await clew.ready()

    async with aiohttp.ClientSession() as client:
        hook = f"{clew.address}{inbox['webhook_path']}"
        forged = await client.post(hook, data=body, headers=signed(body, "another secret"))
        taken = await client.post(hook, data=body, headers=signed(body))
        missing = await client.post(f"{clew.address}/hooks/{'0' * 8}", data=body)
        items: list[dict[str, object]] = []
        for _ in range(600):
            answer = await client.get(f"{clew.address}/api/v1/cases?place=all", headers=headers)
            items = (await answer.json())["items"]
            if items:
                break
            await asyncio.sleep(0.05)
    assert clew.server is not None
    clew.server.send_signal(signal.SIGTERM)

    assert (forged.status, taken.status, missing.status) == (403, 200, 404)
    assert items[0]["last_message"]["text"] == "Where is my parcel?"  # type: ignore[index]
    assert clew.server.wait(timeout=15) == 0
    assert clew.violations() == {}
