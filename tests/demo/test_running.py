from __future__ import annotations

import asyncio
import json
import os
import socket
import sys
from asyncio.subprocess import PIPE
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from clew.demo.running import Demo, address_of, free_port, make_demo, next_port, simulation, welcome
from clew.demo.sample.people import COLLEAGUES
from clew.settings import Settings
from tests.demo.simulated import ADDRESS, a_provider
from tests.fixtures.network import find_free_port


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8080"),
        ("0.0.0.0", "http://127.0.0.1:8080"),  # noqa: S104 - nothing is bound
        ("::", "http://[::1]:8080"),
        ("shop.lan", "http://shop.lan:8080"),
    ],
)
def test_the_server_is_reached_where_it_listens(host: str, address: str) -> None:
    assert address_of(Settings(host=host)) == address


def test_a_free_port_is_found() -> None:
    assert 0 < free_port("127.0.0.1") < 65536


def test_the_shop_stands_beside_clew_if_there_is_room() -> None:
    port = find_free_port()
    beside = Settings(port=port)

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port + 1))
        taken.listen()
        elsewhere = next_port(beside)

    assert next_port(beside) == port + 1
    assert elsewhere not in (port, port + 1)


def a_demo(tmp_path: Path, host: str = "127.0.0.1") -> Demo:
    from clew.demo.clock import MovableClock
    from clew.demo.graph.courier import Courier

    provider = a_provider(tmp_path)
    return Demo(
        settings=Settings(host=host),
        address="http://127.0.0.1:8080",
        clock=MovableClock(),
        provider=provider,
        courier=Courier(provider, ""),
        mounts={"/simulation": simulation(provider, MovableClock(), ADDRESS)},
    )


def test_the_welcome_says_where_to_go_who_to_be_and_that_nothing_is_real(tmp_path: Path) -> None:
    text = welcome(a_demo(tmp_path))

    assert "http://127.0.0.1:8080/simulation" in text
    assert "SIMULATION" in text
    for one in COLLEAGUES:
        assert one.email in text
        assert one.password in text


def test_an_open_door_is_mentioned(tmp_path: Path) -> None:
    assert "Whoever reaches this machine" in welcome(a_demo(tmp_path, "0.0.0.0"))  # noqa: S104
    assert "Whoever reaches this machine" not in welcome(a_demo(tmp_path))


async def test_a_demo_may_call_itself_and_remembers_its_time(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, port=0, allow_private_hosts="nas.lan")

    demo = await make_demo(settings)
    demo.provider.memory.clock_offset_seconds = 7200.0
    demo.provider.save()
    again = await make_demo(replace(settings, port=demo.settings.port))

    assert demo.settings.private_hosts == {"nas.lan", f"127.0.0.1:{demo.settings.port}"}
    assert again.clock.offset.total_seconds() == 7200.0
    assert again.address == demo.address


async def press(address: str) -> int:
    """Press the button that moves the demo's clock; return the status."""
    url, by = f"{address}/simulation/phone/clock", {"by": "10m"}
    async with aiohttp.ClientSession() as client, client.post(url, json=by) as answer:
        return answer.status


@pytest.mark.slow
async def test_the_demo_is_served_and_up_has_no_phones(tmp_path: Path, free_port: int) -> None:
    environ = {**os.environ, "CLEW_DATA": str(tmp_path), "CLEW_LOG_LEVEL": "warning"}
    address, seen = f"http://127.0.0.1:{free_port}", {}

    for command in ("demo", "up"):
        program = [sys.executable, "-m", "clew", command, "--port", str(free_port)]
        process = await asyncio.create_subprocess_exec(*program, env=environ, stdout=PIPE)
        try:
            await until_ready(address)
            seen[command] = await press(address)
        finally:
            process.terminate()
            await asyncio.wait_for(process.communicate(), 30)
    audit = [sys.executable, "-m", "clew", "audit", "--json"]
    process = await asyncio.create_subprocess_exec(*audit, env=environ, stdout=PIPE)
    found, _ = await process.communicate()

    assert seen["demo"] == 200
    assert seen["up"] in (404, 405)
    assert json.loads(found)["violations"] == 0


async def until_ready(address: str) -> None:
    async with aiohttp.ClientSession() as client:
        for _ in range(600):
            with suppress(aiohttp.ClientError):
                async with client.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return
            await asyncio.sleep(0.1)
    raise AssertionError("the server did not become ready")
