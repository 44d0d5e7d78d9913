"""A visitor's words go the way of all contacts' words."""

from __future__ import annotations

import uuid

import pytest

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import MessageId
from clew.domain.nameless import is_nameless
from clew.ports.store.searching import SearchQuery
from clew.services.visitors.saying import Say, edit, react, say, sender_of, take_back
from tests.fixtures.chat import Chat


async def test_a_message_opens_a_case_in_the_inboxs_team_and_is_found(each_chat: Chat) -> None:
    shop = each_chat.shop
    visiting = await each_chat.visiting(await each_chat.guest())
    command = Say(message_id=MessageId(uuid.uuid4()), text="The zebra kettle is broken")

    is_new = await say(command, visiting=visiting, room=await each_chat.room(), deps=shop.deps)
    again = await say(command, visiting=visiting, room=await each_chat.room(), deps=shop.deps)
    await shop.deps.store.index(100)
    case = await shop.case()
    async with shop.deps.store.read() as reader:
        found = await reader.search(SearchQuery(workspace_id=shop.admin.workspace_id, text="zebra"))

    assert (is_new, again) == (True, False)
    assert case.team.id == shop.team.id
    assert case.next_move is not None
    assert case.next_move.kind == "answer"
    assert [hit.message_id for hit in found.items] == [command.message_id]


async def test_a_resolved_case_goes_on_when_the_visitor_comes_back(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say("Hello")
    await chat.answer("Done")
    await chat.shop.end()

    await guest.say("Not quite")

    assert (await chat.shop.case()).status == "open"


async def test_only_ones_own_words_here_can_be_changed(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say("Hello")
    ours = MessageId(await chat.answer("Yes?"))
    at = {
        "visiting": await chat.visiting(guest),
        "room": await chat.room(),
        "deps": chat.shop.deps,
    }

    with pytest.raises(NotFound):
        await edit(ours, "No", **at)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        await take_back(ours, **at)  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        await react(MessageId(uuid.uuid4()), "👍", **at)  # type: ignore[arg-type]
    with pytest.raises(InvalidInput):
        await edit(ours, " ", **at)  # type: ignore[arg-type]


async def test_a_visitor_is_named_by_their_id(chat: Chat) -> None:
    visiting = await chat.visiting(await chat.guest())

    sender = sender_of(visiting)

    assert [(one.kind, one.value) for one in sender.addresses] == [
        ("visitor", str(visiting.visitor.id))
    ]
    assert is_nameless(sender.display_name)
