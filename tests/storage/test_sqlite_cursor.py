"""A statement and its rows are one step, done where the connection says."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest

from clew.storage.sqlite_cursor import Cursor


class Steps:
    """Does what it is given at once, and notes which steps may be slow."""

    def __init__(self) -> None:
        self.slow: list[bool] = []

    async def __call__(self, work: Callable[[], Any], *, is_slow: bool = False) -> Any:
        self.slow.append(is_slow)
        return work()


@pytest.mark.parametrize(
    ("statement", "is_slow"),
    [("BEGIN IMMEDIATE", True), ("PRAGMA cache_size", True), ("SELECT 1", False)],
)
async def test_only_what_waits_for_others_is_called_slow(statement: str, is_slow: bool) -> None:
    steps, connection = Steps(), sqlite3.connect(":memory:", isolation_level=None)

    await Cursor(steps, connection.cursor()).execute(statement)

    connection.close()
    assert steps.slow == [is_slow]


async def test_a_statement_and_its_rows_are_one_step() -> None:
    steps, connection = Steps(), sqlite3.connect(":memory:", isolation_level=None)

    async with Cursor(steps, connection.cursor()) as cursor:
        await cursor.execute("SELECT 1 UNION SELECT 2")
        rows = await cursor.fetchall()

    connection.close()
    assert (rows, len(steps.slow)) == ([(1,), (2,)], 1)
