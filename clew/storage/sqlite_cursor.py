"""The statements of `clew.storage.sqlite_driver`: run, with their rows, in one go."""

import sqlite3
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Protocol, Self


class Run(Protocol):
    """How a connection does something: where it is called, or in a thread."""

    async def __call__(self, work: Any, *, is_slow: bool = False) -> Any:
        """Return what `work` returns."""
        ...


class Cursor:
    """A statement and its rows, which are fetched with it."""

    def __init__(self, run: Run, cursor: sqlite3.Cursor) -> None:
        self._run = run
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

        self._rows = await self._run(work, is_slow=_waits(statement))
        return self

    async def executemany(self, statement: str, rows: Sequence[Sequence[Any]]) -> Self:
        """Run a statement for many rows."""
        await self._run(lambda: self._cursor.executemany(statement, rows))
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
