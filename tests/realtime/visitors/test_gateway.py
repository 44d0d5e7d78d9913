"""The visitors' stream over real sockets: nothing missed, nothing of anybody else."""

from __future__ import annotations

import asyncio
import json
import random
import uuid
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from clew.domain.ids import ContactId
from clew.services.recognition.merging import merge_contacts
from tests.fixtures.chat import SITE, Chat, Guest
from tests.realtime.serving import served
from tests.realtime.visitors.wire import Wire


@pytest_asyncio.fixture
async def wire(chat: Chat) -> AsyncIterator[Wire]:
    async with served(chat.root, chat.gateway) as port:
        yield Wire(chat, port)


@pytest_asyncio.fixture
async def guest(chat: Chat) -> Guest:
    return await chat.guest()


async def test_an_answer_appears_at_once_and_counts_as_delivered(wire: Wire, guest: Guest) -> None:
    async with wire.line(guest.token) as line:
        first = await line.frame()
        await guest.say("Hello")
        await line.until("Hello")
        await wire.chat.answer("Good morning")
        answer = await line.until("Good morning", "delivered")

    assert first["changes"][0]["type"] == "state"
    assert answer["author"]["kind"] == "agent"
    assert line.states[-1]["with"] == {"name": wire.chat.shop.admin.agent.name}
    assert line.states[-1]["visitor"]["has_contact"] is True


async def test_who_comes_back_misses_nothing(wire: Wire, guest: Guest) -> None:
    await guest.say("One")
    async with wire.line(guest.token) as line:
        await line.frame()
    await wire.chat.answer("Two")
    await guest.say("Three")

    async with wire.line(guest.token, line.seq) as again:
        await again.until("Three")

    assert again.texts() == ["Two", "Three"]
    assert again.resets == 0


async def test_resuming_anywhere_amid_writers_misses_and_doubles_nothing(
    wire: Wire, guest: Guest
) -> None:
    """The line breaks at random while both sides write; what is kept is what was said."""
    chance = random.Random(7)
    await guest.say("0")

    async def write() -> None:
        for number in range(1, 13):
            await guest.say(str(number))
            await asyncio.sleep(chance.random() * 0.02)

    writing = asyncio.ensure_future(write())
    kept: dict[str, dict[str, Any]] = {}
    seq = 0
    for _ in range(60):
        async with wire.line(guest.token, seq) as line:
            line.messages = kept
            for _ in range(chance.randint(1, 3)):
                if len(kept) < 13:
                    await line.frame()
            seq = max(seq, line.seq)
        if writing.done() and len(kept) >= 13:
            break
    await writing

    assert line.resets == 0
    assert line.texts() == [str(number) for number in range(13)]


async def test_a_visitor_hears_nothing_of_another_one(wire: Wire, guest: Guest) -> None:
    other = await wire.chat.guest()
    async with wire.line(other.token, 0) as line:
        await line.frame()
        await guest.say("Secret")
        await other.say("Mine")
        await line.until("Mine")
        sign = await line.until_key("ping")

    assert line.texts() == ["Mine"]
    assert sign["expectation"]["words_key"]


async def test_a_number_from_another_history_means_a_fresh_look(wire: Wire, guest: Guest) -> None:
    await guest.say("Hello")

    async with wire.line(guest.token, 10**9) as line:
        await line.frame()

    assert line.resets == 1
    assert line.seq < 10**9


def states(wire: Wire) -> list[str]:
    guests = wire.chat.lobby.presence.guests(wire.chat.shop.admin.workspace_id)
    return [one.state for one in guests]


