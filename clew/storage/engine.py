"""What the storage layer asks of an engine, and the one place where its failures are named.

`clew.storage.sqlite` and `clew.storage.postgres` make an `Engine`; everything else is written
once, for both.
"""

from collections.abc import AsyncIterator, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Delete, FromClause, Insert, Row, Select, Table, Update
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from clew.domain.errors import Conflict
from clew.ports.store.transaction import StoreIsUnavailable

Value = TypeVar("Value")
# Any: what a query returns is known where its columns are listed.
AnySelect: TypeAlias = Select[*tuple[Any, ...]]
Statement: TypeAlias = Insert | Update | Delete
AnyRow: TypeAlias = Row[*tuple[Any, ...]]


class Lock(Protocol):
    """Lock the rows of some tables that a query returns, in the order in which it returns them."""

    def __call__(
        self, query: AnySelect, *tables: FromClause, skip_locked: bool = False
    ) -> AnySelect:
        """Return the query that locks; one that skips leaves out what others hold."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """An open database, and what differs between the two kinds.

    Attributes:
        begin_write: A transaction that may change things, committed when its context ends.
        begin_read: A consistent snapshot.
        insert: The engine's own insert, which knows `on_conflict_do_update`.
        from_arrays: Makes of a statement for one row, with its parameters and their types, one
            for many, given as an array per parameter; None where there are no arrays.
        greatest: The greater of two values.
        conflict: The constraint that an error of the driver says was violated, if it must be
            unique; None for every other error.
        has_row_locks: False where a writer is alone anyway.
        is_outage: Whether an error of the driver means that the database cannot serve now.
        apart: The engine of the intake where that lies in a file of its own; None where it is a
            table like the others.
    """

    name: str
    begin_write: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    begin_read: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    dispose: Callable[[], Any]
    insert: Callable[[Table], SqliteInsert | PostgresInsert]
    from_arrays: Callable[[Statement, Mapping[str, TypeEngine[Any]]], Statement] | None
    lock: Lock
    has_row_locks: bool
    greatest: Callable[[Any, Any], ColumnElement[Any]]
    conflict: Callable[[BaseException], str | None]
    is_outage: Callable[[BaseException], bool]
    apart: "Engine | None" = None

    @property
    def of_intake(self) -> "Engine":
        """Return the engine that writes the intake."""
        return self.apart or self

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Begin a transaction that may change things.

        Raises:
            StoreIsUnavailable: It could not be begun, carried on or committed.
            Conflict: A row that must be unique exists already.
        """
        async with self._translating(), self.begin_write() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Begin a consistent read.

        Raises:
            StoreIsUnavailable: It could not be begun or carried on.
        """
        async with self._translating(), self.begin_read() as connection:
            yield connection

    @asynccontextmanager
    async def _translating(self) -> AsyncIterator[None]:
        try:
            yield
        except DBAPIError as error:
            if (ours := self._ours(error)) is not None:
                raise ours from error
            raise
        except (PoolTimeoutError, OSError) as error:
            raise StoreIsUnavailable(f"the database cannot be reached: {error}") from error

    def _ours(self, error: DBAPIError) -> Exception | None:
        cause = error.orig if error.orig is not None else error
        if (constraint := self.conflict(cause)) is not None:
            return Conflict(constraint)
        is_broken = error.connection_invalidated or isinstance(error, InterfaceError)
        if is_broken or isinstance(error, OperationalError) or self.is_outage(cause):
            return StoreIsUnavailable(f"the database refuses: {cause}")
        return None


def padded(values: Collection[Value]) -> list[Value]:
    """Return the values with the last repeated up to a power of two.

    A list in a query is written out, so that each length is a statement of its own, to be
    parsed and planned anew; with this there are a dozen lengths and not a thousand.
    """
    filled = list(values)
    if filled:
        wanted = 1 << (len(filled) - 1).bit_length()
        filled.extend(filled[-1:] * (wanted - len(filled)))
    return filled
