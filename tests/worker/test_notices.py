"""The worker that goes after answers which were perhaps not seen."""

from __future__ import annotations

from datetime import timedelta

from clew.worker.notices import notices
from tests.fixtures.chat import Chat
from tests.services.visitors.post import Keeper
from tests.services.visitors.test_reaching import outcomes, reach_of


async def test_it_works_through_what_is_due_and_rests(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.client.patch("/me", json={"email": "anna@example.test"})
    await guest.say()
    await chat.answer()
    loop = notices(reach_of(chat, Keeper()))

    chat.shop.clock.advance(timedelta(minutes=5))
    more = [await loop.step(None) for _ in range(2)]
    chat.shop.clock.advance(timedelta(minutes=5))
    more.append(await loop.step(None))

    assert more == [False, False, False]
    assert await outcomes(chat, guest) == ["mailed"]
