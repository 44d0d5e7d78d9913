"""What a visitor sees, and what they never see."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from clew.ports.store import Changes
from clew.services.visitors.seeing import history, one_message
from clew.services.visitors.visiting import Visiting
from tests.fixtures.chat import Chat


async def test_who_is_known_sees_all_channels_and_who_is_not_sees_their_own(
    each_chat: Chat,
) -> None:
    """The same person wrote on WhatsApp before; only a proof shows it in the chat."""
    shop = each_chat.shop
    await shop.write("From WhatsApp")
    guest = await each_chat.guest()
    visiting = await each_chat.visiting(guest)
    contact = (await shop.case()).contact.id
    await guest.say("From the chat")
    chat_case = next(one for one in await shop.cases() if one.channel == "webchat")
    async with shop.deps.store.write() as tx:
        reach = await tx.reachability(shop.admin.workspace_id, chat_case.conversation_id)  # type: ignore[arg-type]
        moved = replace(reach.identities[0], contact_id=contact)  # type: ignore[arg-type]
        await tx.record(
            Changes(
                workspace_id=shop.admin.workspace_id, at=shop.clock.now(), moved_identities=[moved]
            )
        )
    await guest.say("From the chat again")
    known = Visiting(replace(visiting.visitor, subject="customer-42"), visiting.token_sha256)

    seen = [
        [
            one.text
            for one in (await history(who, before=None, after=None, limit=50, deps=shop.deps)).items
        ]
        for who in (visiting, known)
    ]

    assert seen == [["From the chat again"], ["From WhatsApp", "From the chat again"]]


async def test_an_agents_reading_is_seen(chat: Chat) -> None:
    guest = await chat.guest()
    said = await guest.say("Hello")
    case = await chat.shop.case()
    async with chat.shop.deps.store.write() as tx:
        read = (case.id, chat.shop.admin.id, said["place"])
        await tx.record(
            Changes(
                workspace_id=chat.shop.admin.workspace_id,
                at=chat.shop.clock.now(),
                read_by=[read],  # type: ignore[list-item]
            )
        )

    assert said["state"] == "delivered"
    assert [one["state"] for one in await guest.read()] == ["read"]


async def test_a_message_that_is_not_theirs_is_none(chat: Chat) -> None:
    anna, ben = await chat.guest(), await chat.guest()
    said = await anna.say("Hello")
    await ben.say("Hi")

    visiting = await chat.visiting(ben)

    assert await one_message(visiting, UUID(said["id"]), deps=chat.shop.deps) is None
