"""Watches come and go with the inboxes they are of."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from clew.ports.channel import InboxConfig, MailboxPlace, MailServer
from clew.services.inboxes import ChangeInbox, change_inbox
from clew.worker.mailboxes import MailboxWatches, mailboxes_loop
from tests.fixtures.workplace import Shop


class Silent:
    """Mailboxes in which nothing ever happens."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.closed = 0
        self.validity = 1

    async def open(self, server: MailServer, folder: str) -> Silent:
        self.opened.append(f"{server.host} {folder}")
        return self

    async def after(self, uid: int) -> list[object]:
        return []

    async def wait(self, seconds: float) -> None:
        await asyncio.Event().wait()

    async def close(self) -> None:
        self.closed += 1


def place_of(config: InboxConfig) -> MailboxPlace | None:
    number = config.settings["phone_number_id"]
    return MailboxPlace(MailServer(f"{number}.example", 993)) if number != "none" else None


async def settled(watches: MailboxWatches) -> None:
    await watches.step(None)
    for _ in range(50):
        await asyncio.sleep(0.002)


async def change(shop: Shop, number: str) -> None:
    command = ChangeInbox(inbox_id=shop.inbox.id, settings={"phone_number_id": number})
    await change_inbox(command, asker=shop.admin, deps=shop.deps)


async def test_a_mailbox_is_watched_as_long_as_its_inbox_says_so(shop: Shop) -> None:
    channel = replace(shop.deps.channels["whatsapp"], mailbox=place_of)
    shop.deps = replace(shop.deps, channels={"whatsapp": channel})
    silent = Silent()
    watches = MailboxWatches(shop.deps, silent, lambda: 0.5)  # type: ignore[arg-type]
    first = shop.inbox.settings["phone_number_id"]

    await settled(watches)
    await settled(watches)
    assert silent.opened == [f"{first}.example INBOX"]

    await change(shop, "two")
    await settled(watches)
    assert silent.opened[1:] == ["two.example INBOX"]

    await change(shop, "none")
    await settled(watches)
    assert (len(silent.opened), silent.closed) == (2, 2)

    await change(shop, "three")
    await settled(watches)
    await watches.finish()
    assert silent.closed == 3


async def test_inboxes_of_channels_without_mailboxes_are_left_alone(shop: Shop) -> None:
    silent = Silent()
    watches = MailboxWatches(shop.deps, silent, lambda: 0.5)  # type: ignore[arg-type]

    await mailboxes_loop(watches).step(None)

    assert silent.opened == []
