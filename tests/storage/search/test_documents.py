"""What a message or a note is found by, besides its words."""

from __future__ import annotations

from clew.storage import schema
from clew.storage.engine import Engine
from tests.builders import MONDAY_NINE
from tests.storage.reading.desk import a_desk
from tests.storage.search.test_filters import A_DAY, a_file, asked, filed


async def test_messages_with_files_are_found_by_the_names_of_these(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    with_file = desk.rows.message(person, case_id, desk.inbox_id, "as promised")
    a_file(desk, person, with_file, "Faktura_zamówienie-2026.pdf")
    desk.rows.message(person, case_id, desk.inbox_id, "zamówienie")
    await filed(desk, tables)

    [hit] = await asked(desk, tables, text="zamowienia", has_file=True)

    assert (hit.found_in, hit.files) == ("file", ["Faktura_zamówienie-2026.pdf"])
    assert [part.text for part in hit.snippet if part.hit] == ["zamówienie"]
    assert len(await asked(desk, tables, text="zamowienia")) == 2


async def test_a_letter_is_found_by_its_subject(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    letter = {"channel": "email", "content": {"subject": "Reklamacja żółwia"}}
    desk.rows.message(person, case_id, desk.inbox_id, "Dzień dobry", **letter)
    await filed(desk, tables)

    [hit] = await asked(desk, tables, text="zolwia")

    assert hit.found_in == "subject"
    assert [part.text for part in hit.snippet if part.hit] == ["żółwia"]


async def test_emptied_notes_and_renamed_files_are_filed_anew(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.note(person, case_id, "canary")
    await filed(desk, tables)
    async with tables.writing() as connection:
        await connection.execute(schema.notes.update().values(text=""))
    desk.rows.log("contact_erased", conversation_id=person.conversation_id)
    await filed(desk, tables)

    assert await asked(desk, tables, text="canary") == []
    assert await asked(desk, tables, since=MONDAY_NINE - 1_000 * A_DAY) == []
