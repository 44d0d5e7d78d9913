"""What visitors may expect, from people, queue and the past as they are."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.people import Availability
from clew.services.visitors.expecting import Expectations
from tests.fixtures.chat import Chat


async def test_it_follows_who_is_there_within_seconds(each_chat: Chat) -> None:
    expectations = Expectations(each_chat.shop.deps)
    away = await expectations.of(each_chat.inbox)
    await each_chat.shop.turn(each_chat.shop.admin, Availability.AVAILABLE)
    still = await expectations.of(each_chat.inbox)
    each_chat.shop.clock.advance(timedelta(seconds=6))
    online = await expectations.of(each_chat.inbox)
    each_chat.shop.clock.advance(timedelta(hours=12))
    closed = await expectations.of(each_chat.inbox)

    assert [one.state for one in (away, still, online, closed)] == [
        "away",
        "away",
        "online",
        "closed",
    ]
    assert closed.answer_by is not None
    assert closed.answer_by > each_chat.shop.clock.now()


async def test_quick_answers_of_late_are_said_to_be_quick(each_chat: Chat) -> None:
    await each_chat.shop.turn(each_chat.shop.admin, Availability.AVAILABLE)
    guest = await each_chat.guest()
    for _ in range(6):
        await guest.say()
        each_chat.shop.clock.advance(timedelta(minutes=1))
        await each_chat.answer("Here")

    found = await Expectations(each_chat.shop.deps).of(each_chat.inbox)

    assert (found.state, found.words_key) == ("online", "answer-soon")


async def test_a_queue_makes_it_later(chat: Chat) -> None:
    before = await Expectations(chat.shop.deps).of(chat.inbox)
    for number in range(60):
        await chat.shop.write(phone=f"486012{number:05d}")

    after = await Expectations(chat.shop.deps).of(chat.inbox)

    assert before.answer_by is not None
    assert after.answer_by is not None
    assert after.answer_by > before.answer_by
