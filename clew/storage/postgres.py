"""PostgreSQL: many writers, who wait for the rows that they share and for nothing else."""

from collections.abc import Mapping
from typing import Any, cast

from sqlalchemy import (
    URL,
    BindParameter,
    ColumnElement,
    FromClause,
    Insert,
    bindparam,
    column,
    func,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.sql import visitors
from sqlalchemy.types import TypeEngine

from clew.storage.engine import AnySelect, Engine, Statement

POOL_SIZE = 10
POOL_OVERFLOW = 10
POOL_TIMEOUT_SECONDS = 5
CONNECT_TIMEOUT_SECONDS = 5

SESSION = {
    "application_name": "clew",
    "timezone": "UTC",
    # Statements are prepared once and run for years: planning them for each value costs more
    # than it finds (measured: 610 against 194 microseconds).
    "plan_cache_mode": "force_generic_plan",
    "statement_timeout": "30000",
    "lock_timeout": "10000",
    "idle_in_transaction_session_timeout": "60000",
    "jit": "off",
}

# Source: PostgreSQL manual, appendix A, "PostgreSQL Error Codes".
UNIQUE_VIOLATION = "23505"
OUTAGES = (
    "08",  # the connection
    "53",  # disk full, out of memory, too many connections
    "57",  # shut down, cancelled by a timeout
    "58",  # errors of the system below
    "25006",  # read-only: a standby
    "40001",  # could not serialise
    "40P01",  # deadlock
    "55P03",  # a lock was not to be had in time
)


def open_postgres(url: URL) -> Engine:
    """Return the engine of a server's database."""
    writers = connect(url, isolation_level="READ COMMITTED")
    readers = writers.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engine(
        name="postgresql",
        begin_write=writers.begin,
        begin_read=readers.begin,
        dispose=writers.dispose,
        insert=insert,
        from_arrays=_from_arrays,
        lock=_lock,
        has_row_locks=True,
        greatest=_greatest,
        conflict=_conflict,
        is_outage=_is_outage,
    )


def connect(url: URL, **options: Any) -> AsyncEngine:
    """Return a pool of connections."""
    return create_async_engine(
        url.set(drivername="postgresql+asyncpg"),
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        pool_pre_ping=False,
        connect_args={
            "server_settings": SESSION,
            "timeout": CONNECT_TIMEOUT_SECONDS,
            "prepared_statement_cache_size": 500,
        },
        # `Json` reads it, by the shape of each column.
        json_deserializer=str,
        query_cache_size=1_000,
        **options,
    )


def _from_arrays(statement: Statement, kinds: Mapping[str, TypeEngine[Any]]) -> Statement:
    """Let one execution do for whole arrays what the statement does for one row.

    An insert takes its rows from the arrays, side by side; of another statement each parameter
    becomes a column of them. No two rows may concern the same row of the table.
    """
    arrays = [bindparam(name, type_=ARRAY(kind)) for name, kind in kinds.items()]
    columns = [column(name, kind) for name, kind in kinds.items()]
    given = func.unnest(*arrays).table_valued(*columns).render_derived(name="given")
    if isinstance(statement, Insert):
        names = list(kinds)
        return statement.from_select(names, select(*(given.c[name] for name in names)))

    def replace(element: Any, **_: object) -> Any:
        if isinstance(element, BindParameter) and element.key in given.c:
            return given.c[element.key]
        return None

    return cast(Statement, visitors.replacement_traverse(statement, {}, replace))


def _lock(query: AnySelect, *tables: FromClause, skip_locked: bool = False) -> AnySelect:
    """Lock against changes, but not against new rows that refer to these."""
    return query.with_for_update(of=tables or None, key_share=True, skip_locked=skip_locked)


def _greatest(one: Any, other: Any) -> ColumnElement[Any]:
    return func.greatest(one, other)


def _conflict(error: BaseException) -> str | None:
    if _code(error) != UNIQUE_VIOLATION:
        return None
    return str(getattr(error.__cause__, "constraint_name", "") or "row")


def _is_outage(error: BaseException) -> bool:
    return _code(error).startswith(OUTAGES)


def _code(error: BaseException) -> str:
    return str(getattr(error, "sqlstate", None) or "")
