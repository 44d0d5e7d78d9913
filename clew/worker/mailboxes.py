"""Every mailbox has a watch of its own, begun, ended and begun anew as inboxes change."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import structlog

from clew.domain.ids import InboxId
from clew.domain.people import Inbox, InboxStage
from clew.ports.channel import MailboxPlace
from clew.ports.mailboxes import Mailboxes
from clew.ports.store import StoreIsUnavailable
from clew.services.deps import Deps
from clew.services.mailboxes import MailboxWatch, give_back, watch
from clew.worker.loop import Loop

logger = structlog.get_logger(__name__)

# How soon a new or changed inbox is noticed.
POLL = timedelta(seconds=5)


class MailboxWatches:
    """The watches of this process."""

    def __init__(self, deps: Deps, mailboxes: Mailboxes, chance: Callable[[], float]) -> None:
        self._deps = deps
        self._mailboxes = mailboxes
        self._chance = chance
        self._holder = deps.ids.new()
        self._running: dict[InboxId, tuple[MailboxWatch, asyncio.Task[None]]] = {}

    async def step(self, _: UUID | None) -> bool:
        """Begin the watches that are missing, and end those of inboxes that changed or are gone."""
        wanted = await self._wanted()
        for inbox_id, (watching, task) in list(self._running.items()):
            there = wanted.get(inbox_id)
            if there is None or there[1] != watching.place or task.done():
                await self._end(inbox_id)
        for inbox_id, (inbox, place) in wanted.items():
            if inbox_id not in self._running:
                self._begin(inbox, place)
        return False

    async def finish(self) -> None:
        """End all watches; mails that were read are durable already."""
        await asyncio.gather(*(self._end(inbox_id) for inbox_id in list(self._running)))

    async def _wanted(self) -> dict[InboxId, tuple[Inbox, MailboxPlace]]:
        async with self._deps.store.read() as reader:
            inboxes = await reader.people.inboxes()
        wanted = {}
        for inbox in inboxes:
            channel = self._deps.channels.get(inbox.channel)
            if channel is None or channel.mailbox is None:
                continue
            if inbox.stage is not InboxStage.ACTIVE:
                continue
            found = await self._deps.directory.inbox(inbox.id)
            place = channel.mailbox(found[1]) if found else None
            if place is not None:
                wanted[inbox.id] = (replace(inbox, settings={}), place)
        return wanted

    def _begin(self, inbox: Inbox, place: MailboxPlace) -> None:
        watching = MailboxWatch(
            inbox=inbox,
            place=place,
            deps=self._deps,
            mailboxes=self._mailboxes,
            holder=self._holder,
            chance=self._chance,
        )
        task = asyncio.create_task(watch(watching), name=f"mailbox {inbox.id}")
        self._running[inbox.id] = (watching, task)

    async def _end(self, inbox_id: InboxId) -> None:
        watching, task = self._running.pop(inbox_id)
        task.cancel()
        await asyncio.wait({task})
        with contextlib.suppress(StoreIsUnavailable):
            await give_back(watching)


def mailboxes_loop(watches: MailboxWatches) -> Loop:
    """Return the worker."""
    return Loop(name="mailboxes", step=watches.step, topic=None, poll=POLL)
