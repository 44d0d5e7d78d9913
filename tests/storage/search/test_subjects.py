"""Cases are found by what agents say that they are about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import update

from clew.domain.ids import AgentId
from clew.ports.store.views import SearchHit
from clew.storage import schema
from clew.storage.engine import Engine
from tests.builders import MONDAY_NINE
from tests.storage.case_rows import Person
from tests.storage.reading.desk import Desk, a_desk
from tests.storage.search.test_filters import A_DAY, asked, filed

OURS = {"actor_kind": "agent", "actor_name": "Anna"}


def marked(hits: list[SearchHit]) -> list[str]:
    return [part.text for hit in hits for part in hit.snippet if part.hit]


async def named(desk: Desk, engine: Engine, person: Person, case_id: UUID, subject: str) -> None:
    """Let an agent say what a case is about."""
    desk.rows.log("subject_changed", person, case_id=case_id, **OURS)
    await desk.rows.save(engine)
    async with engine.writing() as connection:
        is_it = schema.cases.c.id == case_id
        await connection.execute(update(schema.cases).where(is_it).values(subject=subject))
    await filed(desk, engine)


async def test_a_case_that_was_named_is_found_by_its_name(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person("Vera")
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.message(person, case_id, desk.inbox_id, "Dzień dobry")
    await named(desk, tables, person, case_id, "Reklamacja żółwia")

    [hit] = await asked(desk, tables, text="zolwia")

    assert (hit.direction, hit.found_in, hit.contact.name) == ("case", "subject", "Vera")
    assert (hit.message_id, hit.case_id) == (case_id, case_id)
    assert marked([hit]) == ["żółwia"]
    assert len(await asked(desk, tables, text='"reklamacja żółwia"')) == 1
    assert await asked(desk, tables, text='"żółwia reklamacja"') == []


async def test_one_that_we_began_is_found_without_a_word_said_in_it(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    begun = desk.rows.case(person, desk.team_id, subject="Annual invoice")
    came = desk.rows.case(person, desk.team_id, subject="Another invoice")
    await desk.rows.save(tables)
    async with tables.writing() as connection:
        is_it = schema.log.c.case_id == begun
        await connection.execute(update(schema.log).where(is_it).values(**OURS))
    await filed(desk, tables)

    found = [hit.case_id for hit in await asked(desk, tables, text="invoice")]

    assert found == [begun], f"{came} is found by its letter"


async def test_only_the_present_name_is_found(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    await named(desk, tables, person, case_id, "Horse")
    await named(desk, tables, person, case_id, "Zebra")
    await named(desk, tables, person, case_id, "Horse again")

    assert [len(await asked(desk, tables, text=text)) for text in ("zebra", "horse")] == [0, 1]
    await named(desk, tables, person, case_id, "")
    assert await asked(desk, tables, text="horse") == []


async def test_it_is_not_among_what_was_said_when_nothing_else_is_asked(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.message(person, case_id, desk.inbox_id, "Hello")
    await named(desk, tables, person, case_id, "Horse")
    everything: list[dict[str, Any]] = [
        {"team_id": desk.team_id},
        {"contact_id": person.contact_id},
        {"since": MONDAY_NINE - 1_000 * A_DAY},
    ]

    for wanted in everything:
        assert [hit.direction for hit in await asked(desk, tables, **wanted)] == ["in"], wanted
    assert await asked(desk, tables, agent_id=AgentId(desk.anna)) == []
    assert len(await asked(desk, tables, text="horse", team_id=desk.team_id)) == 1
    assert await asked(desk, tables, text="horse", channel="whatsapp") == []


async def test_what_is_about_an_erased_contact_is_not_found(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    await named(desk, tables, person, case_id, "Horse")
    async with tables.writing() as connection:
        await connection.execute(update(schema.cases).values(subject=""))
    desk.rows.log("contact_erased", conversation_id=person.conversation_id)
    await filed(desk, tables)

    assert await asked(desk, tables, text="horse") == []
