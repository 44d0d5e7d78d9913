"""A database for a benchmark: a file, or a server of its own, gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from sqlalchemy import text

from benchmarks.report import line, percentiles
from clew.language.analyser import analyse
from clew.storage.engine import Engine
from clew.storage.people.people import SqlPeople
from clew.storage.reading.reader import StoredReader
from clew.storage.schema import metadata
from clew.storage.store import open_engine
from clew.storage.unit import Unit
from scripts.components import find_postgres
from tests.fixtures.postgres import initialise, running, unprivileged_identity

KINDS = ("sqlite", "postgresql")
WARM_UP = 5


@asynccontextmanager
async def a_database(kind: str) -> AsyncIterator[Engine]:
    """Make a database with our tables and nothing in them."""
    with an_address(kind) as url:
        engine = open_engine(url)
        try:
            async with engine.writing() as connection:
                await connection.run_sync(metadata.create_all)
            yield engine
        finally:
            await engine.dispose()


@contextmanager
def an_address(kind: str) -> Iterator[str]:
    """Yield the address of an empty database."""
    folder = Path(tempfile.mkdtemp(prefix="clew-benchmark-"))
    try:
        if kind == "sqlite":
            yield f"sqlite:///{folder / 'clew.db'}"
            return
        programs = find_postgres()
        assert programs is not None, "PostgreSQL is missing; `make components` installs it"
        identity = unprivileged_identity()
        if identity:
            os.chown(folder, identity["user"], identity["group"])
        initialise(programs, folder, identity)
        with running(programs, folder, identity) as server:
            server.sql('CREATE DATABASE "benchmark"')
            yield server.url("benchmark")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def learn(engine: Engine) -> None:
    """Let PostgreSQL count what is in its tables, as it does by itself after a while."""
    if engine.name == "postgresql":
        async with engine.writing() as connection:
            await connection.execute(text("ANALYZE"))


@asynccontextmanager
async def a_reader(engine: Engine) -> AsyncIterator[StoredReader]:
    """Begin a consistent read, as each request does."""
    async with engine.reading() as connection:
        unit = Unit(connection=connection, engine=engine)
        yield StoredReader(unit, SqlPeople(unit), analyse)


async def measured(
    name: str,
    engine: Engine,
    question: Callable[[StoredReader, int], Awaitable[object]],
    times: int = 100,
) -> list[float]:
    """Ask `question` so many times, each in a snapshot of its own; print and return seconds.

    Beside the time on the clock stands the processor's, in this process, on average: it says
    what a question costs when the machine does other things as well.
    """
    seconds: list[float] = []
    worked_before = 0.0
    for turn in range(-WARM_UP, times):
        if turn == 0:
            worked_before = time.process_time()
        began = time.perf_counter()
        async with a_reader(engine) as reader:
            await question(reader, turn)
        if turn >= 0:
            seconds.append(time.perf_counter() - began)
    worked = (time.process_time() - worked_before) / max(1, times) * 1000
    line(name, f"{percentiles(seconds)}; processor {worked:,.1f}")
    return seconds
