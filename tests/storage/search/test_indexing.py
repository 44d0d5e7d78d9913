"""The index trails behind the log and misses nothing."""

from __future__ import annotations

import asyncio

from sqlalchemy import update

from clew.language.analyser import analyse
from clew.storage import schema
from clew.storage.engine import Engine
from clew.storage.search.indexing import index_log
from tests.builders import MONDAY_NINE
from tests.storage.reading.desk import a_desk
from tests.storage.search.test_finding import found


async def test_it_goes_on_where_it_stopped(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for n in range(9):
        desk.rows.message(person, case_id, desk.inbox_id, f"parcel {n}")
    await desk.rows.save(tables)

    done = [await index_log(tables, analyse, 4) for _ in range(4)]

    assert done == [4, 4, 2, 0]
    assert len(await found(desk, tables, "parcel")) == 9


async def test_what_is_written_again_is_found_by_its_new_words_only(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    message_id = desk.rows.message(person, case_id, desk.inbox_id, "a horse")
    gone_id = desk.rows.message(person, case_id, desk.inbox_id, "a donkey")
    await desk.rows.save(tables)
    await index_log(tables, analyse, 100)

    async with tables.writing() as connection:
        for changed_id, values in (
            (message_id, {"text": "a zebra"}),
            (gone_id, {"deleted_at": MONDAY_NINE}),
        ):
            is_it = schema.messages.c.id == changed_id
            await connection.execute(update(schema.messages).where(is_it).values(**values))
        seq = desk.rows.seq + 2
        await connection.execute(
            schema.log.insert(),
            [
                {
                    "workspace_id": desk.workspace_id,
                    "seq": seq - n,
                    "kind": "message_changed",
                    "at": MONDAY_NINE,
                    "message_id": changed_id,
                    "is_shown": False,
                }
                for n, changed_id in enumerate((message_id, gone_id))
            ],
        )
        await connection.execute(update(schema.workspaces).values(seq=seq))

    assert await index_log(tables, analyse, 100) == 2
    assert await found(desk, tables, "zebra") == ["a zebra"]
    assert await found(desk, tables, "horse") == []
    assert await found(desk, tables, "donkey") == []


async def test_two_at_once_file_everything_once(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for n in range(20):
        desk.rows.message(person, case_id, desk.inbox_id, f"parcel {n}")
    await desk.rows.save(tables)

    await asyncio.gather(*(index_log(tables, analyse, 100) for _ in range(2)))

    assert await index_log(tables, analyse, 100) == 0
    assert len(await found(desk, tables, "parcel")) == 20


async def test_a_small_backlog_does_not_wait_for_a_large_one(tables: Engine) -> None:
    large, small = a_desk(), a_desk(1)
    for desk, size in ((large, 30), (small, 2)):
        person = desk.rows.person()
        case_id = desk.rows.case(person, desk.team_id)
        for _ in range(size):
            desk.rows.message(person, case_id, desk.inbox_id, "parcel")
        await desk.rows.save(tables)

    await index_log(tables, analyse, 10)

    assert len(await found(small, tables, "parcel")) == 2
    assert 0 < len(await found(large, tables, "parcel")) < 30
