"""Notes are for the team: kept once, in their case, and sent to nobody."""

from dataclasses import replace

import pytest

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import CaseId, ConversationId, NoteId
from clew.services.replies import AddNote, add_note
from tests.builders import an_id
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop


async def note(shop: Shop, text: str = "Knows Jan") -> AddNote:
    """A note on the only case."""
    case = await shop.case()
    return AddNote(
        conversation_id=ConversationId(case.conversation_id),
        note_id=NoteId(shop.deps.ids.new()),
        case_id=CaseId(case.id),
        text=text,
    )


async def test_a_note_is_kept_once_and_moves_nothing(each_shop: Shop) -> None:
    await each_shop.write("Hello")
    before = await each_shop.case()
    wanted = await note(each_shop)

    news = [await add_note(wanted, asker=each_shop.admin, deps=each_shop.deps) for _ in range(2)]

    after = await each_shop.case()
    kept = [item for item in await each_shop.timeline() if item.kind == "note"]
    assert news == [True, False]
    assert [item.text for item in kept] == ["Knows Jan"]
    assert (after.next_move, after.last_message) == (before.next_move, before.last_message)
    assert await each_shop.violations() == {}


async def test_a_note_belongs_to_a_case_of_its_conversation(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Hello")
    wanted = await note(shop)

    with pytest.raises(NotFound):
        await add_note(wanted, asker=other.admin, deps=shop.deps)
    for wrong in (
        replace(wanted, conversation_id=ConversationId(an_id(9))),
        replace(wanted, case_id=CaseId(an_id(9))),
    ):
        with pytest.raises(NotFound):
            await add_note(wrong, asker=shop.admin, deps=shop.deps)


@pytest.mark.parametrize("text", ["", "  \n", "\x00", "x" * 10_001])
async def test_a_note_says_something_of_a_length_that_can_be_read(shop: Shop, text: str) -> None:
    await shop.write("Hello")

    with pytest.raises(InvalidInput):
        await add_note(await note(shop, text), asker=shop.admin, deps=shop.deps)
