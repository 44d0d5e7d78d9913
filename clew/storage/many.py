"""Statements that are executed once for each of many rows.

The toolkit's own way looks every column of every row up by name several times over, which on
the hot path costs more than the database. Here a statement is compiled once per engine and set
of columns; a row then costs one look-up and one conversion per column. Where the engine takes
arrays, one execution does all rows.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Dialect, Insert
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.storage.engine import Engine, Statement
from clew.storage.types import Processor

# A row on its way to a table: a value per parameter.
Values: TypeAlias = dict[str, Any]


class _Compiled(NamedTuple):
    """SQL, and how each of its parameters in turn is made from a row.

    Attributes:
        constants: Parameters that are the same for every row.
        takes_arrays: One execution takes all rows, a list per parameter.
    """

    sql: str
    parameters: list[tuple[str, Processor | None]]
    constants: Values
    takes_arrays: bool

    def bound(self, rows: Sequence[Values]) -> Any:
        """Return the parameters of all rows as the driver wants them."""
        if self.takes_arrays:
            return tuple(self._column(name, convert, rows) for name, convert in self.parameters)
        return [self._bound(row) for row in rows]

    def _column(self, name: str, convert: Processor | None, rows: Sequence[Values]) -> Any:
        if name in self.constants:
            return convert(self.constants[name]) if convert else self.constants[name]
        return [row[name] if convert is None else convert(row[name]) for row in rows]

    def _bound(self, row: Values) -> tuple[Any, ...]:
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
        await connection.exec_driver_sql(compiled.sql, compiled.bound(rows))

    def _compile(self, engine: Engine, dialect: Dialect, row: Values) -> _Compiled:
        statement = self._statement(engine) if callable(self._statement) else self._statement
        is_bare = isinstance(statement, Insert) and set(row) <= set(statement.table.c.keys())
        if isinstance(statement, Insert):
            statement = statement.inline()  # nothing is to be returned
        columns = list(row) if is_bare else None
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        kinds = {name: bind.type for bind, name in compiled.bind_names.items()}
        takes_arrays = engine.from_arrays is not None and (
            is_bare or not isinstance(statement, Insert)
        )
        if engine.from_arrays is not None and takes_arrays:
            given = {name: kinds[name] for name in row}
            compiled = engine.from_arrays(statement, given).compile(dialect=dialect)
        names = list(compiled.positiontup or ())
        return _Compiled(
            sql=str(compiled),
            parameters=[
                (name, kinds[name].dialect_impl(dialect).bind_processor(dialect)) for name in names
            ],
            constants={name: compiled.params[name] for name in names if name not in row},
            takes_arrays=takes_arrays,
        )
