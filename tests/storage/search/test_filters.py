"""What is left out of a search: by channel, writer, case, day and file, on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert

from clew.domain.ids import AgentId, AttachmentId, CaseId, ConversationId, MessageId, TagId
from clew.domain.message import Attachment, AttachmentState
from clew.language.analyser import analyse
from clew.ports.store.searching import SearchQuery
from clew.ports.store.views import SearchHit
from clew.storage import schema
from clew.storage.engine import Engine
from clew.storage.search import finding
from clew.storage.search.indexing import index_log
from tests.builders import MONDAY_NINE, an_id
from tests.storage.case_rows import Person
from tests.storage.reading.desk import Desk, a_desk, reading
from tests.storage.search.test_questions import ODD

A_DAY = timedelta(days=1)


async def asked(desk: Desk, engine: Engine, **wanted: Any) -> list[SearchHit]:
    """Return everything that is found, page by page."""
    query = SearchQuery(workspace_id=desk.workspace_id, **wanted)
    hits: list[SearchHit] = []
    async with reading(engine) as reader:
        while True:
            page = await reader.search(query)
            hits += page.items
            if page.next_cursor is None:
                return hits
            query = replace(query, cursor=page.next_cursor)


def texts(hits: list[SearchHit]) -> list[str]:
    return ["".join(part.text for part in hit.snippet) for hit in hits]


async def filed(desk: Desk, engine: Engine) -> None:
    await desk.rows.save(engine)
    while await index_log(engine, analyse, 1_000):
        pass


def a_file(desk: Desk, person: Person, message_id: UUID, name: str) -> None:
    desk.rows.attachment(
        Attachment(
            id=AttachmentId(desk.rows.new_id()),
            workspace_id=desk.workspace_id,
            name=name,
            media_type="application/pdf",
            state=AttachmentState.FAILED,
            created_at=MONDAY_NINE,
            conversation_id=ConversationId(person.conversation_id),
            message_id=MessageId(message_id),
        )
    )


async def tag(desk: Desk, engine: Engine, *case_ids: CaseId) -> TagId:
    tag_id = TagId(desk.rows.new_id())
    where = {"workspace_id": desk.workspace_id}
    desk.rows.add(
        schema.tags, **where, id=tag_id, name="VIP", name_key="vip", color="red", is_archived=False
    )
    await desk.rows.save(engine)
    async with engine.writing() as connection:
        for case_id in case_ids:
            row = {**where, "case_id": case_id, "tag_id": tag_id}
            await connection.execute(insert(schema.case_tags).values(row))
    return tag_id


async def test_a_channel_leaves_the_others_out(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.message(person, case_id, desk.inbox_id, "parcel one")
    desk.rows.message(person, case_id, desk.inbox_id, "parcel two", channel="email")
    await filed(desk, tables)

    assert texts(await asked(desk, tables, text="parcel", channel="email")) == ["parcel two"]
    assert texts(await asked(desk, tables, channel="email")) == ["parcel two"]
    assert await asked(desk, tables, text="parcel", channel="pigeon") == []


async def test_what_an_agent_wrote_is_found_their_notes_too(tables: Engine) -> None:
    desk = a_desk()
    person, agent_id = desk.rows.person(), AgentId(an_id(9))
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.message(person, case_id, desk.inbox_id, "parcel of theirs", author_id=agent_id)
    desk.rows.reply(person, case_id, desk.inbox_id, "parcel of somebody")
    said = {"direction": "out", "author_kind": "agent", "author_id": agent_id}
    desk.rows.message(person, case_id, desk.inbox_id, "parcel of hers", **said)
    desk.rows.note(person, case_id, "parcel, noted")
    desk.rows.rows[schema.notes][-1]["author_id"] = agent_id
    await filed(desk, tables)

    found = await asked(desk, tables, text="parcels", agent_id=agent_id)

    assert texts(found) == ["parcel, noted", "parcel of hers"]


async def test_quotes_ask_for_words_as_they_stand(tables: Engine) -> None:
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    for said in ("zwrot  pieniędzy!", "pieniędzy zwrot", "zwroty pieniędzy", "我想退款谢谢"):
        desk.rows.message(person, case_id, desk.inbox_id, said)
    await filed(desk, tables)

    assert texts(await asked(desk, tables, text='"Zwrot pieniedzy"')) == ["zwrot  pieniędzy!"]
    assert texts(await asked(desk, tables, text="„zwrot pieniędzy”")) == ["zwrot  pieniędzy!"]
    assert texts(await asked(desk, tables, text='"想退款"')) == ["我想退款谢谢"]
    assert await asked(desk, tables, text='"退款想"') == []


async def test_looking_one_by_one_ends_and_goes_on(
    tables: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However rarely a phrase comes among its words, no question takes long, and none is lost."""
    monkeypatch.setattr(finding, "MOST", 4)
    monkeypatch.setattr(finding, "STEP", 3)
    desk = a_desk()
    person = desk.rows.person()
    case_id = desk.rows.case(person, desk.team_id)
    desk.rows.message(person, case_id, desk.inbox_id, "red kettle")
    for _ in range(40):
        desk.rows.message(person, case_id, desk.inbox_id, "kettle red")
    desk.rows.message(person, case_id, desk.inbox_id, "a red kettle")
    await filed(desk, tables)
    query = SearchQuery(workspace_id=desk.workspace_id, text='"red kettle"', limit=2)

    async with reading(tables) as reader:
        first = await reader.search(query)

    assert len(first.items) == 1
    assert first.next_cursor is not None
    found = await asked(desk, tables, text='"red kettle"', limit=2)
    assert texts(found) == ["a red kettle", "red kettle"]


SIGNS = [*"\"„”«»()*:-^{}\\'&|!<>", "AND", "NEAR(", "_x", "a", "退款"]
ANYTHING = st.one_of(
    st.sampled_from(ODD),
    st.text(alphabet=st.characters(exclude_categories=()), max_size=60),
    st.lists(st.sampled_from(SIGNS)).map("".join),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=ANYTHING)
async def test_no_question_is_an_error_to_either_engine(tables: Engine, text: str) -> None:
    desk = a_desk()
    query = SearchQuery(workspace_id=desk.workspace_id, text=text, channel="whatsapp")

    async with reading(tables) as reader:
        page = await reader.search(query)

    assert page.items == []
