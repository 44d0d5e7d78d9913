"""The list of cases, a page at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, text

from clew.domain.errors import InvalidInput
from clew.ports.store.reading import CaseQuery, Place
from clew.ports.store.views import CaseView, TeamCount
from clew.storage.engine import Engine
from clew.storage.reading.reader import StoredReader
from tests.builders import (
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    parked,
    resolved,
)
from tests.storage.reading.desk import Desk, a_desk, reading

IN_AN_HOUR = MONDAY_NINE + HOUR


async def all_pages(reader: StoredReader, query: CaseQuery, limit: int = 2) -> list[CaseView]:
    found: list[CaseView] = []
    cursor: str | None = None
    for _ in range(50):
        values = {name: getattr(query, name) for name in CaseQuery.__dataclass_fields__}
        page = await reader.cases(CaseQuery(**{**values, "cursor": cursor, "limit": limit}))
        assert len(page.items) <= limit
        found += page.items
        cursor = page.next_cursor
        if cursor is None:
            return found
    raise AssertionError("the pages have no end")


def a_full_desk() -> tuple[Desk, dict[str, Any]]:
    """Return a desk with one case or more in every place."""
    desk = a_desk()
    rows, person = desk.rows, desk.rows.person()
    answered = an_answered_case()
    put_aside = after(answered, parked(MONDAY_NINE + 9 * HOUR))
    ended = after(answered, resolved(MONDAY_NINE + HOUR))
    consulted = after(a_waiting_case(), asked(MONDAY_NINE + HOUR))
    made = {
        "mine": rows.case(person, desk.team_id, desk.anna),
        "bens": rows.case(person, desk.team_id, desk.ben),
        "queued": rows.case(person, desk.team_id),
        "waiting": rows.case(person, desk.team_id, desk.anna, like=answered),
        "bens_waiting": rows.case(person, desk.team_id, desk.ben, like=answered),
        "consulted": rows.case(person, desk.team_id, desk.ben, like=consulted),
        "parked": rows.case(person, desk.team_id, desk.anna, like=put_aside),
        "bens_parked": rows.case(person, desk.team_id, desk.ben, like=put_aside),
        "resolved": rows.case(person, desk.team_id, desk.ben, like=ended),
    }
    return desk, made


@pytest.mark.parametrize(
    ("place", "sees_all", "names"),
    [
        (Place.MINE, False, {"mine"}),
        (Place.MINE, True, {"mine"}),
        (Place.TEAM, False, {"queued"}),
        (Place.WAITING, False, {"waiting"}),
        (Place.WAITING, True, {"waiting", "bens_waiting", "consulted"}),
        (Place.PARKED, False, {"parked"}),
        (Place.PARKED, True, {"parked", "bens_parked"}),
        (Place.RESOLVED, False, {"resolved"}),
    ],
)
async def test_every_place_holds_its_cases(
    tables: Engine, place: Place, *, sees_all: bool, names: set[str]
) -> None:
    desk, made = a_full_desk()
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await all_pages(reader, desk.query(place, sees_all=sees_all))

    assert {case.id for case in found} == {made[name] for name in names}


async def test_everywhere_means_open_ones_first_and_none_twice(tables: Engine) -> None:
    desk, made = a_full_desk()
    await desk.rows.save(tables)

    for limit in (1, 2, 3, 8, 9, 50):
        async with reading(tables) as reader:
            found = await all_pages(reader, desk.query(Place.ALL), limit)

        assert len(found) == len(made)
        assert {case.id for case in found} == set(made.values())
        assert found[-1].id == made["resolved"]


async def test_counts_say_what_the_places_hold(tables: Engine) -> None:
    desk, _ = a_full_desk()
    rows, person = desk.rows, desk.rows.person("Late")
    rows.case(person, desk.team_id, desk.anna, like=a_waiting_case(MONDAY_NINE - 9 * HOUR))
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        own = await reader.counts(desk.query(Place.MINE), MONDAY_NINE + MINUTE)
        led = await reader.counts(desk.query(Place.MINE, sees_all=True), MONDAY_NINE + MINUTE)

    assert (own.mine, own.team, own.waiting, own.parked) == (2, 1, 1, 1)
    assert (own.over, own.within_hour) == (1, 1)
    assert own.teams == [TeamCount(id=desk.team_id, count=1)]
    assert (led.mine, led.team, led.waiting, led.parked) == (2, 1, 3, 2)


async def test_the_next_deadline_comes_first_and_the_id_decides_between_equals(
    tables: Engine,
) -> None:
    desk = a_desk()
    person = desk.rows.person()
    dues = [IN_AN_HOUR + MINUTE * (n % 3) for n in range(9)]
    made = [
        desk.rows.case(person, desk.team_id, desk.anna, next_due_at=due, next_action_at=due)
        for due in dues
    ]
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await all_pages(reader, desk.query(Place.MINE))

    expected = [case_id for _, case_id in sorted(zip(dues, made, strict=True))]
    assert [case.id for case in found] == expected


async def test_several_teams_queues_are_one_list(tables: Engine) -> None:
    desk = a_desk()
    other = desk.rows.team("Returns")
    person = desk.rows.person()
    for n in range(10):
        due = IN_AN_HOUR + MINUTE * n
        team = other if n % 2 else desk.team_id
        desk.rows.case(person, team, next_due_at=due, next_action_at=due)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await all_pages(reader, desk.query(Place.TEAM, team_ids=(desk.team_id, other)))
        narrowed = await all_pages(
            reader, desk.query(Place.TEAM, team_ids=(desk.team_id, other), team_id=other)
        )
        none = await all_pages(reader, desk.query(Place.TEAM, team_ids=()))

    dues = [case.next_move.due_at for case in found if case.next_move]
    assert len(dues) == 10
    assert dues == sorted(dues)
    assert {case.team.id for case in narrowed} == {other}
    assert len(narrowed) == 5
    assert none == []


async def test_the_latest_resolved_comes_first(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    answered = an_answered_case()
    for n in range(5):
        ended = after(answered, resolved(MONDAY_NINE + n * HOUR))
        desk.rows.case(person, desk.team_id, desk.anna, like=ended)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await all_pages(reader, desk.query(Place.RESOLVED))

    ends = [case.resolution.at for case in found if case.resolution]
    assert ends == [MONDAY_NINE + timedelta(hours=n) for n in (4, 3, 2, 1, 0)]


async def test_one_contacts_cases_are_found_wherever_they_are(tables: Engine) -> None:
    desk, _ = a_full_desk()
    other = desk.rows.person("Other")
    theirs = desk.rows.case(other, desk.team_id)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await all_pages(reader, desk.query(Place.ALL, contact_id=other.contact_id))

    assert [case.id for case in found] == [theirs]


async def test_another_workspace_does_not_exist(tables: Engine) -> None:
    desk, _ = a_full_desk()
    foreign = a_desk(1)
    await desk.rows.save(tables)
    await foreign.rows.save(tables)

    async with reading(tables) as reader:
        for place in Place:
            asked_for = foreign.query(
                place, agent_id=desk.anna, team_ids=(desk.team_id,), sees_all=True
            )
            assert await all_pages(reader, asked_for) == []


@pytest.mark.parametrize("place", [Place.MINE, Place.ALL, Place.RESOLVED])
@pytest.mark.parametrize("cursor", ["x", "o", "r!", "😀"])
async def test_a_cursor_that_is_not_ours_is_refused(
    tables: Engine, place: Place, cursor: str
) -> None:
    async with reading(tables) as reader:
        with pytest.raises(InvalidInput):
            await reader.cases(a_desk().query(place, cursor=cursor))


async def test_a_case_shows_everything_that_a_row_of_the_list_needs(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person("Zoë")
    case_id = desk.rows.case(
        person,
        desk.team_id,
        desk.anna,
        last_message_text="Hi",
        last_message_direction="in",
        last_message_at=MONDAY_NINE,
        last_message_channel="whatsapp",
        last_message_author="Zoë",
        last_inbound_seq=1,
    )
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        (case,) = (await reader.cases(desk.query(Place.MINE))).items

    assert case.id == case_id
    assert (case.contact.name, case.team.name) == ("Zoë", "Orders")
    assert case.owner is not None
    assert case.owner.name == "Anna"
    assert case.last_message is not None
    assert (case.last_message.text, case.channel) == ("Hi", "whatsapp")
    assert case.answer is not None
    assert case.answer.due_at == case.next_move.due_at if case.next_move else None
    assert case.unread is True


HEADS = (
    "SELECT id, next_due_at FROM cases WHERE workspace_id = x'00' AND status = 'open'"
    " AND owner_id = x'00' AND next_holder IN ('agent', 'team')"
    " ORDER BY next_due_at, id LIMIT 51",
    "SELECT id, next_due_at FROM cases WHERE workspace_id = x'00' AND status = 'open'"
    " AND next_holder = 'team' AND next_holder_id = x'00' ORDER BY next_due_at, id LIMIT 51",
    "SELECT id, next_due_at FROM cases WHERE workspace_id = x'00' AND status = 'open'"
    " AND next_holder = 'contact' AND next_holder_id IS NULL ORDER BY next_due_at, id LIMIT 51",
    "SELECT id, next_due_at FROM cases WHERE workspace_id = x'00' AND status = 'open'"
    " ORDER BY next_due_at, id LIMIT 51",
)


async def test_what_is_few_is_found_first_and_sorted_then(tables: Engine) -> None:
    """Walking all cases in order for the three of one contact took a third of a second."""
    desk, _ = a_full_desk()
    person = desk.rows.person()
    await desk.rows.save(tables)
    plans: list[str] = []

    async with reading(tables) as reader:
        connection = reader._connection
        asked_for: list[tuple[str, Any]] = []
        event.listen(
            connection.sync_connection,
            "before_cursor_execute",
            lambda *given: asked_for.append((given[2], given[3])),
        )
        await reader.cases(desk.query(Place.ALL, contact_id=person.contact_id))
        await reader.cases(desk.query(Place.WAITING, sees_all=True))
        if tables.name == "sqlite":
            for statement, values in asked_for.copy():
                plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
                plans += [str(row.detail) for row in plan]

    assert not [step for step in plans if step.endswith("ix_cases_due (workspace_id=?)")]


@pytest.mark.parametrize("head", HEADS, ids=range(len(HEADS)))
async def test_a_page_costs_its_length_and_not_the_size_of_the_place(
    tables: Engine, head: str
) -> None:
    """On SQLite the plan is the same every day, so it can be looked at."""
    if tables.name != "sqlite":
        return

    async with tables.reading() as connection:
        plan = await connection.execute(text(f"EXPLAIN QUERY PLAN {head}"))
        steps = [str(row[3]) for row in plan]

    assert steps
    assert not [step for step in steps if "TEMP B-TREE" in step]
