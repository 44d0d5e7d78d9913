"""Deleting is told in the log, and nobody is named there; the API's side is tested there."""

from __future__ import annotations

from clew.services.visitors.erasing import ERASED, erase_me
from tests.fixtures.chat import Chat


async def test_that_somebody_was_deleted_is_in_the_log(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say("Hello")
    async with chat.shop.deps.store.read() as reader:
        before = await reader.seq(chat.shop.admin.workspace_id)

    await erase_me(
        visiting=await chat.visiting(guest), visits=chat.lobby.visits, deps=chat.shop.deps
    )
    async with chat.shop.deps.store.read() as reader:
        part = await reader.changed_since(chat.shop.admin.workspace_id, before, 100)

    assert ERASED == "contact_erased"
    assert len(part.contact_ids) == 1
    assert (await chat.shop.case()).contact.name.startswith("#")
