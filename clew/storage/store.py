"""A store over a database: transactions that record, snapshots that answer, an intake."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from clew.ports.bus import Bus
from clew.ports.language import Analyser
from clew.ports.store.intake import Intake
from clew.ports.store.reading import Reader
from clew.ports.store.transaction import StoreIsUnavailable, Transaction
from clew.storage.audit import audit
from clew.storage.engine import Engine
from clew.storage.intake import SqlIntake
from clew.storage.migrations.running import is_current
from clew.storage.people.people import SqlPeople
from clew.storage.postgres import open_postgres
from clew.storage.reading.reader import StoredReader
from clew.storage.search.indexing import index_log
from clew.storage.sqlite import open_sqlite
from clew.storage.transaction import SqlTransaction
from clew.storage.unit import Unit


def open_store(url: str, *, bus: Bus, analyser: Analyser) -> "SqlStore":
    """Return the store of a database with our tables: `sqlite:///file` or `postgresql://...`."""
    return SqlStore(open_engine(url), bus=bus, analyser=analyser)


def open_engine(url: str) -> Engine:
    """Return the engine that `url` names.

    Raises:
        ValueError: It names another kind of database.
    """
    parsed = make_url(url)
    match parsed.get_backend_name():
        case "sqlite":
            return open_sqlite(parsed)
        case "postgresql" | "postgres":
            return open_postgres(parsed)
        case other:
            raise ValueError(f"a database is sqlite:/// or postgresql://, not {other}")


class SqlStore:
    """The truth. One per process; it belongs to the event loop that it is first used in."""

    def __init__(self, engine: Engine, *, bus: Bus, analyser: Analyser) -> None:
        self._engine = engine
        self._bus = bus
        self._analyser = analyser
        self._intake = SqlIntake(engine, bus)
        self.intake: Intake = self._intake

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """Begin a transaction; commit at the end of the context, roll back on an error.

        Raises:
            StoreIsUnavailable: It could not be begun or committed.
            Conflict: A row that must be unique exists already.
        """
        async with self._engine.writing() as connection:
            unit = Unit(connection=connection, engine=self._engine)
            yield SqlTransaction(unit)
        for do in unit.afterwards:
            await do()
        for topic, workspace_id in unit.hints:
            self._bus.publish(topic, workspace_id)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Reader]:
        """Begin a consistent read."""
        async with self._engine.reading() as connection:
            unit = Unit(connection=connection, engine=self._engine)
            yield StoredReader(unit, SqlPeople(unit), self._analyser)

    async def is_ready(self) -> bool:
        """Say whether the database answers and has the newest schema."""
        try:
            async with self._engine.reading() as connection:
                return await connection.run_sync(is_current)
        except (StoreIsUnavailable, SQLAlchemyError):
            return False

    async def audit(self, now: datetime) -> Mapping[str, int]:
        """Return, per invariant, how many rows violate it, by SQL of its own."""
        async with self._engine.reading() as connection:
            return await audit(Unit(connection=connection, engine=self._engine), now)

    async def index(self, limit: int) -> int:
        """Index at most `limit` further log entries for search; return how many."""
        return await index_log(self._engine, self._analyser, limit)

    async def close(self) -> None:
        """Let go of everything."""
        await self._intake.close()
        await self._engine.dispose()
