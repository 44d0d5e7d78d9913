"""Contacts, by id and by what one remembers of them."""

from __future__ import annotations

import pytest

from clew.storage.engine import Engine
from tests.builders import HOUR, MONDAY_NINE, a_waiting_case
from tests.storage.reading.desk import a_desk, reading


async def test_a_contact_comes_with_addresses_and_cases_the_latest_first(tables: Engine) -> None:
    desk = a_desk()
    rows, person = desk.rows, desk.rows.person("Zoë Żółć", address="48601234567")
    earlier = rows.case(person, desk.team_id, like=a_waiting_case(MONDAY_NINE - HOUR))
    later = rows.case(person, desk.team_id)
    await rows.save(tables)

    async with reading(tables) as reader:
        found = await reader.contact(desk.workspace_id, person.contact_id)
        by_conversation = await reader.conversation(desk.workspace_id, person.conversation_id)
        foreign = await reader.contact(a_desk(1).workspace_id, person.contact_id)

    assert found is not None
    assert found == by_conversation
    assert (found.name, found.conversation_id) == ("Zoë Żółć", person.conversation_id)
    assert [one.address for one in found.identities] == ["48601234567"]
    assert [case.id for case in found.cases] == [later, earlier]
    assert foreign is None


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("zolc", ["Zoë Żółć"]),
        ("ŻÓŁĆ", ["Zoë Żółć"]),
        ("zoe", ["Zoë Żółć"]),
        ("601234", ["Zoë Żółć"]),
        ("+48 601 234 567", ["Zoë Żółć"]),
        ("иван", ["Иван"]),
        ("ИВАН", ["Иван"]),
        ("a%b", ["A%B"]),
        ("%", ["A%B"]),
        ("nobody", []),
        ("", ["A%B", "Zoë Żółć", "Иван"]),
        ("'; DROP TABLE contacts; --", []),
        ("\x00\ud800", []),
        ("x" * 10_000, []),
    ],
)
async def test_contacts_are_found_by_name_and_address(
    tables: Engine, asked: str, names: list[str]
) -> None:
    desk = a_desk()
    desk.rows.person("Zoë Żółć", address="48601234567")
    desk.rows.person("Иван", address="79991112233")
    desk.rows.person("A%B")
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        page = await reader.contacts(desk.workspace_id, asked, None, 10)

    assert [one.name for one in page.items] == names


async def test_all_contacts_come_page_by_page(tables: Engine) -> None:
    desk = a_desk()
    for name in ("Ann", "Bea", "Ann", "Cid", "Ann"):
        desk.rows.person(name)
    await desk.rows.save(tables)
    found: list[str] = []
    cursor: str | None = None

    async with reading(tables) as reader:
        for _ in range(3):
            page = await reader.contacts(desk.workspace_id, "", cursor, 2)
            found += [one.name for one in page.items]
            cursor = page.next_cursor

    assert found == ["Ann", "Ann", "Ann", "Bea", "Cid"]
    assert cursor is None
