"""A stretch of the one timeline."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState, AuthorKind, Reaction
from clew.ports.store.views import TimelineItem
from clew.storage.engine import Engine
from tests.builders import HOUR, MONDAY_NINE
from tests.storage.case_rows import Person
from tests.storage.reading.desk import Desk, a_desk, reading


def a_conversation(size: int = 10) -> tuple[Desk, Person]:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for n in range(size - 1):
        desk.rows.message(person, case_id, desk.inbox_id, f"message {n}")
    return desk, person


def seqs(items: list[TimelineItem]) -> list[int]:
    return [item.seq for item in items]


async def test_the_end_comes_first_and_then_what_lies_before(tables: Engine) -> None:
    desk, person = a_conversation()
    await desk.rows.save(tables)
    where = (desk.workspace_id, person.conversation_id)

    async with reading(tables) as reader:
        end = await reader.timeline(*where, limit=4)
        middle = await reader.timeline(*where, before=end.items[0].seq, limit=4)
        start = await reader.timeline(*where, before=middle.items[0].seq, limit=4)

    assert [seqs(page.items) for page in (start, middle, end)] == [
        [1, 2],
        [3, 4, 5, 6],
        [7, 8, 9, 10],
    ]
    assert [page.has_more_before for page in (start, middle, end)] == [False, True, True]
    assert [page.has_more_after for page in (start, middle, end)] == [True, True, False]
    assert [page.next_cursor for page in (start, middle, end)] == [None, "3", "7"]


async def test_what_is_new_comes_after_a_number(tables: Engine) -> None:
    desk, person = a_conversation()
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        page = await reader.timeline(desk.workspace_id, person.conversation_id, after=6, limit=3)
        rest = await reader.timeline(desk.workspace_id, person.conversation_id, after=9, limit=3)
        none = await reader.timeline(desk.workspace_id, person.conversation_id, after=99)

    assert seqs(page.items) == [7, 8, 9]
    assert (page.has_more_before, page.has_more_after, page.next_cursor) == (True, True, "9")
    assert seqs(rest.items) == [10]
    assert not rest.has_more_after
    assert none.items == []


async def test_any_number_may_be_asked_for(tables: Engine) -> None:
    desk, person = a_conversation(3)
    await desk.rows.save(tables)
    where = (desk.workspace_id, person.conversation_id)

    async with reading(tables) as reader:
        whole = await reader.timeline(*where, after=-(10**30))
        before = await reader.timeline(*where, before=10**30)
        none = await reader.timeline(*where, after=10**30, before=-(10**30))
        changes = await reader.changed_since(desk.workspace_id, 10**30, 10)
        whole_log = await reader.changed_since(desk.workspace_id, -(10**30), 10)

    assert seqs(whole.items) == seqs(before.items) == [1, 2, 3]
    assert not whole.has_more_before
    assert none.items == []
    assert changes.is_whole
    assert whole_log.last_seq == 3


async def test_only_what_is_shown_in_this_conversation_is_there(tables: Engine) -> None:
    desk, person = a_conversation(3)
    other = desk.rows.person("Other")
    desk.rows.case(other, desk.team_id)
    desk.rows.log("case_changed", person, is_shown=False)
    desk.rows.log("case_parked", person, data={"reason": "parts"}, actor_kind="system")
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        page = await reader.timeline(desk.workspace_id, person.conversation_id)
        foreign = await reader.timeline(a_desk(1).workspace_id, person.conversation_id)

    assert [item.event for item in page.items if item.kind == "event"] == [
        "case_opened",
        "case_parked",
    ]
    last = page.items[-1]
    assert (last.id, last.data) == (f"event-{last.seq}", {"reason": "parts"})
    assert last.actor is not None
    assert last.actor.kind == "system"
    assert foreign.items == []


async def test_a_message_shows_all_that_belongs_to_it(tables: Engine) -> None:
    desk, person = a_conversation(1)
    case_id = desk.rows.case(person, desk.team_id)
    rows = desk.rows
    asked = rows.message(person, case_id, desk.inbox_id, "Where is it? " * 50)
    file = Attachment(
        id=AttachmentId(rows.new_id()),
        workspace_id=desk.workspace_id,
        name="photo.jpg",
        media_type="image/jpeg",
        state=AttachmentState.READY,
        created_at=MONDAY_NINE,
        message_id=asked,  # type: ignore[arg-type]
        byte_count=9,
        blob="b",
        thumbnail_blob="t",
    )
    rows.attachment(file)
    rows.reply(
        person,
        case_id,
        desk.inbox_id,
        "Here",
        reply_to=asked,
        is_holding=True,
        reactions=(
            Reaction(by=AuthorKind.CONTACT, emoji="👍", at=MONDAY_NINE),
            Reaction(by=AuthorKind.AGENT, emoji="", at=MONDAY_NINE),
        ),
        delivery={"state": "failed", "reason": "unreachable", "held_until": MONDAY_NINE + HOUR},
    )
    rows.message(person, case_id, desk.inbox_id, "?", reply_to_provider_id="wamid.9")
    rows.note(person, case_id, "Ask Ben")
    await rows.save(tables)

    async with reading(tables) as reader:
        page = await reader.timeline(desk.workspace_id, person.conversation_id, limit=4)
        found = await reader.attachment(desk.workspace_id, file.id)
        foreign = await reader.attachment(a_desk(1).workspace_id, file.id)
    question, answer, unknown, note = page.items

    assert question.attachments is not None
    (photo,) = question.attachments
    assert (photo.name, photo.bytes, photo.url) == (
        "photo.jpg",
        9,
        f"/api/v1/attachments/{file.id}",
    )
    assert photo.thumbnail_url == f"/api/v1/attachments/{file.id}/thumbnail"
    assert question.delivery is None
    assert answer.reply_to is not None
    assert (answer.reply_to.id, answer.reply_to.author_name) == (asked, person.name)
    assert len(answer.reply_to.text) == 200
    assert answer.delivery is not None
    assert (answer.delivery.state, answer.delivery.reason) == ("failed", "unreachable")
    assert answer.delivery.held_until == MONDAY_NINE + HOUR
    assert answer.reactions is not None
    assert [(one.by, one.emoji) for one in answer.reactions] == [("contact", "👍")]
    assert answer.holding
    assert unknown.reply_to is not None
    assert unknown.reply_to.id is None
    assert (note.kind, note.text, note.author and note.author.name) == ("note", "Ask Ben", "Anna")
    assert found == file
    assert foreign is None


@pytest.mark.parametrize("size", [5, 50])
async def test_more_entries_are_not_more_queries(tables: Engine, size: int) -> None:
    desk, person = a_conversation(size)
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.reply(person, case_id, desk.inbox_id)
    desk.rows.note(person, case_id)
    await desk.rows.save(tables)
    statements: list[str] = []

    async with reading(tables) as reader, tables.reading() as connection:
        del connection
        driver = reader._connection.sync_connection
        event.listen(
            driver, "before_cursor_execute", lambda *given: statements.append(str(given[2]))
        )
        page = await reader.timeline(desk.workspace_id, person.conversation_id)

    assert len(page.items) == size + 3
    assert len(statements) <= 5


async def test_items_are_found_by_their_numbers(tables: Engine) -> None:
    desk, person = a_conversation(6)
    await desk.rows.save(tables)

    async with reading(tables) as reader:
        found = await reader.items(desk.workspace_id, [5, 2, 5, 999])
        none = await reader.items(desk.workspace_id, [])

    assert [(where, item.seq) for where, item in found] == [
        (person.conversation_id, 2),
        (person.conversation_id, 5),
    ]
    assert none == []
