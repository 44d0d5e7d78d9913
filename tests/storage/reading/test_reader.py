"""The reader answers what its port promises."""

from __future__ import annotations

from clew.ports.store import Reader
from clew.storage.engine import Engine
from tests.builders import MONDAY_NINE
from tests.storage.reading.desk import a_desk, reading


async def test_it_is_a_reader_and_says_how_new_it_is(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person(address="48601234567")
    desk.rows.case(person, desk.team_id)
    await desk.rows.save(tables)

    async with reading(tables) as stored:
        reader: Reader = stored
        seq = await reader.seq(desk.workspace_id)
        reachable = await reader.reachability(desk.workspace_id, person.conversation_id)

    assert seq == 1
    assert [one.address for one in reachable.identities] == ["48601234567"]
    assert reachable.identities[0].created_at == MONDAY_NINE
