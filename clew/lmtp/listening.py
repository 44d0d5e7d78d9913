"""The listener: so many connections at once, and no more."""

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

from clew.lmtp.delivering import Delivering
from clew.lmtp.doors import AllInboxes, Doors
from clew.lmtp.protocol import MAX_BYTES, Protocol
from clew.ports.channel import Channel
from clew.ports.clock import Clock
from clew.ports.store import Intake

MOST_CONNECTIONS = 50

# It would log every line of every mail.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)


class _Refusal(asyncio.Protocol):
    """Says that there are too many, and hangs up."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Say it."""
        assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101 - for the types
        transport.write(b"421 4.3.2 too many connections, try again\r\n")
        transport.close()


class Listener:
    """Makes a protocol for each connection."""

    def __init__(self, delivering: Delivering, hostname: str, *, max_bytes: int, most: int) -> None:
        self._delivering = delivering
        self._hostname = hostname
        self._max_bytes = max_bytes
        self._most = most
        self._open = 0

    def connection(self) -> asyncio.BaseProtocol:
        """Return what talks to somebody who has just connected."""
        if self._open >= self._most:
            return _Refusal()
        self._open += 1
        return Protocol(self._delivering.hooks(), self._hostname, self._max_bytes, self._ended)

    def _ended(self) -> None:
        self._open -= 1


@asynccontextmanager
async def listening(
    at: tuple[str, int],
    inboxes: AllInboxes,
    channels: Mapping[str, Channel],
    intake: Intake,
    clock: Clock,
) -> AsyncIterator[int]:
    """Take mail at an address as long as the context lasts; yield the port.

    Raises:
        OSError: The address is taken.
    """
    delivering = Delivering(Doors(inboxes, channels), intake, clock)
    listener = Listener(
        delivering, socket.gethostname(), max_bytes=MAX_BYTES, most=MOST_CONNECTIONS
    )
    server = await asyncio.get_running_loop().create_server(listener.connection, *at)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
