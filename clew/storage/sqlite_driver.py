"""SQLite for an event loop, with as few hops between threads as possible.

The usual asynchronous driver passes every step of every statement (cursor, execute, fetch,
close) to a thread and back: four hops, each of which may wait for the interpreter's lock. A
statement of ours costs one hop on a reader's connection, which may take its time, and none on
the writer's, whose statements are short: there only what waits for the disk or for another
process (`BEGIN`, `COMMIT`) goes to a thread.

The classes answer to what SQLAlchemy's adapter for aiosqlite calls, and to no more.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from clew.storage.sqlite_cursor import Cursor

Result = TypeVar("Result")


class Connection:
    """One connection; `is_inline` runs statements where they are called."""

    def __init__(self, path: str, *, is_inline: bool, **options: Any) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        self._is_inline = is_inline
        self._connection: sqlite3.Connection | None = sqlite3.connect(
            path, **{**options, "check_same_thread": False}
        )

    @property
    def isolation_level(self) -> str | None:
        """Return what the standard driver calls its isolation level."""
        return self._opened.isolation_level

    @property
    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            raise ValueError("connection closed")
        return self._connection

    def cursor(self) -> Cursor:
        """Return a cursor."""
        return Cursor(self.run, self._opened.cursor())

    async def run(self, work: Callable[[], Result], *, is_slow: bool = False) -> Result:
        """Do something with the connection, here or in its thread; never two things at once."""
        if self._is_inline and not is_slow:
            return work()
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    async def create_function(self, *given: Any, **options: Any) -> None:
        """Teach SQLite a function."""
        self._opened.create_function(*given, **options)

    async def commit(self) -> None:
        """Return when what was written is on the disk."""
        await self.run(self._opened.commit, is_slow=True)

    async def rollback(self) -> None:
        """Forget what was written."""
        await self.run(self._opened.rollback, is_slow=True)

    async def close(self) -> None:
        """Close; nothing happens the second time."""
        if self._connection is not None:
            await self.run(self._connection.close, is_slow=True)
        self.stop()

    def stop(self) -> None:
        """Let go of the connection without waiting."""
        self._connection = None
        self._pool.shutdown(wait=False)


def connecting(*, is_inline: bool) -> Callable[..., Awaitable[Connection]]:
    """Return what SQLAlchemy calls for a new connection."""

    async def connect(path: str, **options: Any) -> Connection:
        return await asyncio.to_thread(Connection, path, is_inline=is_inline, **options)

    return connect
