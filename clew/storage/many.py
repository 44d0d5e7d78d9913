"""Statements that are executed once for each of many rows.

The toolkit's own way looks every column of every row up by name several times over, which on
the hot path costs more than the database. Here a statement is compiled once per engine and set
of columns; a row then costs one look-up and one conversion per column.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Delete, Dialect, Insert, Update
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.storage.engine import Engine
from clew.storage.types import Processor

Statement: TypeAlias = Insert | Update | Delete
# A row on its way to a table: a value per parameter.
Values: TypeAlias = dict[str, Any]


class _Compiled(NamedTuple):
    """SQL, and how each of its parameters in turn is made from a row."""

    sql: str
    parameters: list[tuple[str, Processor | None]]
    constants: Values

    def bind(self, row: Values) -> tuple[Any, ...]:
        if self.constants:
            row = {**self.constants, **row}
        return tuple(
            [
                row[name] if convert is None else convert(row[name])
                for name, convert in self.parameters
            ]
        )


class Many:
    """A statement for many rows, all of which have the same names.

    An engine's own words, such as `on conflict`, are had by giving a function of the engine.
    """

    def __init__(self, statement: Statement | Callable[[Engine], Statement]) -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, ...], _Compiled] = {}

    async def run(
        self, connection: AsyncConnection, engine: Engine, rows: Sequence[Values]
    ) -> None:
        """Execute it for each of `rows`, in one call; for none, not at all."""
        if not rows:
            return
        key = (engine.name, *rows[0])
        compiled = self._compiled.get(key)
        if compiled is None:
            compiled = self._compiled[key] = self._compile(engine, connection.dialect, rows[0])
        await connection.exec_driver_sql(compiled.sql, [compiled.bind(row) for row in rows])

    def _compile(self, engine: Engine, dialect: Dialect, row: Values) -> _Compiled:
        statement = self._statement(engine) if callable(self._statement) else self._statement
        if isinstance(statement, Insert):
            statement = statement.inline()  # nothing is to be returned
        compiled = statement.compile(dialect=dialect, column_keys=_columns(statement, row))
        convert = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect)
            for bind, name in compiled.bind_names.items()
        }
        names = list(compiled.positiontup or ())
        constants = {name: compiled.params[name] for name in names if name not in row}
        return _Compiled(
            sql=str(compiled),
            parameters=[(name, convert[name]) for name in names],
            constants=constants,
        )


def _columns(statement: Statement, row: Values) -> list[str] | None:
    """Return which columns a bare insert fills; all others say it themselves."""
    is_bare = isinstance(statement, Insert) and set(row) <= set(statement.table.c.keys())
    return list(row) if is_bare else None
