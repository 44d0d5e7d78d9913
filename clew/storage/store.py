"""A store over a database: transactions that record, snapshots that answer, an intake."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError

from clew.ports.bus import Bus
from clew.ports.language import Analyser
from clew.ports.store.intake import Intake, IntakeEvent
from clew.ports.store.reading import Reader
from clew.ports.store.stores import Claim
from clew.ports.store.transaction import StoreIsUnavailable, Transaction
from clew.storage.audit import audit
from clew.storage.engine import Engine
from clew.storage.intake import SqlIntake, check, claim, look
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


@dataclass(frozen=True, slots=True)
class Claimed:
    """Events that are being read, and how the transaction of their effects begins."""

    events: Sequence[IntakeEvent]
    write: Callable[[], AbstractAsyncContextManager[Transaction]]


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
        async with self._writing() as unit:
            yield SqlTransaction(unit)

    @asynccontextmanager
    async def claim(self, limit: int) -> AsyncIterator[Claim]:
        """Look at pending events, the oldest first; whoever reads them keeps nobody from writing.

        Where rows can be locked, these are, in the transaction of their effects; where a writer
        is alone, that begins when the events were read, and sees whether they are still there.
        """
        if self._engine.apart is None:
            async with self._writing() as unit:
                events = await claim(unit, limit)
                yield Claimed(events, lambda: nullcontext(SqlTransaction(unit)))
            return
        async with self._engine.apart.reading() as connection:
            events = await look(Unit(connection=connection, engine=self._engine.apart), limit)
        yield Claimed(events, partial(self._write_of, self._engine.apart, events))

    @asynccontextmanager
    async def _write_of(
        self, apart: Engine, events: Sequence[IntakeEvent]
    ) -> AsyncIterator[Transaction]:
        async with self.write() as transaction:
            await check(apart, events)
            yield transaction

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[Unit]:
        async with self._engine.writing() as connection:
            unit = Unit(connection=connection, engine=self._engine)
            yield unit
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
