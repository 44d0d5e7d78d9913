"""The index is asked about the latest first, and about everything in the end."""

from __future__ import annotations

from clew.language.analyser import analyse
from clew.storage.engine import Engine
from clew.storage.search.engines import FARTHER, NEAR
from clew.storage.search.indexing import index_log
from tests.storage.reading.desk import a_desk
from tests.storage.search.test_finding import found


async def test_a_rare_word_is_found_however_long_ago(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.message(person, case_id, desk.inbox_id, "zebra")
    for distance in (NEAR, FARTHER):
        desk.rows.seq += distance
        desk.rows.message(person, case_id, desk.inbox_id, "horse")
    await desk.rows.save(tables)
    await index_log(tables, analyse, 100)

    assert await found(desk, tables, "zebra") == ["zebra"]
