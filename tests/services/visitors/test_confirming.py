"""Codes and links: proofs that cannot be guessed, replayed or used as a flood."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from clew.services.visitors.confirming import confirm, send_code, send_link
from clew.services.visitors.errors import (
    CodeHasExpired,
    CodeIsWrong,
    MailIsNotSetUp,
    NoEmail,
    TooManyRequests,
)
from clew.services.visitors.letters import Post
from tests.fixtures.chat import Chat, Guest
from tests.services.visitors.post import Keeper, a_post


async def a_claim(chat: Chat, email: str = "anna@example.test") -> Guest:
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": email})
    return guest


async def code_for(chat: Chat, guest: Guest) -> str:
    keeper = Keeper()
    await send_code(
        visiting=await chat.visiting(guest),
        room=await chat.room(),
        post=a_post(keeper),
        deps=chat.shop.deps,
    )
    found = re.search(r"\b\d{6}\b", keeper.texts()[0])
    assert found is not None
    return found[0]


async def tried(chat: Chat, guest: Guest, digits: str) -> str:
    visiting = await confirm(
        digits,
        visiting=await chat.visiting(guest),
        visits=chat.lobby.visits,
        deps=chat.shop.deps,
    )
    return visiting.visitor.assurance.value


async def test_the_right_digits_prove_the_address_once(each_chat: Chat) -> None:
    guest = await a_claim(each_chat)
    digits = await code_for(each_chat, guest)
    wrong = f"{(int(digits) + 1) % 1_000_000:06d}"

    with pytest.raises(CodeIsWrong):
        await tried(each_chat, guest, wrong)
    assert await tried(each_chat, guest, f" {digits} ") == "confirmed"
    with pytest.raises(CodeHasExpired):
        await tried(each_chat, guest, digits)
    assert (await guest.me())["visitor"]["assurance"] == "confirmed"


async def test_old_history_is_shown_only_after_the_proof(each_chat: Chat) -> None:
    """The same person on another device, who only says so, and then proves it."""
    first = await a_claim(each_chat)
    await first.say("From my phone")
    await tried(each_chat, first, await code_for(each_chat, first))
    second = await a_claim(each_chat)

    before = await second.texts()
    await tried(each_chat, second, await code_for(each_chat, second))

    assert before == []
    assert await second.texts() == ["From my phone"]


async def test_two_who_have_written_are_one_as_soon_as_the_digits_are_right(
    each_chat: Chat,
) -> None:
    """What was said elsewhere is there when the window asks for it next."""
    first = await a_claim(each_chat)
    await first.say("From my phone")
    await tried(each_chat, first, await code_for(each_chat, first))
    second = await a_claim(each_chat)
    await second.say("From my desk")

    await tried(each_chat, second, await code_for(each_chat, second))

    assert await second.texts() == await first.texts() == ["From my phone", "From my desk"]
    assert await each_chat.shop.violations() == {}


async def test_digits_cannot_be_guessed_and_do_not_last(chat: Chat) -> None:
    guest = await a_claim(chat)
    digits = await code_for(chat, guest)
    wrong = f"{(int(digits) + 1) % 1_000_000:06d}"
    for _ in range(5):
        with pytest.raises(CodeIsWrong):
            await tried(chat, guest, wrong)

    with pytest.raises(CodeHasExpired):
        await tried(chat, guest, digits)
    late = await code_for(chat, guest)
    chat.shop.clock.advance(timedelta(minutes=15))
    with pytest.raises(CodeHasExpired):
        await tried(chat, guest, late)


async def test_a_code_is_for_the_visitor_it_was_made_for(chat: Chat) -> None:
    anna, ben = await a_claim(chat), await a_claim(chat)
    digits = await code_for(chat, anna)

    with pytest.raises(CodeHasExpired):
        await tried(chat, ben, digits)


async def test_an_address_is_not_flooded_whoever_asks(chat: Chat) -> None:
    for _ in range(3):
        await code_for(chat, await a_claim(chat))

    with pytest.raises(TooManyRequests):
        await code_for(chat, await a_claim(chat))
    await code_for(chat, await a_claim(chat, "ben@example.test"))


async def test_a_link_goes_to_the_address_and_leads_back(chat: Chat) -> None:
    guest = await a_claim(chat)
    await guest.say("Hello")
    keeper = Keeper()
    await send_link(
        visiting=await chat.visiting(guest),
        room=await chat.room(),
        post=a_post(keeper),
        deps=chat.shop.deps,
    )

    link = keeper.texts()[0].partition("#link=")[2].split()[0]
    other = await chat.guest(link=link)

    assert await other.texts() == ["Hello"]


async def test_without_an_address_or_a_server_there_is_no_code(chat: Chat) -> None:
    stranger, claimed = await chat.guest(), await a_claim(chat)
    at = {"room": await chat.room(), "deps": chat.shop.deps}
    closed = Post(mailer=Keeper())

    with pytest.raises(NoEmail):
        await send_code(visiting=await chat.visiting(stranger), post=a_post(Keeper()), **at)  # type: ignore[arg-type]
    with pytest.raises(MailIsNotSetUp):
        await send_code(visiting=await chat.visiting(claimed), post=closed, **at)  # type: ignore[arg-type]
    with pytest.raises(MailIsNotSetUp):
        await send_link(visiting=await chat.visiting(claimed), post=closed, **at)  # type: ignore[arg-type]
    refusing = a_post(Keeper(code=550))
    with pytest.raises(MailIsNotSetUp):
        await send_code(visiting=await chat.visiting(claimed), post=refusing, **at)  # type: ignore[arg-type]
