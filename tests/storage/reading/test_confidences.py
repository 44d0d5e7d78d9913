"""How sure we are of the contacts of a page: as their own page says, by few queries."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from clew.domain.ids import ContactId
from clew.ports.store.reading import Place
from clew.storage import schema
from clew.storage.engine import Engine
from tests.fixtures.chat import Chat
from tests.storage.case_rows import Person
from tests.storage.reading.desk import Desk, a_desk, reading
from tests.storage.reading.test_claims import confirmed


def an_address(desk: Desk, person: Person, kind: str, address: str, assurance: str) -> None:
    """Add an address of a contact."""
    desk.rows.add(
        schema.identities,
        workspace_id=desk.workspace_id,
        id=desk.rows.new_id(),
        contact_id=person.contact_id,
        channel="webchat",
        scope="webchat",
        kind=kind,
        address=address,
        display=address,
        assurance=assurance,
        created_at=desk.rows.at,
    )


async def test_a_row_says_of_a_contact_what_their_page_says(tables: Engine) -> None:
    desk = a_desk()
    addresses: dict[str, list[tuple[str, str]]] = {
        "Nobody": [],
        "Visitor": [("visitor", "claimed")],
        "Sender": [("email", "claimed")],
        "Caller": [("visitor", "claimed"), ("phone", "channel")],
        "Proven": [("visitor", "claimed"), ("email", "verified")],
    }
    for name, known in addresses.items():
        person = desk.rows.person(name)
        for number, (kind, assurance) in enumerate(known):
            an_address(desk, person, kind, f"{name}-{number}", assurance)
        desk.rows.case(person, desk.team_id, desk.anna)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        page = await reader.cases(desk.query(Place.MINE))
        pages = [
            await reader.contact(desk.workspace_id, ContactId(case.contact.id))
            for case in page.items
        ]

    found = {case.contact.name: case.contact.confidence for case in page.items}
    assert found == {
        "Nobody": "not_identified",
        "Visitor": "not_identified",
        "Sender": "likely",
        "Caller": "likely",
        "Proven": "confirmed",
    }
    assert found == {one.name: one.confidence for one in pages if one is not None}


async def test_what_a_visitor_says_and_proves_is_in_the_row(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.say()
    unknown = (await each_chat.shop.case()).contact.confidence
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    claimed = (await each_chat.shop.case()).contact.confidence
    await confirmed(each_chat, guest)

    proven = (await each_chat.shop.case()).contact.confidence
    assert (unknown, claimed, proven) == ("not_identified", "likely", "confirmed")


async def test_a_page_asks_once_for_all_of_its_contacts(tables: Engine) -> None:
    desk = a_desk()
    for number in range(60):
        person = desk.rows.person(f"Visitor {number}")
        an_address(desk, person, "visitor", f"v{number}", "claimed")
        desk.rows.case(person, desk.team_id, desk.anna)
    await desk.rows.save(tables)
    asked: list[tuple[str, Any]] = []
    plans: list[str] = []

    async with reading(tables) as reader:
        event.listen(
            reader._connection.sync_connection,
            "before_cursor_execute",
            lambda *given: asked.append((given[2], given[3])),
        )
        page = await reader.cases(desk.query(Place.MINE, limit=50))
        about = [one for one in asked if "FROM identities" in one[0]]
        if tables.name == "sqlite":
            plan = await reader._connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {about[0][0]}", about[0][1]
            )
            plans = [str(row.detail) for row in plan]

    assert (len(page.items), len(about)) == (50, 1)
    assert not [step for step in plans if "SCAN identities" in step]
