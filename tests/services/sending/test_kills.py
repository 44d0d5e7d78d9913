"""The process dies between any two steps: nothing is lost, and nothing is sent twice."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from aiohttp import web

from clew.domain.ids import MessageId
from clew.domain.message import DeliveryState
from clew.domain.moves import Holder
from tests.http.servers import provider
from tests.services.world import World, a_world

ROOT = Path(__file__).parents[3]


async def send_and_die(folder: Path, url: str, fault: str) -> MessageId:
    """Let a process of its own send, and die at a fault point; return the message's id."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.services.sending.sending_process",
        str(folder),
        url,
        cwd=ROOT,
        env={**os.environ, "CLEW_FAULT": fault},
        stdout=asyncio.subprocess.PIPE,
    )
    said, _ = await process.communicate()
    assert process.returncode == -signal.SIGKILL
    (line,) = [line for line in said.decode().splitlines() if line.startswith("message ")]
    return MessageId(UUID(line.removeprefix("message ")))


async def settle(world: World) -> None:
    """Let time pass, and everything be done that then happens by itself."""
    for _ in range(5):
        world.clock.advance(timedelta(minutes=10))
        await world.recovers()
        await world.sends()


@pytest.mark.parametrize(
    ("fault", "accepted"),
    [("F17:kill:1", 0), ("F18:kill:1", 1), ("F17:kill:2", 1), ("F18:kill:2", 2), ("F19:kill:1", 2)],
)
async def test_a_killed_sender_leaves_a_message_that_a_person_decides_on(
    tmp_path: Path, fault: str, accepted: int
) -> None:
    got: list[Any] = []

    async def answer(request: web.Request) -> web.Response:
        got.append((await request.json())["biz_opaque_callback_data"])
        return web.json_response({"messages": [{"id": f"wamid.REAL{len(got)}"}]})

    async with provider(answer) as url:
        message_id = await send_and_die(tmp_path, url, fault)
        async with a_world(tmp_path, is_new=False) as world:
            await settle(world)

            delivery, case = await world.delivery(message_id), await world.case()
            assert len(got) == len(set(got)) == accepted
            assert world.provider.posted == []
            assert delivery.state is DeliveryState.UNKNOWN
            assert case.next_move is not None
            assert case.next_move.holder is not Holder.CONTACT


async def test_a_receipt_settles_what_a_killed_sender_left_open(tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"messages": [{"id": "wamid.REAL"}]})

    async with provider(answer) as url:
        message_id = await send_and_die(tmp_path, url, "F19:kill:1")
    async with a_world(tmp_path, is_new=False) as world:
        await settle(world)
        await world.receives("delivered", "wamid.LAST", message_id)

        case = await world.case()
        assert (await world.delivery(message_id)).state is DeliveryState.DELIVERED
        assert case.next_move is not None
        assert case.next_move.holder is Holder.CONTACT
