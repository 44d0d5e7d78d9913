"""Asking a contact to confirm who they are: over the address itself, and nothing moves by it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from clew.domain.errors import CannotSend, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import ContactId, IdentityId
from clew.ports.channel import Sent
from clew.services.cases import resolve
from clew.services.confirmations.asking import AskToConfirm, IsConfirmed, ask_to_confirm
from clew.services.sending.recording import settle
from clew.services.visitors.confirming import confirm as confirm_code
from clew.services.visitors.errors import NoEmail, TooManyRequests
from tests.fixtures.chat import Chat, Guest
from tests.services.confirmations.links import ask, tokens
from tests.services.recognition.people import People
from tests.services.recognition.test_confirming import confirm, identity_of
from tests.services.visitors.post import Keeper, a_post
from tests.services.world import World


async def test_a_contact_is_asked_over_the_address_and_the_move_stays_where_it_is(
    each_world: World,
) -> None:
    people = People(each_world)
    case = await people.write("Judit")

    is_code = await ask(people, case, language="pl")
    await each_world.sends()

    [posted] = each_world.provider.posted
    assert not is_code
    assert posted["to"] == people.phone("Judit")
    assert re.search(r"potwierdzenie.*https://clew.example.test/confirm#[\w-]{43}", str(posted))
    assert (await people.case(case.id)).facts == case.facts
    assert await people.audit() == {}


async def test_nobody_is_asked_without_reason_or_end(world: World) -> None:
    people = People(world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    for _ in range(3):
        await ask(people, judit)

    with pytest.raises(TooManyRequests):
        await ask(people, judit)
    with pytest.raises(NotFound):
        await ask(people, other, await identity_of(people, judit))
    await confirm(people, other)
    with pytest.raises(IsConfirmed):
        await ask(people, other)


async def test_a_contact_is_asked_within_a_case_and_while_the_channel_takes_it(
    world: World,
) -> None:
    people = People(world)
    case = await people.write("Judit")

    world.clock.advance(timedelta(days=2))
    with pytest.raises(CannotSend) as closed:
        await ask(people, case)
    await resolve(case.id, Outcome.WITHDRAWN, asker=world.asker, deps=world.deps)
    with pytest.raises(CannotSend) as over:
        await ask(people, case)

    assert [one.value.reason for one in (closed, over)] == ["template_required", "no_open_case"]
    assert tokens(people) == []


async def asked_in_chat(chat: Chat, keeper: Keeper) -> bool:
    case = await chat.shop.case()
    async with chat.shop.deps.store.read() as reader:
        contact = await reader.contact(chat.shop.admin.workspace_id, ContactId(case.contact.id))
    assert contact is not None
    command = AskToConfirm(
        contact_id=ContactId(contact.id),
        identity_id=IdentityId(contact.identities[0].id),
    )
    return await ask_to_confirm(
        command, asker=chat.shop.admin, post=a_post(keeper), deps=chat.shop.deps
    )


async def a_visitor(chat: Chat, email: str) -> Guest:
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": email, "language": "hu"})
    await guest.say("Hello")
    return guest


async def test_a_visitor_types_in_where_they_write_what_was_mailed(each_chat: Chat) -> None:
    """A link would be opened by whoever reads the mailbox, who need not be the visitor."""
    keeper = Keeper()
    guest = await a_visitor(each_chat, "anna@example.test")

    is_code = await asked_in_chat(each_chat, keeper)
    sent = await each_chat.shop.claim()
    await settle(sent, Sent((str(sent.message_id),)), 0.5, None, each_chat.shop.deps)
    [mail] = keeper.texts()
    digits = re.search(r"\b\d{6}\b", mail)
    seen = (await guest.read())[-1]
    assert digits is not None
    visiting = await confirm_code(
        digits[0],
        visiting=await each_chat.visiting(guest),
        visits=each_chat.lobby.visits,
        deps=each_chat.shop.deps,
    )

    assert is_code
    assert "/confirm#" not in mail
    assert seen["asks_for_code"]
    assert "hat számjegyet küldtünk ide: anna@example.test" in seen["text"]
    assert digits[0] not in seen["text"]
    assert visiting.visitor.assurance.value == "confirmed"
    case = await each_chat.shop.case()
    async with each_chat.shop.deps.store.read() as reader:
        contact = await reader.contact(
            each_chat.shop.admin.workspace_id, ContactId(case.contact.id)
        )
    assert contact is not None
    assert contact.confidence == "confirmed"


async def test_a_visitor_who_gave_no_address_is_asked_for_it_first(chat: Chat) -> None:
    keeper = Keeper()
    await a_visitor(chat, "")

    with pytest.raises(NoEmail):
        await asked_in_chat(chat, keeper)

    assert keeper.requests == []
    assert len(await chat.shop.messages(await chat.shop.case())) == 1
