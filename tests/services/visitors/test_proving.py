"""A proven address is an identity of the contact; a claimed one is nothing."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from clew.domain.visitor import Visitor
from clew.services.recognition.proving import join_proven
from clew.services.visitors.proving import prove
from clew.storage.schema import identities
from tests.fixtures.chat import Chat, Guest


async def proven(chat: Chat, guest: Guest, email: str = "anna@example.test") -> Visitor:
    """Let a visitor have proven an address."""
    visitor = (await chat.visiting(guest)).visitor
    visitor = replace(visitor, email=email, email_confirmed_at=chat.shop.clock.now())
    async with chat.shop.deps.store.write() as tx:
        await tx.visitors.save(visitor)
        await prove(visitor, tx, chat.shop.deps)
    chat.lobby.visits.forget(visitor.id)
    return visitor


async def channels_of(chat: Chat) -> list[list[tuple[str, str]]]:
    """Return the addresses of every contact."""
    found = []
    async with chat.shop.deps.store.read() as reader:
        for case in await chat.shop.cases():
            contact = await reader.contact(chat.shop.admin.workspace_id, case.contact.id)  # type: ignore[arg-type]
            assert contact is not None
            found.append(sorted((one.channel, one.assurance) for one in contact.identities))
    return found


async def test_a_claim_adds_nothing(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    await guest.say()

    assert await channels_of(each_chat) == [[("webchat", "channel")]]


async def test_a_proof_adds_the_address_to_the_contact(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    await guest.say()

    await proven(each_chat, guest)
    await proven(each_chat, guest)

    assert await channels_of(each_chat) == [[("email", "verified"), ("webchat", "verified")]]
    assert await each_chat.shop.violations() == {}


async def test_whom_the_site_vouches_for_is_known_with_the_first_message(chat: Chat) -> None:
    visiting = await chat.visiting(guest := await chat.guest())
    async with chat.shop.deps.store.write() as tx:
        await tx.visitors.save(replace(visiting.visitor, subject="customer-42"))
    chat.lobby.visits.forget(visiting.visitor.id)

    await guest.say()

    assert await channels_of(chat) == [[("webchat", "verified")]]


async def test_who_proves_an_address_before_writing_is_the_contact_of_it(each_chat: Chat) -> None:
    first = await each_chat.guest()
    await first.say("From my phone")
    await proven(each_chat, first)

    second = await each_chat.guest()
    await proven(each_chat, second)
    await second.say("From my desk")

    assert len(await each_chat.shop.cases()) == 1
    assert await second.texts() == ["From my phone", "From my desk"]
    assert await each_chat.shop.violations() == {}


async def test_two_who_have_written_are_joined_once_both_have_proven(each_chat: Chat) -> None:
    chat = each_chat
    first, second = await chat.guest(), await chat.guest()
    await first.say("One")
    await proven(chat, first)
    await second.say("Two")

    await proven(chat, second)
    await join_proven(chat.shop.deps, 10)

    assert await first.texts() == await second.texts() == ["One", "Two"]
    assert await chat.shop.violations() == {}


async def test_mails_without_proof_join_nobody(chat: Chat) -> None:
    """Anybody may have written them."""
    first, second = await chat.guest(), await chat.guest()
    await first.say("One")
    await proven(chat, first)
    async with chat.shop.deps.store._engine.writing() as connection:  # type: ignore[attr-defined]
        await connection.execute(
            update(identities).where(identities.c.scope == "email").values(assurance="claimed")
        )
    await second.say("Two")

    await proven(chat, second)

    assert await join_proven(chat.shop.deps, 10) == 0
    assert await first.texts() == ["One"]
    assert await second.texts() == ["Two"]
