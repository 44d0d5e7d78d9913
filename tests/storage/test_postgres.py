from __future__ import annotations

import pytest
from sqlalchemy import make_url, text

from clew.ports.store.transaction import StoreIsUnavailable
from clew.storage.engine import Engine
from clew.storage.postgres import SESSION, open_postgres
from tests.fixtures.network import find_free_port


async def test_a_server_that_is_not_there_is_an_outage() -> None:
    engine = open_postgres(make_url(f"postgresql://clew:x@127.0.0.1:{find_free_port()}/clew"))

    async def reach() -> None:
        async with engine.reading():
            pass

    with pytest.raises(StoreIsUnavailable):
        await reach()
    await engine.dispose()


@pytest.mark.parametrize("tables_url", ["postgresql"], indirect=True)
async def test_sessions_are_set_up(tables: Engine) -> None:
    async with tables.writing() as connection:
        plan = (await connection.execute(text("SHOW plan_cache_mode"))).scalar_one()
        zone = (await connection.execute(text("SHOW timezone"))).scalar_one()

    assert (plan, zone) == (SESSION["plan_cache_mode"], "UTC")


@pytest.mark.parametrize("tables_url", ["postgresql"], indirect=True)
async def test_a_statement_that_takes_too_long_is_an_outage(tables: Engine) -> None:
    async def dawdle() -> None:
        async with tables.writing() as connection:
            await connection.execute(text("SET LOCAL statement_timeout = 50"))
            await connection.execute(text("SELECT pg_sleep(5)"))

    with pytest.raises(StoreIsUnavailable):
        await dawdle()
