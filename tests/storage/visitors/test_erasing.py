"""Erasing keeps to the sight that it was given, on both engines."""

from __future__ import annotations

from tests.fixtures.chat import Chat
from tests.storage.visitors.test_sights import sight_of


async def test_what_lies_outside_the_sight_stays(each_chat: Chat) -> None:
    anna, ben = await each_chat.guest(), await each_chat.guest()
    await anna.say("Anna's")
    await ben.say("Ben's")
    sight = await sight_of(each_chat, anna)

    async with each_chat.shop.deps.store.write() as tx:
        erased = await tx.visitors.erase_words(sight)

    assert len(erased.message_ids) == 1
    assert erased.blobs == ()
    assert await ben.texts() == ["Ben's"]
