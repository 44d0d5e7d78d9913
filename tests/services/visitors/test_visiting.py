"""Visitor tokens."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from clew.services.visitors.visiting import Visits
from tests.fixtures.chat import Chat
from tests.fixtures.front import Monotonic


async def test_a_token_is_stored_hashed_and_looked_up_once_in_a_while(chat: Chat) -> None:
    monotonic = Monotonic()
    visits = Visits(chat.shop.deps.store, chat.shop.clock, monotonic)
    visitor = (await chat.visiting(await chat.guest())).visitor
    token = await visits.begin(visitor)

    found = await visits.find(token)
    async with chat.shop.deps.store.write() as tx:
        await tx.visitors.end_session(hashlib.sha256(token.encode()).digest())
    remembered = await visits.find(token)
    monotonic.at += 3
    gone = await visits.find(token)

    assert found is not None
    assert found.token_sha256 == hashlib.sha256(token.encode()).digest()
    assert remembered is not None
    assert gone is None


async def test_what_changes_is_seen_at_the_next_request_and_told(chat: Chat) -> None:
    visits = Visits(chat.shop.deps.store, chat.shop.clock)
    visitor = (await chat.visiting(await chat.guest())).visitor
    token = await visits.begin(visitor)
    told: list[str] = []
    ended: list[bytes] = []
    visits.when_changed(lambda changed: told.append(changed.name))
    visits.when_ended(ended.append)
    visiting = await visits.find(token)
    assert visiting is not None

    await visits.save(visiting, replace(visitor, name="Anna"))
    after = await visits.find(token)
    await visits.end(visiting)

    assert after is not None
    assert after.visitor.name == "Anna"
    assert told == ["Anna"]
    assert ended == [visiting.token_sha256]
    assert await visits.find(token) is None
