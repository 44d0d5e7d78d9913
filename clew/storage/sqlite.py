"""SQLite: a file with one writer at a time, and readers that never wait for it.

The intake lies in a second file, with a writer of its own: what comes in is durable and
acknowledged while effects are being written. Readers see both files as one database. Writers
take turns, across processes too, so that none of them polls; `BEGIN IMMEDIATE` keeps out
whoever does not know of turns. What is committed is on the disk: WAL with `synchronous=FULL`.
"""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import URL, ColumnElement, FromClause, event, func
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from clew.storage.engine import AnySelect, Engine
from clew.storage.file_turn import FileTurn
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
    intake_url = url_of_intake(url)
    attach = f"ATTACH DATABASE {quoted(str(intake_url.database))} AS apart"
    readers = connect(url, "BEGIN", pool_size=READERS, pragmas=(attach, "PRAGMA query_only=ON"))
    writer = connect(url, "BEGIN IMMEDIATE", pool_size=1, is_inline=True)
    # References to the other file cannot be checked; whoever takes an event in checks them.
    intake_writer = connect(
        intake_url, "BEGIN IMMEDIATE", pool_size=1, is_inline=True, checks_references=False
    )

    turn, intake_turn = _turn(url), _turn(intake_url)

    async def dispose() -> None:
        for engine in (readers, writer, intake_writer):
            await engine.dispose()
        turn.close()
        intake_turn.close()

    intake = Engine(
        name="sqlite",
        begin_write=_in_turn(intake_turn, intake_writer),
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
    return replace(intake, begin_write=_in_turn(turn, writer), apart=intake)


def url_of_intake(url: URL) -> URL:
    """Return the address of the file beside the main one that holds the intake."""
    return url.set(database=str(Path(url.database or "").with_suffix(".intake.db")))


def quoted(value: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + value.replace("'", "''") + "'"


def _turn(url: URL) -> FileTurn:
    return FileTurn(Path(f"{url.database}.turn"))


def _in_turn(
    turn: FileTurn, writer: AsyncEngine
) -> Callable[[], AbstractAsyncContextManager[AsyncConnection]]:

    @asynccontextmanager
    async def begin_write() -> AsyncIterator[AsyncConnection]:
        async with turn.taken(), writer.begin() as connection:
            yield connection

    return begin_write


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
