"""Who may see a file."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import AttachmentId
from clew.services.visitors.files import find, find_sealed, forget_unsent
from tests.fixtures.chat import Chat


async def test_what_is_not_there_is_found_by_nobody(chat: Chat) -> None:
    guest = await chat.guest()
    await guest.say()
    missing = AttachmentId(uuid.uuid4())

    with pytest.raises(NotFound):
        await find(missing, visiting=await chat.visiting(guest), deps=chat.shop.deps)
    with pytest.raises(NotFound):
        await find_sealed(missing, deps=chat.shop.deps)


async def test_a_draft_is_seen_by_who_uploaded_it(chat: Chat) -> None:
    guest, other = await chat.guest(), await chat.guest()
    files = {"file": ("a.txt", b"text")}
    draft = AttachmentId(uuid.UUID((await guest.client.post("/uploads", files=files)).json()["id"]))

    found = await find(draft, visiting=await chat.visiting(guest), deps=chat.shop.deps)

    assert found.name == "a.txt"
    with pytest.raises(NotFound):
        await find(draft, visiting=await chat.visiting(other), deps=chat.shop.deps)


async def test_what_was_never_sent_is_gone_after_a_day_from_the_disk_too(chat: Chat) -> None:
    guest = await chat.guest()
    files = {"file": ("a.txt", b"text")}
    draft = AttachmentId(uuid.UUID((await guest.client.post("/uploads", files=files)).json()["id"]))
    kept = await find(draft, visiting=await chat.visiting(guest), deps=chat.shop.deps)

    early = await forget_unsent(10, deps=chat.shop.deps)
    chat.shop.clock.advance(timedelta(hours=25))
    late = await forget_unsent(10, deps=chat.shop.deps)

    assert (early, late) == (0, 1)
    with pytest.raises(FileNotFoundError):
        await chat.shop.deps.blobs.head(kept.blob, 1)
