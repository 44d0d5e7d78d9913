"""Search, from what was written to what is found, on both engines."""

from __future__ import annotations

import pytest

from clew.domain.errors import InvalidInput
from clew.language.analyser import analyse
from clew.ports.store.searching import SearchQuery
from clew.storage.engine import Engine
from clew.storage.search.indexing import index_log
from tests.builders import MONDAY_NINE
from tests.storage.reading.desk import Desk, a_desk, reading
from tests.storage.search.test_questions import ODD

TEXTS = (
    "Czekam na paczkę od tygodnia",
    "Zażółć gęślą jaźń",
    "Где мой заказ? Доставку обещали вчера",
    "Hol van a csomagom?",
    "我的订单还没到",
    "Call me at +48 601 234 567 or anna@example.com",
    "Order ZAM/2026/0815 has not come",
)


async def found(desk: Desk, engine: Engine, asked: str) -> list[str]:
    """Return the texts of what is found, the newest first."""
    async with reading(engine) as reader:
        page = await reader.search(
            SearchQuery(workspace_id=desk.workspace_id, text=asked, limit=50)
        )
    return ["".join(part.text for part in hit.snippet) for hit in page.items]


async def a_filled_desk(engine: Engine) -> Desk:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for said in TEXTS:
        desk.rows.message(person, case_id, desk.inbox_id, said)
    await desk.rows.save(engine)
    assert await index_log(engine, analyse, 1_000) == len(TEXTS) + 1
    return desk


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("paczka", 0),
        ("paczek tygodni", 0),
        ("zazolc", 1),
        ("ZAŻÓŁĆ", 1),
        ("заказы", 2),
        ("доставка", 2),
        ("csomag", 3),
        ("订单", 4),
        ("还没到", 4),
        ("601234567", 5),
        ("anna@example.com", 5),
        ("example.com", 5),
        ("zam-2026-0815", 6),
        ("0815", 6),
    ],
)
async def test_every_language_is_found(tables: Engine, asked: str, number: int) -> None:
    desk = await a_filled_desk(tables)

    assert await found(desk, tables, asked) == [TEXTS[number]]


@pytest.mark.parametrize("asked", ODD, ids=range(len(ODD)))
async def test_nothing_that_is_typed_is_an_error(tables: Engine, asked: str) -> None:
    desk = await a_filled_desk(tables)

    await found(desk, tables, asked)


async def test_a_hit_says_where_it_is(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person("Zoë")
    case_id = desk.rows.case(person, desk.team_id)
    message_id = desk.rows.message(person, case_id, desk.inbox_id, "A refund, please")
    note_id = desk.rows.note(person, case_id, "Refund agreed")
    await desk.rows.save(tables)
    await index_log(tables, analyse, 100)

    async with reading(tables) as reader:
        page = await reader.search(SearchQuery(workspace_id=desk.workspace_id, text="refunds"))
        case = await reader.case(desk.workspace_id, case_id, None)
    note, message = page.items

    assert case is not None
    assert (message.message_id, message.case_id) == (message_id, case_id)
    assert (message.case_number, message.contact.name) == (case.number, "Zoë")
    assert (message.direction, message.channel, message.seq) == ("in", "whatsapp", 2)
    assert message.at > MONDAY_NINE
    assert [(part.text, part.hit) for part in message.snippet] == [
        ("A ", False),
        ("refund", True),
        (", please", False),
    ]
    assert (note.message_id, note.direction, note.channel) == (note_id, "note", "")


async def test_what_was_taken_back_is_not_found(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.reply(person, case_id, desk.inbox_id, "a horse", delivery={"state": "cancelled"})
    desk.rows.reply(person, case_id, desk.inbox_id, "a zebra")
    await desk.rows.save(tables)
    await index_log(tables, analyse, 100)

    assert await found(desk, tables, "horse") == []
    assert await found(desk, tables, "zebra") == ["a zebra"]


async def test_the_newest_come_first_page_by_page(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for n in range(7):
        desk.rows.message(person, case_id, desk.inbox_id, f"parcel {n}")
    await desk.rows.save(tables)
    await index_log(tables, analyse, 100)
    seqs: list[int] = []
    cursor: str | None = None

    async with reading(tables) as reader:
        for _ in range(3):
            page = await reader.search(
                SearchQuery(workspace_id=desk.workspace_id, text="parcel", cursor=cursor, limit=3)
            )
            seqs += [hit.seq for hit in page.items]
            cursor = page.next_cursor

    assert seqs == [8, 7, 6, 5, 4, 3, 2]
    assert cursor is None


async def test_another_workspace_finds_nothing_of_ours(tables: Engine) -> None:
    desk = await a_filled_desk(tables)
    other = a_desk(1)
    person = other.rows.person()
    other.rows.message(person, other.rows.case(person, other.team_id), other.inbox_id, "paczka")
    await other.rows.save(tables)
    await index_log(tables, analyse, 100)

    assert await found(desk, tables, "paczka") == [TEXTS[0]]
    assert await found(other, tables, "paczka") == ["paczka"]
    assert await found(a_desk(2), tables, "paczka") == []


async def test_a_cursor_that_is_not_ours_is_refused(tables: Engine) -> None:
    async with reading(tables) as reader:
        with pytest.raises(InvalidInput):
            await reader.search(
                SearchQuery(workspace_id=a_desk().workspace_id, text="paczka", cursor="nonsense!")
            )
