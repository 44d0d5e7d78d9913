"""Connections to mail servers, used again while they last.

Logging in takes longer than handing over a mail, and servers limit how often and by how many one
may come in at once.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

from clew.ports.channel import MailServer
from clew.smtp.connecting import Connection

# At once to one server, under one name. Large providers allow ten, small ones fewer.
MOST_AT_ONCE = 4
# Servers hang up after minutes, some sooner; a connection that is just being closed costs a try.
IDLE_SECONDS = 20.0
MAILS_PER_CONNECTION = 100


class Pool:
    """All connections. Use within one event loop."""

    def __init__(self) -> None:
        self._idle: dict[MailServer, list[Connection]] = {}
        self._room: dict[MailServer, asyncio.Semaphore] = {}
        self._sweep: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def room(self, server: MailServer) -> AsyncIterator[None]:
        """Wait until a connection to a server may be had."""
        room = self._room.setdefault(server, asyncio.Semaphore(MOST_AT_ONCE))
        async with room:
            yield
        if not room.locked() and not self._idle.get(server):
            self._room.pop(server, None)

    def take(self, server: MailServer) -> Connection | None:
        """Return a connection that was used before, if there is one."""
        while idle := self._idle.get(server):
            connection = idle.pop()
            if connection.is_open and not self._is_old(connection):
                return connection
            connection.close()
        return None

    def give_back(self, server: MailServer, connection: Connection) -> None:
        """Keep a connection for the next mail, if it is worth it."""
        if not connection.is_open or connection.mails >= MAILS_PER_CONNECTION:
            connection.close()
            return
        loop = asyncio.get_running_loop()
        connection.idle_since = loop.time()
        self._idle.setdefault(server, []).append(connection)
        if self._sweep is None:
            self._sweep = loop.call_later(IDLE_SECONDS, self._close_idle)

    async def close(self) -> None:
        """Take leave of every server."""
        if self._sweep is not None:
            self._sweep.cancel()
            self._sweep = None
        connections = [one for idle in self._idle.values() for one in idle]
        self._idle.clear()
        for connection in connections:
            await _politely(connection.client.quit)
            connection.close()

    def _is_old(self, connection: Connection) -> bool:
        return asyncio.get_running_loop().time() - connection.idle_since >= IDLE_SECONDS

    def _close_idle(self) -> None:
        self._sweep = None
        for server, idle in list(self._idle.items()):
            old = [one for one in idle if self._is_old(one) or not one.is_open]
            for one in old:
                one.close()
            self._idle[server] = [one for one in idle if one not in old]
            if not self._idle[server]:
                del self._idle[server]
        if self._idle:
            self._sweep = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._close_idle)


async def _politely(quit_: Callable[..., Awaitable[object]]) -> None:
    with suppress(Exception):  # it is over either way
        await quit_(timeout=1.0)
