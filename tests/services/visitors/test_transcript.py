"""A transcript is whole, however long the conversation."""

from __future__ import annotations

from clew.services.visitors import transcript as module
from clew.services.visitors.transcript import transcript
from tests.fixtures.chat import Chat
from tests.fixtures.front import changed


async def test_all_pages_are_in_it_in_order(chat: Chat) -> None:
    guest = await chat.guest()
    for number in range(7):
        await guest.say(f"Message {number}")
    gone = await guest.say("Taken back")
    await guest.client.delete(f"/messages/{gone['id']}")

    with changed(module, MAX_LIMIT=3):
        page = await transcript(
            visiting=await chat.visiting(guest), room=await chat.room(), deps=chat.shop.deps
        )

    places = [page.index(f"Message {number}") for number in range(7)]
    assert places == sorted(places)
    assert "Taken back" not in page
    assert "[deleted]" in page
