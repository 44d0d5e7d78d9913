"""SQLite: one file, one writer, readers that never wait for it.

Writers of this process queue for a lock of their own rather than for the file's, so that none
of them polls; `BEGIN IMMEDIATE` keeps other processes out from the first statement on. What is
committed is on the disk: WAL with `synchronous=FULL`.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, ColumnElement, FromClause, event, func
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from clew.storage.engine import AnySelect, Engine
from clew.storage.sqlite_driver import connecting

READERS = 4
BUSY_TIMEOUT_MS = 5_000
PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-32768",
    # A checkpoint copies pages into the file while everybody waits: every 16 MB, not every 4.
    "PRAGMA wal_autocheckpoint=4000",
    "PRAGMA journal_size_limit=67108864",
)
UNIQUENESS = frozenset({"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"})


def open_sqlite(url: URL) -> Engine:
    """Return the engine of a database file, which is made when it is missing."""
    writer = connect(url, "BEGIN IMMEDIATE", pool_size=1, is_inline=True)
    readers = connect(url, "BEGIN", pool_size=READERS, pragmas=("PRAGMA query_only=ON",))
    turn = asyncio.Lock()

    @asynccontextmanager
    async def begin_write() -> AsyncIterator[AsyncConnection]:
        async with turn, writer.begin() as connection:
            yield connection

    async def dispose() -> None:
        await readers.dispose()
        await writer.dispose()

    return Engine(
        name="sqlite",
        begin_write=begin_write,
        begin_read=readers.begin,
        dispose=dispose,
        insert=insert,
        from_arrays=None,
        lock=_lock,
        has_row_locks=False,
        greatest=_greatest,
        conflict=_conflict,
        is_outage=lambda _error: False,
    )


def connect(
    url: URL,
    begin: str,
    *,
    pool_size: int,
    pragmas: tuple[str, ...] = (),
    checks_references: bool = True,
    is_inline: bool = False,
) -> AsyncEngine:
    """Return a pool of connections whose transactions start with the statement `begin`.

    References go unchecked only while migrations make tables anew.
    """
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        pool_size=pool_size,
        max_overflow=0,
        # The driver's own idea of when a transaction begins is switched off.
        connect_args={
            "isolation_level": None,
            "cached_statements": 512,
            "async_creator_fn": connecting(is_inline=is_inline),
        },
        query_cache_size=1_000,
    )

    checks = f"PRAGMA foreign_keys={'ON' if checks_references else 'OFF'}"

    def prepare(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in (*PRAGMAS, checks, *pragmas):
            cursor.execute(pragma)
        cursor.close()

    def start(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "connect", prepare)
    event.listen(engine.sync_engine, "begin", start)
    return engine


def _lock(query: AnySelect, *_tables: FromClause, skip_locked: bool = False) -> AnySelect:
    """Return the query as it is: the whole file is locked already."""
    del skip_locked
    return query


def _greatest(one: Any, other: Any) -> ColumnElement[Any]:
    return func.max(one, other)


def _conflict(error: BaseException) -> str | None:
    if isinstance(error, sqlite3.IntegrityError) and error.sqlite_errorname in UNIQUENESS:
        return str(error).rpartition(": ")[2]
    return None
