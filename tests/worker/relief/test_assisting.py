"""The second process takes events in, tells of it, and ends with the first or when all is quiet."""

from __future__ import annotations

import asyncio
import socket

from clew.bus.inprocess import InProcessBus
from clew.ports.bus import Topic
from clew.worker.relief.assisting import QUIET_WINDOWS, assist, telling
from clew.worker.relief.lines import hint_line, read_hint, read_taken
from tests.fixtures.workplace import Shop
from tests.worker.relief.test_load import Watch

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def a_line() -> tuple[Line, Line]:
    """Return both ends of a socket."""
    one, other = socket.socketpair()
    return await asyncio.open_connection(sock=one), await asyncio.open_connection(sock=other)


async def test_events_are_taken_in_and_told_of(shop: Shop) -> None:
    (reader, writer), theirs = await a_line()
    assert isinstance(shop.deps.bus, InProcessBus)
    shop.deps.bus.echo = telling(theirs[1])
    await shop.append(shop.incoming("wamid.1", "Where is my parcel?"))

    assisting = asyncio.create_task(assist(shop.deps, *theirs))
    lines = list[bytes]()
    while 1 not in map(read_taken, lines):
        lines.append(await reader.readline())
    writer.write(hint_line(Topic.INTAKE, None))
    writer.close()
    await assisting

    assert (Topic.LOG, shop.inbox.workspace_id) in map(read_hint, lines)
    assert (await shop.deps.store.intake.counts()).pending == 0
    theirs[1].close()


async def test_when_all_is_quiet_it_ends(shop: Shop) -> None:
    (_, writer), theirs = await a_line()
    watch = Watch()

    def clock() -> float:
        watch.now += QUIET_WINDOWS + 1
        return watch.now

    await assist(shop.deps, *theirs, clock=clock)

    writer.close()
    theirs[1].close()