async def test_read_marks_and_typing_go_up(wire: Wire, guest: Guest) -> None:
    await guest.say("Hello")
    message_id = await wire.chat.answer("Good morning")
    async with wire.line(guest.token, 0) as line:
        answer = await line.until("Good morning")
        await line.socket.send(json.dumps({"read": answer["place"]}))
        await line.until("Good morning", "read")
        await line.socket.send(json.dumps({"typing": True}))
        while states(wire) != ["typing"]:
            await line.until_key("ping")

    assert (await wire.chat.shop.delivery(message_id)).state.value == "read"  # type: ignore[arg-type]
    assert wire.chat.lobby.presence.guests(wire.chat.shop.admin.workspace_id) == ()


async def test_an_agent_who_types_and_looks_is_told(wire: Wire, guest: Guest) -> None:
    await guest.say("Hello")
    case = await wire.chat.shop.case()
    admin = wire.chat.shop.admin
    async with wire.line(guest.token, 0) as line:
        await line.until("Hello")
        place = [(uuid.UUID(str(admin.id)), case.id, "typing")]
        wire.chat.lobby.presence.place_agents(admin.workspace_id, place)
        typing = await line.until_key("typing")
        wire.chat.lobby.presence.place_agents(admin.workspace_id, [])
        stopped = await line.until_key("typing")

    name = admin.agent.name
    assert typing["typing"] == {"name": name, "is_typing": True}
    assert stopped["typing"] == {"name": name, "is_typing": False}


@pytest.mark.parametrize("token", ["visit_nobody", "", "clew_token"])
async def test_without_a_session_the_line_is_closed(wire: Wire, token: str) -> None:
    async with wire.line(token) as line:
        assert await line.code() == 4401


async def test_who_says_nothing_first_is_let_go(wire: Wire) -> None:
    async with wire.line(None) as line:
        assert await line.code() == 4408


async def test_signing_out_closes_every_line_of_the_session(wire: Wire, guest: Guest) -> None:
    async with wire.line(guest.token) as line:
        await line.frame()
        await guest.client.delete("/session")
        assert await line.code() == 4401


async def test_pages_of_other_sites_cannot_listen(wire: Wire, guest: Guest) -> None:
    async with wire.line(guest.token, Origin=SITE) as line:
        await line.frame()
    async with wire.line(guest.token, Origin="https://evil.example.test") as line:
        assert await line.code() == 4403


async def test_nonsense_does_no_harm_and_a_flood_ends_the_line(wire: Wire, guest: Guest) -> None:
    async with wire.line(guest.token) as line:
        await line.frame()
        for nonsense in ("[", "{}", '{"read": "x"}', '{"typing": 1}', '{"read": -5}'):
            await line.socket.send(nonsense)
        await guest.say("Still here")
        await line.until("Still here")
        for _ in range(130):
            await line.socket.send('{"typing": true}')
        assert await line.code() == 4429


async def test_a_confirmed_visitor_looks_at_everything_anew(wire: Wire, guest: Guest) -> None:
    await guest.say("Hello")
    async with wire.line(guest.token) as line:
        await line.frame()
        await guest.client.patch("/me", json={"name": "Anna"})
        while not line.resets:
            await line.frame()

    assert line.states[-1]["visitor"]["name"] == "Anna"


async def test_who_is_joined_with_somebody_goes_on_there_and_sees_no_more(
    wire: Wire, guest: Guest
) -> None:
    """An agent's word joins them; only a proof shows a stranger what was said elsewhere."""
    shop = wire.chat.shop
    await shop.write("From my phone")
    await guest.say("From your site")
    phone, site = await shop.cases()
    both = [ContactId(one.contact.id) for one in (phone, site)]
    async with wire.line(guest.token) as line:
        await line.frame()
        await merge_contacts(both[0], both[1], "it is her", asker=shop.admin, deps=shop.deps)
        while not line.resets:
            await line.frame()
        await guest.say("And again")
        await line.until("And again")
    async with wire.line(guest.token, 1) as late:  # who was away meanwhile finds it out, too
        await late.frame()

    assert late.resets == 1
    assert await guest.texts() == ["From your site", "And again"]
    assert await shop.violations() == {}
