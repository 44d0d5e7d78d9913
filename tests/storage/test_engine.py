"""Failures of either engine are named as the port names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from clew.ports.store.transaction import StoreIsUnavailable
from clew.storage.engine import Engine, padded


@given(st.lists(st.integers(), max_size=300))
def test_padding_adds_nothing_new(values: list[int]) -> None:
    filled = padded(values)

    assert set(filled) == set(values)
    assert filled[: len(values)] == values
    assert len(filled) == 0 or len(filled).bit_count() == 1


async def test_a_snapshot_does_not_move(tables: Engine) -> None:
    count = text("SELECT count(*) FROM attempts")
    add = text("INSERT INTO attempts (key, window_began_at, count) VALUES ('a', 0, 1)")
    if tables.name == "postgresql":
        add = text("INSERT INTO attempts (key, window_began_at, count) VALUES ('a', now(), 1)")

    async with tables.reading() as reader:
        before = (await reader.execute(count)).scalar_one()
        async with tables.writing() as writer:
            await writer.execute(add)
        during = (await reader.execute(count)).scalar_one()
    async with tables.reading() as reader:
        after = (await reader.execute(count)).scalar_one()

    assert (before, during, after) == (0, 0, 1)


async def test_a_reader_cannot_write(tables: Engine) -> None:
    async with tables.reading() as reader:
        with pytest.raises(Exception, match=r"(?i)read.?only"):
            await reader.execute(text("DELETE FROM attempts"))


async def test_what_fails_inside_is_not_hidden(tables: Engine) -> None:
    async def fail() -> None:
        async with tables.writing():
            raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        await fail()


@pytest.mark.parametrize("tables_url", ["postgresql"], indirect=True)
async def test_a_server_that_hangs_up_is_an_outage(tables: Engine) -> None:
    async def be_cut_off() -> None:
        async with tables.writing() as connection:
            await connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(StoreIsUnavailable):
        await be_cut_off()

    async with tables.reading() as connection:
        assert (await connection.execute(text("SELECT 1"))).scalar_one() == 1
