"""How sessions begin; what the API makes of it is tested where the API is."""

from __future__ import annotations

import pytest

from clew.services.sessions import sha256_of
from clew.services.visitors.beginning import Begin, begin
from clew.services.visitors.errors import LinkIsUsed
from tests.fixtures.chat import Chat, Guest

EMAIL = "anna@example.test"


async def a_link(chat: Chat, guest: Guest, token: str = "link-token", email: str = EMAIL) -> str:
    visiting = await chat.visiting(guest)
    ends_at = chat.shop.clock.now().replace(hour=23)
    async with chat.shop.deps.store.write() as tx:
        await tx.visitors.add_link(visiting.visitor, sha256_of(token), email, ends_at)
    return token


async def test_a_link_leads_back_to_the_same_visitor_once_and_proves_the_address(
    each_chat: Chat,
) -> None:
    guest = await each_chat.guest()
    await guest.client.patch("/me", json={"email": EMAIL})
    await guest.say("Hello")
    link = await a_link(each_chat, guest)

    elsewhere = await each_chat.guest(link=link)
    again = await each_chat.begin(link=link)

    assert elsewhere.visitor["id"] == guest.visitor["id"]
    assert elsewhere.visitor["assurance"] == "confirmed"
    assert await elsewhere.texts() == ["Hello"]
    assert again.status_code == 401
    assert again.json()["code"] == "link_is_used"


async def test_a_link_is_for_its_address_its_inbox_and_its_time(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": EMAIL})
    room = await chat.room()
    at = {"present": None, "room": room, "visits": chat.lobby.visits, "deps": chat.shop.deps}

    for link in (await a_link(chat, guest, "one", "other@example.test"), "unknown", "x" * 300):
        with pytest.raises(LinkIsUsed):
            await begin(Begin(link=link), **at)  # type: ignore[arg-type]


async def test_a_stranger_may_choose_a_language_of_the_inbox(chat: Chat) -> None:
    room = await chat.room()
    at = {"present": None, "room": room, "visits": chat.lobby.visits, "deps": chat.shop.deps}

    chosen = [
        (await begin(Begin(language=one), **at)).visiting.visitor.language  # type: ignore[arg-type]
        for one in ("hu", "xx", "")
    ]

    assert chosen == ["hu", "", ""]
