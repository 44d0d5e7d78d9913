"""The orders of a list: exact under ties and changes, and found by an index."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, update

from clew.ports.store.reading import Order, Place
from clew.storage.engine import Engine
from clew.storage.reading.reader import StoredReader
from clew.storage.schema import cases
from tests.builders import HOUR, MINUTE, MONDAY_NINE
from tests.storage.reading.desk import Desk, a_desk, reading

# Instants of which several are the same: then the ids decide.
PLACES = (Place.MINE, Place.TEAM, Place.OPEN, Place.ALL)
COLUMNS = {
    Order.DUE: "next_due_at",
    Order.WAITING: "next_opened_at",
    Order.LATEST: "last_message_at",
}


def a_busy_desk() -> tuple[Desk, dict[Order, dict[UUID, Any]]]:
    """Return a desk of cases, half of them Anna's, with the instants of each."""
    desk = a_desk()
    at: dict[Order, dict[UUID, Any]] = {order: {} for order in Order}
    for number in range(14):
        values: dict[str, Any] = {
            "next_due_at": MONDAY_NINE + HOUR * (number % 4),
            "next_opened_at": MONDAY_NINE - MINUTE * (number % 3),
            # Nothing was said yet in one of them, which counts as when it was opened.
            "last_message_at": MONDAY_NINE + timedelta(microseconds=number % 5) if number else None,
        }
        owner = desk.anna if number % 2 else None
        case_id = desk.rows.case(desk.rows.person(), desk.team_id, owner, **values)
        for order, column in COLUMNS.items():
            at[order][case_id] = values[column] or MONDAY_NINE
    return desk, at


async def walked(reader: StoredReader, desk: Desk, place: Place, order: Order) -> list[UUID]:
    """Return the ids of a place, three at a time."""
    found: list[UUID] = []
    cursor: str | None = None
    while True:
        query = desk.query(place, order=order, cursor=cursor, limit=3)
        page = await reader.cases(query)
        found += [case.id for case in page.items]
        cursor = page.next_cursor
        if cursor is None:
            return found


async def test_pages_are_in_order_and_whole_whatever_is_the_same(tables: Engine) -> None:
    desk, at = a_busy_desk()
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = {
            (place, order): await walked(reader, desk, place, order)
            for place in PLACES
            for order in Order
        }

    for (_place, order), ids in found.items():
        keys = [(at[order][one], one) for one in ids]
        assert keys == sorted(keys, reverse=order is Order.LATEST)
    for order in Order:
        assert [len(found[place, order]) for place in PLACES] == [7, 7, 14, 14]
        assert len(set(found[Place.OPEN, order])) == 14


@pytest.mark.parametrize("order", [Order.WAITING, Order.LATEST])
async def test_what_moves_between_two_pages_hides_nothing_that_did_not(
    tables: Engine, order: Order
) -> None:
    desk, _ = a_busy_desk()
    await desk.rows.save(tables)
    async with reading(tables) as reader:
        whole = await walked(reader, desk, Place.OPEN, order)
        first = await reader.cases(desk.query(Place.OPEN, order=order, limit=5))

    # The last row of the page goes to the other end, and one that lay ahead comes before it.
    async with tables.writing() as connection:
        for case_id, by in ((whole[4], HOUR), (whole[9], -HOUR)):
            there = by if order is Order.WAITING else -by
            values = {COLUMNS[order]: MONDAY_NINE + there * 9}
            await connection.execute(update(cases).where(cases.c.id == case_id).values(values))
    async with reading(tables) as reader:
        query = desk.query(Place.OPEN, order=order, cursor=first.next_cursor)
        rest = [case.id for case in (await reader.cases(query)).items]

    assert rest == [*whole[5:9], *whole[10:], whole[4]]


async def test_no_order_sorts_a_queue(tables: Engine) -> None:
    """On SQLite the plan is the same every day, so it can be looked at."""
    desk, _ = a_busy_desk()
    await desk.rows.save(tables)
    if tables.name != "sqlite":
        return
    asked: list[tuple[str, Any]] = []
    plans: dict[str, str] = {}

    async with reading(tables) as reader:
        connection = reader._connection
        event.listen(
            connection.sync_connection,
            "before_cursor_execute",
            lambda *given: asked.append((given[2], given[3])),
        )
        for place, more in (
            (Place.TEAM, {}),
            (Place.OPEN, {}),
            (Place.PARKED, {"sees_all": True}),
        ):
            for order in Order:
                asked.clear()
                first = await reader.cases(desk.query(place, order=order, limit=3, **more))
                if first.next_cursor:
                    asked.clear()
                    query = desk.query(place, order=order, cursor=first.next_cursor, **more)
                    await reader.cases(query)
                statement, values = next(one for one in asked if "FROM cases" in one[0])
                steps = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                plans[f"{place} {order}"] = "\n".join(str(step.detail) for step in steps)

    by = {Order.DUE: "due|holder ", Order.WAITING: "since", Order.LATEST: "said"}
    for name, plan in plans.items():
        order = Order(name.split()[1])
        assert any(word in plan for word in by[order].split("|")), (name, plan)
