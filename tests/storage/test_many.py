"""A statement for many rows does what the same statement does for each of them."""

from __future__ import annotations

from sqlalchemy import bindparam, delete, insert, select, update

from clew.storage.engine import Engine
from clew.storage.many import Many
from clew.storage.schema import attempts
from clew.storage.unit import Unit
from tests.builders import MINUTE, MONDAY_NINE
from tests.storage.looking import rows

ADD = Many(insert(attempts))
ADD_UP = Many(
    lambda engine: engine.insert(attempts).on_conflict_do_update(
        index_elements=[attempts.c.key], set_={"count": attempts.c.count + 1}
    )
)
RAISE = Many(
    update(attempts)
    .where(attempts.c.key == bindparam("which"), attempts.c.count < 100)
    .values(count=attempts.c.count + bindparam("more"))
)
REMOVE = Many(delete(attempts).where(attempts.c.key == bindparam("which")))


async def run(engine: Engine, many: Many, *values: dict[str, object]) -> list[tuple[str, int]]:
    """Execute it and return what is there then."""
    async with engine.writing() as connection:
        await Unit(connection=connection, engine=engine).run(many, values)
    found = await rows(engine, select(attempts.c.key, attempts.c.count).order_by(attempts.c.key))
    return [(key, count) for key, count in found]


def attempt(key: str, count: int = 1) -> dict[str, object]:
    return {"key": key, "window_began_at": MONDAY_NINE + count * MINUTE, "count": count}


async def test_rows_are_added_changed_and_removed(tables: Engine) -> None:
    added = await run(tables, ADD, attempt("a"), attempt("b", 2), attempt("c", 500))
    counted = await run(tables, ADD_UP, attempt("b"), attempt("d"))
    raised = await run(
        tables,
        RAISE,
        {"which": "a", "more": 10},
        {"which": "b", "more": 20},
        {"which": "c", "more": 30},
        {"which": "none", "more": 1},
    )
    left = await run(tables, REMOVE, {"which": "a"}, {"which": "c"})

    assert added == [("a", 1), ("b", 2), ("c", 500)]
    assert counted == [("a", 1), ("b", 3), ("c", 500), ("d", 1)]
    assert raised == [("a", 11), ("b", 23), ("c", 500), ("d", 1)]
    assert left == [("b", 23), ("d", 1)]


async def test_no_rows_are_no_statement(tables: Engine) -> None:
    assert await run(tables, ADD) == []


async def test_other_columns_are_another_statement(tables: Engine) -> None:
    """One that was compiled for some columns must not be used for others."""
    reordered = dict(reversed(attempt("a").items()))

    await run(tables, ADD, attempt("b"))

    assert await run(tables, ADD, reordered) == [("a", 1), ("b", 1)]
