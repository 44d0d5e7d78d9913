"""Who may be the same person is found by address, whatever the channel."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert

from clew.domain.ids import ContactId
from clew.storage import schema
from clew.storage.engine import Engine
from tests.builders import MONDAY_NINE
from tests.storage.case_rows import Person
from tests.storage.reading.desk import Desk, a_desk, reading

PHONE = "+48600100200"


def an_address(desk: Desk, person: Person, address: str, **more: Any) -> Any:
    values = {
        "workspace_id": desk.workspace_id,
        "id": desk.rows.new_id(),
        "contact_id": person.contact_id,
        "channel": "sms",
        "scope": "sms",
        "kind": "phone",
        "address": address,
        "display": address,
        "assurance": "channel",
        "created_at": MONDAY_NINE,
    }
    return insert(schema.identities).values(values | more)


async def suggested(engine: Engine, desk: Desk, person: Person) -> list[tuple[str, list[str]]]:
    async with reading(engine) as reader:
        found = await reader.suggestions(desk.workspace_id, ContactId(person.contact_id))
    return [(one.contact.name, [it.reason for it in one.evidence]) for one in found]


async def test_the_best_reason_is_first_and_who_was_dismissed_is_left_out(tables: Engine) -> None:
    desk = a_desk()
    anna, phone, mail, not_her = (
        desk.rows.person(name, address=name) for name in ("Anna", "By phone", "By mail", "Nobody")
    )
    await desk.rows.save(tables)
    e_mail = {"kind": "email", "assurance": "claimed"}
    async with tables.writing() as connection:
        for statement in (
            an_address(desk, anna, PHONE),
            an_address(desk, anna, "a@b.example", channel="email", scope="email", **e_mail),
            an_address(desk, phone, PHONE.removeprefix("+"), scope="voice"),
            an_address(desk, mail, "a@b.example", channel="chat", scope="chat", **e_mail),
            an_address(desk, not_her, PHONE, channel="x", scope="x"),
            insert(schema.contact_pairs).values(
                workspace_id=desk.workspace_id,
                one_id=min(anna.contact_id, not_her.contact_id),
                other_id=max(anna.contact_id, not_her.contact_id),
                state="dismissed",
                why="agent",
                at=MONDAY_NINE,
            ),
        ):
            await connection.execute(statement)

    assert await suggested(tables, desk, anna) == [
        ("By phone", ["same_phone"]),
        ("By mail", ["same_email_claimed"]),
    ]
    assert [name for name, _ in await suggested(tables, desk, not_her)] == ["By phone"]


async def test_nobody_is_suggested_for_nobody(tables: Engine) -> None:
    desk, other = a_desk(), a_desk(1)
    person, stranger = desk.rows.person("Anna"), other.rows.person("Zoe")
    await desk.rows.save(tables)
    await other.rows.save(tables)
    async with tables.writing() as connection:
        await connection.execute(an_address(desk, person, PHONE))
        await connection.execute(an_address(other, stranger, PHONE))

    assert await suggested(tables, desk, person) == []
    assert await suggested(tables, desk, stranger) == []
