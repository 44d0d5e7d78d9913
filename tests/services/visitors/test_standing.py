"""How a visitor stands with us."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.visitor import AddressIsConfirmed
from clew.services.visitors.standing import ChangeMe, change_me, view_me
from tests.fixtures.chat import Chat


async def test_from_nobody_to_an_open_matter_to_a_resolved_one(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    states = [(await guest.me())["conversation"]]
    await guest.say()
    states.append((await guest.me())["conversation"])
    await each_chat.answer()
    await each_chat.shop.end()
    me = await view_me(
        await each_chat.visiting(guest),
        room=await each_chat.room(),
        expectations=each_chat.lobby.expectations,
        deps=each_chat.shop.deps,
    )

    assert [*states, me.conversation] == ["none", "open", "resolved"]
    assert me.unread == 1
    assert me.visitor.has_contact


async def test_a_proven_address_is_not_replaced_by_a_claim(chat: Chat) -> None:
    visiting = await chat.visiting(await chat.guest())
    now = chat.shop.clock.now()
    known = replace(visiting.visitor, email="anna@example.test", email_confirmed_at=now)
    at = {"room": await chat.room(), "visits": chat.lobby.visits, "deps": chat.shop.deps}

    with pytest.raises(AddressIsConfirmed):
        await change_me(
            ChangeMe(email="ben@example.test"),
            visiting=replace(visiting, visitor=known),
            **at,  # type: ignore[arg-type]
        )
    same = await change_me(
        ChangeMe(email="Anna@example.test", language="xx"),
        visiting=replace(visiting, visitor=known),
        **at,  # type: ignore[arg-type]
    )

    assert same.visitor == known


async def test_who_leaves_a_number_is_called_by_it_until_there_is_a_name(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say()
    at = {"room": await chat.room(), "visits": chat.lobby.visits, "deps": chat.shop.deps}
    names = []
    for change in (
        ChangeMe(phone="+44 7700 900400"),
        ChangeMe(phone="+48600100200"),
        ChangeMe(name="Anna"),
    ):
        await change_me(change, visiting=await chat.visiting(guest), **at)  # type: ignore[arg-type]
        names.append((await chat.shop.case()).contact.name)

    assert names == ["+44 7700 900400", "+48 600 100 200", "Anna"]
