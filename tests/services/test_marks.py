"""Stars and mentions: each one's own, and only of what there is."""

from uuid import UUID

import pytest

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import AgentId, CaseId, ConversationId, NoteId
from clew.ports.store.tools import MentionView, StarView
from clew.services.asking import Asker
from clew.services.marks import list_mentions, list_stars, read_mentions, star, unstar
from clew.services.replies import AddNote, add_note
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def stars(shop: Shop, asker: Asker) -> list[StarView]:
    return (await list_stars(asker=asker, deps=shop.deps)).value


async def mentions(shop: Shop, asker: Asker) -> list[MentionView]:
    return (await list_mentions(asker=asker, deps=shop.deps)).value


async def note(shop: Shop, text: str, *named: UUID) -> None:
    case = await shop.case()
    command = AddNote(
        conversation_id=ConversationId(case.conversation_id),
        note_id=NoteId(shop.deps.ids.new()),
        case_id=CaseId(case.id),
        text=text,
        mentions=tuple(AgentId(one) for one in named),
    )
    await add_note(command, asker=shop.admin, deps=shop.deps)


async def test_cases_and_messages_are_starred_by_each_for_themselves(each_shop: Shop) -> None:
    await each_shop.write("The code is 4711")
    case = await each_shop.case()
    (message,) = await each_shop.messages()
    ben = await each_shop.join("Ben")
    case_id = CaseId(case.id)

    for _ in range(2):
        await star(case_id, case.id, asker=each_shop.admin, deps=each_shop.deps)
    await star(case_id, UUID(message.id), asker=each_shop.admin, deps=each_shop.deps)

    found = await stars(each_shop, each_shop.admin)
    assert {(one.subject_id, one.seq) for one in found} == {
        (case.id, None),
        (UUID(message.id), message.seq),
    }
    assert {one.text for one in found} == {"", "The code is 4711"}
    assert await stars(each_shop, ben) == []

    await unstar(UUID(message.id), asker=each_shop.admin, deps=each_shop.deps)
    assert [one.subject_id for one in await stars(each_shop, each_shop.admin)] == [case.id]


async def test_what_is_not_there_is_not_starred(shop: Shop) -> None:
    await shop.write()
    case_id = CaseId((await shop.case()).id)
    for wrong in (CaseId(an_id(9)), case_id):
        with pytest.raises(NotFound):
            await star(wrong, an_id(9), asker=shop.admin, deps=shop.deps)
    with pytest.raises(NotFound):
        await unstar(an_id(9), asker=shop.admin, deps=shop.deps)


async def test_who_is_named_in_a_note_finds_it_until_they_have_seen_it(each_shop: Shop) -> None:
    await each_shop.write()
    ben = await each_shop.join("Ben")
    await note(each_shop, "Ben, can you look?", ben.id, ben.id, each_shop.admin.id)
    await note(each_shop, "For nobody in particular")

    (named,) = await mentions(each_shop, ben)
    assert (named.text, named.author, named.read) == (
        "Ben, can you look?",
        each_shop.admin.agent.name,
        False,
    )
    assert await mentions(each_shop, each_shop.admin) == [], "nobody names themselves"
    shown = [item.mentions for item in await each_shop.timeline() if item.kind == "note"]
    assert shown == [[ben.id], []]

    await read_mentions(CaseId((await each_shop.case()).id), asker=ben, deps=each_shop.deps)
    assert [one.read for one in await mentions(each_shop, ben)] == [True]


async def test_all_are_seen_at_once(shop: Shop) -> None:
    await shop.write()
    ben = await shop.join("Ben")
    await note(shop, "One", ben.id)
    await note(shop, "Two", ben.id)

    await read_mentions(CaseId(an_id(9)), asker=ben, deps=shop.deps)
    assert {one.read for one in await mentions(shop, ben)} == {False}
    await read_mentions(None, asker=ben, deps=shop.deps)
    assert {one.read for one in await mentions(shop, ben)} == {True}


async def test_only_colleagues_are_named(shop: Shop) -> None:
    await shop.write()

    with pytest.raises(InvalidInput):
        await note(shop, "Who?", an_id(9))
