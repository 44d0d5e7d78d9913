"""Files that were never sent are forgotten, on both engines."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.fixtures.chat import Chat, Guest

FILE = {"file": ("a.txt", b"text")}


async def upload(guest: Guest) -> dict[str, Any]:
    answer = await guest.client.post("/uploads", files=FILE)
    assert answer.status_code == 201
    return dict(answer.json())


async def test_what_was_sent_or_is_new_stays(each_chat: Chat) -> None:
    guest = await each_chat.guest()
    sent, unsent = await upload(guest), await upload(guest)
    await guest.say("With a file", attachments=[sent["id"]])
    each_chat.shop.clock.advance(timedelta(hours=2))
    new = await upload(guest)
    before = each_chat.shop.clock.now() - timedelta(hours=1)

    async with each_chat.shop.deps.store.write() as tx:
        blobs = await tx.sights.forget_uploads(before, 10)
        again = await tx.sights.forget_uploads(before, 10)

    assert (len(blobs), again) == (1, ())
    left = {one: (await guest.client.get(f"/attachments/{one}")).status_code
            for one in (sent["id"], unsent["id"], new["id"])}  # fmt: skip
    assert left == {sent["id"]: 200, unsent["id"]: 404, new["id"]: 200}
