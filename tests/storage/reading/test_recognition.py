"""A contact's addresses say how sure they make us; covered values never leave the server."""

from __future__ import annotations

from sqlalchemy import update

from clew.domain.fields import ContactField
from clew.domain.ids import ContactId
from clew.storage import schema
from clew.storage.engine import Engine
from tests.storage.reading.desk import a_desk, reading


async def test_fields_are_covered_until_an_address_is_verified(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person("Anna", address="48600100200")
    await desk.rows.save(tables)
    secret = (ContactField(name="PESEL", value="44051401359", is_sensitive=True),)
    seen = []
    for assurance in ("channel", "verified"):
        async with tables.writing() as connection:
            await connection.execute(update(schema.contacts).values(fields=secret))
            await connection.execute(update(schema.identities).values(assurance=assurance))
        async with reading(tables) as reader:
            contact = await reader.contact(desk.workspace_id, ContactId(person.contact_id))
        assert contact is not None
        seen.append((contact.confidence, contact.fields[0].value, contact.fields[0].is_covered))

    assert seen == [("likely", None, True), ("confirmed", None, False)]
