"""Looking straight into the tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Executable

from clew.storage.engine import AnyRow, Engine


async def rows(engine: Engine, query: Executable) -> list[AnyRow]:
    """Return what is there."""
    async with engine.reading() as connection:
        return list((await connection.execute(query)).fetchall())


async def column(engine: Engine, query: Executable) -> list[Any]:
    """Return the first column of what is there."""
    return [row[0] for row in await rows(engine, query)]
