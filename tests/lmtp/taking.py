"""A listener with an intake that does as it is told, and somebody who hands over mail."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from clew.channels.registry import installed_channels
from clew.domain.people import Inbox
from clew.lmtp.listening import listening
from clew.ports.store import Intake, NewEvent, StoreIsUnavailable
from tests.clocks import StoppedClock
from tests.lmtp.test_doors import OURS

MAIL = b"Subject: hello\r\n\r\nWhere is it?\r\n..\r\n"


@dataclass
class Kept:
    """What was taken in; while `is_away` nothing is."""

    events: list[NewEvent] = field(default_factory=list)
    is_away: bool = False

    async def append(self, event: NewEvent) -> None:
        if self.is_away:
            raise StoreIsUnavailable("away")
        self.events.append(event)


@dataclass
class Peer:
    """A server that hands over mail."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def hear(self) -> str:
        """Return the next answer, its last line."""
        while (line := (await self.reader.readline()).decode())[3:4] == "-":
            pass
        return line.strip()

    async def say(self, line: str) -> str:
        self.writer.write(line.encode() + b"\r\n")
        return await self.hear()


@asynccontextmanager
async def taking(kept: Kept, inboxes: Sequence[Inbox] = (OURS,)) -> AsyncIterator[int]:
    async def all_inboxes() -> Sequence[Inbox]:
        return inboxes

    intake = cast("Intake", cast("Any", kept))
    at = ("127.0.0.1", 0)
    async with listening(at, all_inboxes, installed_channels(), intake, StoppedClock()) as port:
        yield port


@asynccontextmanager
async def greeted(port: int, greeting: str = "LHLO mx.example") -> AsyncIterator[Peer]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    peer = Peer(reader, writer)
    try:
        assert (await peer.hear()).startswith("220")
        assert (await peer.say(greeting)).startswith("250")
        yield peer
    finally:
        writer.close()
        await asyncio.sleep(0)
