"""Marks go forward only, and concern nothing but one's own answers here."""

from __future__ import annotations

from clew.domain.ids import MessageId
from clew.services.visitors.marking import mark_delivered, mark_read
from tests.fixtures.chat import Chat


async def test_delivered_then_read_and_never_back(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    visiting = await each_chat.visiting(guest)
    at = {"visiting": visiting, "room": await each_chat.room(), "deps": each_chat.shop.deps}
    await mark_read(10**6, **at)  # type: ignore[arg-type]
    await guest.say()
    message_id = MessageId(await each_chat.answer())
    states = []

    for mark in (mark_delivered, mark_read, mark_delivered):
        await mark(10**6, **at)  # type: ignore[arg-type]
        states.append((await each_chat.shop.delivery(message_id)).state.value)

    assert states == ["delivered", "read", "read"]


async def test_a_visitor_marks_nothing_of_another_one(chat: Chat) -> None:
    anna, ben = await chat.guest(), await chat.guest()
    await anna.say()
    message_id = MessageId(await chat.answer())
    await ben.say()

    await mark_read(
        10**6, visiting=await chat.visiting(ben), room=await chat.room(), deps=chat.shop.deps
    )

    assert (await chat.shop.delivery(message_id)).state.value == "sent"
