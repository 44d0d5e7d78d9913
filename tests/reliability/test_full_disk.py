"""A full disk is a 503, never a lost message; with space again the work goes on by itself."""

from __future__ import annotations

import asyncio
import contextlib
import os
import resource
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.fixtures.clew_process import ClewProcess
from tests.reliability.provider import APP_SECRET, message, signed

ROOM_BYTES = 24 * 1024 * 1024
CHUNK_BYTES = 64 * 1024

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


async def test_a_full_disk_refuses_and_loses_nothing(
    clew_process: Callable[..., ClewProcess],
) -> None:
    clew = clew_process()
    with small_disk(clew.folder) as disk:
        clew.init()
        inbox = clew.add_whatsapp(APP_SECRET)
        headers = {"Authorization": f"Bearer {clew.token()}"}
        hook = f"{clew.address}{inbox['webhook_path']}"
        clew.start()
        await clew.ready()
        async with aiohttp.ClientSession(headers=headers) as client:
            before = await deliver(client, hook, range(3))
            disk.fill(clew)
            during = await deliver(client, hook, range(100, 140))
            health = await client.get(f"{clew.address}/healthz")
            disk.free(clew)
            after = await deliver_until_taken(client, hook, 200)
            taken = {name for name, status in {**before, **during}.items() if status == 200}
            shown = await shown_messages(client, clew.address, {*taken, after})
        clew.stop()
        violations = clew.violations()

    assert set(before.values()) == {200}
    assert 503 in during.values()
    assert set(during.values()) <= {200, 503}
    assert health.status == 200
    assert shown >= {*taken, after}
    assert violations == {}


async def deliver(client: aiohttp.ClientSession, hook: str, numbers: range) -> dict[str, int]:
    """Send one long message each; return how they were answered."""
    answers: dict[str, int] = {}
    for number in numbers:
        body = message(f"wamid.D{number}", f"4860123{number:04}", "word " * 10_000)
        async with client.post(hook, data=body, headers=signed(body)) as answer:
            answers[f"wamid.D{number}"] = answer.status
    return answers


async def deliver_until_taken(client: aiohttp.ClientSession, hook: str, number: int) -> str:
    """Send one message again and again, as a provider does, until it is taken."""
    for _ in range(300):
        ((name, status),) = (await deliver(client, hook, range(number, number + 1))).items()
        if status == 200:
            return name
        await asyncio.sleep(0.1)
    raise AssertionError("the server did not recover")


async def shown_messages(client: aiohttp.ClientSession, address: str, wanted: set[str]) -> set[str]:
    """Return the provider ids that timelines show, once all that are wanted are among them."""
    shown: set[str] = set()
    for _ in range(300):
        answer = await client.get(f"{address}/api/v1/cases?place=all&limit=200")
        shown = set()
        for case in (await answer.json())["items"]:
            path = f"{address}/api/v1/conversations/{case['conversation_id']}/timeline"
            items = (await (await client.get(path)).json())["items"]
            shown |= {item["provider_id"] for item in items if item["kind"] == "message"}
        if shown >= wanted:
            break
        await asyncio.sleep(0.1)
    return shown


class SmallDisk:
    """A file system of its own, filled by a ballast file."""

    def __init__(self, folder: Path) -> None:
        self._ballast = folder / "ballast"

    def fill(self, _clew: ClewProcess) -> None:
        with contextlib.suppress(OSError), self._ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(CHUNK_BYTES))

    def free(self, _clew: ClewProcess) -> None:
        self._ballast.unlink()


class FileLimit:
    """Without the right to mount: files of the server may not grow any more."""

    def fill(self, clew: ClewProcess) -> None:
        self._limit(clew, 4096)

    def free(self, clew: ClewProcess) -> None:
        self._limit(clew, resource.RLIM_INFINITY)

    def _limit(self, clew: ClewProcess, most: int) -> None:
        assert clew.server is not None
        limits = (most, resource.RLIM_INFINITY)
        resource.prlimit(clew.server.pid, resource.RLIMIT_FSIZE, limits)


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk | FileLimit]:
    """Put a small file system under a folder, where that is allowed."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM_BYTES}", "tmpfs", str(folder)]
    is_mounted = os.geteuid() == 0 and not subprocess.run(mount, check=False).returncode
    try:
        yield SmallDisk(folder) if is_mounted else FileLimit()
    finally:
        if is_mounted:
            subprocess.run(["umount", "-l", str(folder)], check=False)
