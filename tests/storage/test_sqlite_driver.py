"""One statement, one hop at most; what fails, fails as with the standard driver."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from clew.storage.sqlite_driver import Connection, connecting

KINDS = pytest.mark.parametrize("is_inline", [True, False], ids=["writer", "reader"])


async def opened(folder: Path, *, is_inline: bool) -> Connection:
    return await connecting(is_inline=is_inline)(str(folder / "some.db"), isolation_level=None)


@KINDS
async def test_rows_come_back_with_their_statement(tmp_path: Path, is_inline: bool) -> None:
    connection = await opened(tmp_path, is_inline=is_inline)
    cursor = connection.cursor()

    await cursor.execute("CREATE TABLE words (word TEXT)")
    await cursor.executemany("INSERT INTO words VALUES (?)", [("thread",), ("clew",)])
    changed = cursor.rowcount
    await cursor.execute("SELECT word FROM words ORDER BY word")

    assert changed == 2
    assert [row[0] for row in cursor.description] == ["word"]
    assert await cursor.fetchall() == [("clew",), ("thread",)]
    assert await cursor.fetchall() == []
    await connection.close()


@KINDS
async def test_what_was_rolled_back_is_gone(tmp_path: Path, is_inline: bool) -> None:
    connection = await opened(tmp_path, is_inline=is_inline)
    cursor = connection.cursor()
    await cursor.execute("CREATE TABLE words (word TEXT)")

    await cursor.execute("BEGIN IMMEDIATE")
    await cursor.execute("INSERT INTO words VALUES ('gone')")
    await connection.rollback()
    await cursor.execute("BEGIN IMMEDIATE")
    await cursor.execute("INSERT INTO words VALUES ('kept')")
    await connection.commit()
    await cursor.execute("SELECT word FROM words")

    assert await cursor.fetchall() == [("kept",)]
    await connection.close()


@KINDS
async def test_a_wrong_statement_fails_as_it_would_elsewhere(
    tmp_path: Path, is_inline: bool
) -> None:
    connection = await opened(tmp_path, is_inline=is_inline)

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        await connection.cursor().execute("SELECT 1 FROM nowhere")

    await connection.close()


async def test_a_writers_short_statements_stay_on_their_thread(tmp_path: Path) -> None:
    threads: list[str] = []
    for is_inline in (True, False):
        connection = await opened(tmp_path, is_inline=is_inline)
        await connection.create_function(
            "note", 0, lambda: threads.append(threading.current_thread().name)
        )
        await connection.cursor().execute("SELECT note()")
        await connection.close()

    assert threads[0] == threading.current_thread().name
    assert threads[1].startswith("sqlite")


async def test_a_closed_connection_says_so_and_closes_again(tmp_path: Path) -> None:
    connection = await opened(tmp_path, is_inline=True)
    await connection.close()

    await connection.close()
    with pytest.raises(ValueError, match="connection closed"):
        connection.cursor()
