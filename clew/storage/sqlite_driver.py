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
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

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

    def cursor(self) -> "Cursor":
        """Return a cursor."""
        return Cursor(self, self._opened.cursor())

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


class Cursor:
    """A statement and its rows, which are fetched with it."""

    def __init__(self, connection: Connection, cursor: sqlite3.Cursor) -> None:
        self._connection = connection
        self._cursor = cursor
        self._rows: list[Any] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    @property
    def description(self) -> Any:
        """Return what the columns are."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """Return how many rows were changed."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """Return the row that was inserted last."""
        return self._cursor.lastrowid

    @property
    def arraysize(self) -> int:
        """Return how many rows are fetched by default."""
        return self._cursor.arraysize

    @arraysize.setter
    def arraysize(self, size: int) -> None:
        self._cursor.arraysize = size

    async def execute(self, statement: str, values: Sequence[Any] = ()) -> Self:
        """Run a statement and fetch its rows."""

        def work() -> list[Any]:
            self._cursor.execute(statement, values)
            return self._cursor.fetchall() if self._cursor.description else []

        self._rows = await self._connection.run(work, is_slow=_waits(statement))
        return self

    async def executemany(self, statement: str, rows: Sequence[Sequence[Any]]) -> Self:
        """Run a statement for many rows."""
        await self._connection.run(lambda: self._cursor.executemany(statement, rows))
        return self

    async def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Forget the rows."""
        self._rows = []
        self._cursor.close()


def _waits(statement: str) -> bool:
    """Say whether a statement waits for others or for the disk, however little it says."""
    return statement.startswith(("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "VACUUM", "CREATE"))


def connector(*, is_inline: bool) -> Callable[..., Awaitable[Connection]]:
    """Return what SQLAlchemy calls for a new connection."""

    async def connect(path: str, **options: Any) -> Connection:
        return await asyncio.to_thread(Connection, path, is_inline=is_inline, **options)

    return connect
