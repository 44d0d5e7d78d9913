"""Two contacts become one: one time line, and nobody who asks for the old one is lost."""

from __future__ import annotations

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import ContactId
from clew.domain.merging import CannotBeJoined, MessageIsOnItsWay
from clew.ports.store.views import TimelineItem
from clew.services.cases import OpenCase, open_case
from clew.services.conversations import get_conversation
from clew.services.replies import AddNote, add_note
from clew.services.sending import claim
from clew.storage import schema
from tests.builders import an_id
from tests.services.recognition.people import People
from tests.services.visitors.post import CLOSED
from tests.services.world import WORKSPACE, World


async def test_two_conversations_are_one_in_order_of_time(each_world: World) -> None:
    people = People(each_world)
    judit = await people.write("Judit", "one")
    other = await people.write("Jutka", "two")
    await people.write("Judit", "three")
    await people.answer(other, "four")
    await people.write("Jutka", "five")

    await people.merge(judit, other)

    assert await people.texts(judit.conversation_id) == ["one", "two", "three", "four", "five"]
    assert await people.audit() == {}


async def test_pages_before_and_after_a_number_stay_right(each_world: World) -> None:
    people = People(each_world)
    judit = await people.write("Judit", "0")
    for number in range(1, 9):
        other = await people.write("Jutka" if number % 2 else "Judit", str(number))
    other = await people.write("Jutka", "9")
    await people.merge(judit, other)

    whole = (await people.timeline(judit.conversation_id)).items
    back: list[TimelineItem] = []
    forward: list[TimelineItem] = []
    edge: int | None = None
    while edge is None or edge:
        page = await people.timeline(judit.conversation_id, before=edge, limit=3)
        back = [*page.items, *back]
        edge = int(page.next_cursor) if page.next_cursor else 0
    edge = 0
    while edge is not None:
        page = await people.timeline(judit.conversation_id, after=edge, limit=3)
        forward += page.items
        edge = int(page.next_cursor) if page.next_cursor else None

    assert back == forward == whole
    assert [item.seq for item in whole] == sorted(item.seq for item in whole)


async def test_cases_keep_their_numbers_owners_moves_and_clocks(each_world: World) -> None:
    people = People(each_world)
    judit = await people.write("Judit")
    other = await people.write("Jutka")
    await people.answer(other)
    before = await people.case(other.id)

    await people.merge(judit, other)

    after = await people.case(other.id)
    assert (after.number, after.facts, after.moves) == (before.number, before.facts, before.moves)
    assert (after.contact_id, after.conversation_id) == (judit.contact_id, judit.conversation_id)


async def test_old_ids_lead_to_the_one_contact(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    third = await people.write("Third")

    await people.merge(judit, other)
    await people.merge(third, judit)

    async with each_world.deps.store.read() as reader:
        contact = await reader.contact(WORKSPACE, other.contact_id)
        talk = await reader.conversation(WORKSPACE, other.conversation_id)
    view = await get_conversation(
        other.conversation_id, asker=each_world.asker, post=CLOSED, deps=each_world.deps
    )
    assert contact is not None
    assert talk is not None
    assert contact.id == talk.id == third.contact_id
    assert view.value.id == third.conversation_id
    assert len(contact.cases) == 3
    assert len(contact.identities) == 6


async def test_who_answers_in_the_old_conversation_answers_in_the_one(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "one"), await people.write("Jutka", "two")
    await people.merge(judit, other)

    await people.answer(other, "three")
    note = AddNote(
        conversation_id=other.conversation_id,
        note_id=each_world.deps.ids.new(),  # type: ignore[arg-type]
        case_id=other.id,
        text="four",
    )
    await add_note(note, asker=each_world.asker, deps=each_world.deps)
    opened = await open_case(
        OpenCase(conversation_id=other.conversation_id),
        asker=each_world.asker,
        deps=each_world.deps,
    )

    assert await people.texts(judit.conversation_id) == ["one", "two", "three", "four"]
    assert (await people.case(opened)).conversation_id == judit.conversation_id


async def test_what_comes_in_lands_in_the_one_conversation(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit", "one"), await people.write("Jutka", "two")

    await people.merge(judit, other)
    case = await people.write("Jutka", "three")

    assert case.conversation_id == judit.conversation_id
    assert await people.texts(judit.conversation_id) == ["one", "two", "three"]


async def test_what_was_queued_goes_where_it_was_addressed(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    message_id = await people.answer(other, "for Jutka")

    await people.merge(judit, other)
    while await each_world.sends():
        pass

    assert each_world.provider.posted[-1]["to"] == people.phone("Jutka")
    assert (await each_world.delivery(message_id)).conversation_id == judit.conversation_id
    assert (await each_world.delivery(message_id)).state == "sent"


async def test_what_is_being_sent_arrives_in_the_one_conversation(each_world: World) -> None:
    """The sender holds what it read before the two were joined."""
    from clew.services.sending import send

    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    message_id = await people.answer(other)
    [held] = await claim(each_world.sender, 10)

    await people.merge(judit, other)
    await send(held, sender=each_world.sender)

    delivery = await each_world.delivery(message_id)
    assert (delivery.state, delivery.conversation_id) == ("sent", judit.conversation_id)
    assert await people.audit() == {}


async def test_two_who_are_both_being_sent_something_are_not_joined_now(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await people.answer(judit)
    await people.answer(other)
    await claim(each_world.sender, 10)

    with pytest.raises(MessageIsOnItsWay):
        await people.merge(judit, other)


async def test_a_name_goes_before_an_address(each_world: World) -> None:
    people = People(each_world)
    nameless = await people.write("")
    named = await people.write("Jutka")

    await people.merge(nameless, named)

    async with each_world.deps.store.read() as reader:
        contact = await reader.contact(WORKSPACE, nameless.contact_id)
    assert contact is not None
    assert contact.name == "Jutka"


async def test_who_is_one_already_is_not_joined_again(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await people.merge(judit, other)

    with pytest.raises(CannotBeJoined):
        await people.merge(other, judit)
    with pytest.raises(NotFound):
        await people.merge(judit, ContactId(an_id(9)))


async def test_who_joined_whom_and_why_is_kept(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")

    merge_id = await people.merge(judit, other)

    [row] = await people.rows(schema.merges)
    assert (row["id"], row["kept_id"], row["merged_id"]) == (
        merge_id,
        judit.contact_id,
        other.contact_id,
    )
    assert (row["by_name"], row["reason"], row["rule"]) == ("Anna", "it is her", "agent")
    told = (await people.timeline(judit.conversation_id)).items[-1]
    assert (told.event, told.actor and told.actor.name) == ("contacts_merged", "Anna")
