from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from clew.ports.store.transaction import StoreIsUnavailable
from clew.storage.engine import Engine
from clew.storage.sqlite import open_sqlite

ONE = [pytest.param("sqlite", id="sqlite")]
ADD = text("INSERT INTO attempts (key, window_began_at, count) VALUES (:key, 0, 1)")


@pytest.mark.parametrize("tables_url", ONE, indirect=True)
async def test_what_is_committed_is_on_the_disk(tables: Engine) -> None:
    async with tables.writing() as connection:
        found = [
            (await connection.execute(text(f"PRAGMA {name}"))).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert found == ["wal", 2, 1]


@pytest.mark.parametrize("tables_url", ONE, indirect=True)
async def test_writers_take_turns_and_none_fails(tables: Engine) -> None:
    async def write(number: int) -> None:
        async with tables.writing() as connection:
            await connection.execute(ADD, {"key": str(number)})
            await asyncio.sleep(0)

    await asyncio.gather(*(write(number) for number in range(30)))

    async with tables.reading() as connection:
        count = (await connection.execute(text("SELECT count(*) FROM attempts"))).scalar_one()
    assert count == 30


@pytest.mark.parametrize("tables_url", ONE, indirect=True)
async def test_a_writer_that_is_cancelled_leaves_nothing_behind(tables: Engine) -> None:
    begun = asyncio.Event()

    async def write_for_ever() -> None:
        async with tables.writing() as connection:
            await connection.execute(ADD, {"key": "a"})
            begun.set()
            await asyncio.sleep(60)

    task = asyncio.create_task(write_for_ever())
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    async with tables.writing() as connection:
        await connection.execute(ADD, {"key": "b"})
    async with tables.reading() as connection:
        keys = (await connection.execute(text("SELECT key FROM attempts"))).scalars().all()
    assert keys == ["b"]


async def test_a_file_that_cannot_be_made_is_an_outage(tmp_path: Path) -> None:
    engine = open_sqlite(make_url(f"sqlite:///{tmp_path / 'missing' / 'clew.db'}"))

    async def write() -> None:
        async with engine.writing():
            pass

    with pytest.raises(StoreIsUnavailable):
        await write()
    await engine.dispose()


@pytest.mark.parametrize("tables_url", ONE, indirect=True)
async def test_a_full_disk_is_an_outage_and_keeps_nothing(tables: Engine) -> None:
    async def fill() -> None:
        async with tables.writing() as connection:
            pages = (await connection.execute(text("PRAGMA page_count"))).scalar_one()
            await connection.execute(text(f"PRAGMA max_page_count={pages + 2}"))
            for number in range(2_000):
                await connection.execute(ADD, {"key": "x" * 500 + str(number)})

    with pytest.raises(StoreIsUnavailable):
        await fill()

    async with tables.reading() as connection:
        count = (await connection.execute(text("SELECT count(*) FROM attempts"))).scalar_one()
    assert count == 0
