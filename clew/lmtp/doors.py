"""Which inbox a recipient is: its address, or that with a token behind a plus."""

import time
from collections.abc import Awaitable, Callable, Mapping, Sequence

from clew.domain.people import Inbox, InboxStage
from clew.ports.channel import Channel, InboxConfig

KEPT_SECONDS = 5.0

AllInboxes = Callable[[], Awaitable[Sequence[Inbox]]]


class Doors:
    """The addresses of all inboxes, kept at hand for a few seconds."""

    def __init__(self, inboxes: AllInboxes, channels: Mapping[str, Channel]) -> None:
        self._inboxes = inboxes
        self._channels = channels
        self._known: dict[str, Inbox] = {}
        self._fresh_until = 0.0

    async def find(self, address: str) -> Inbox | None:
        """Return the inbox of an address.

        Raises:
            StoreIsUnavailable: Nobody can tell just now.
        """
        if time.monotonic() >= self._fresh_until:
            self._known = await self._read()
            self._fresh_until = time.monotonic() + KEPT_SECONDS
        wanted = address.strip().strip("<>").lower()
        local, _, domain = wanted.rpartition("@")
        return self._known.get(wanted) or self._known.get(f"{local.partition('+')[0]}@{domain}")

    async def _read(self) -> dict[str, Inbox]:
        found: dict[str, Inbox] = {}
        for inbox in await self._inboxes():
            channel = self._channels.get(inbox.channel)
            if channel is None or inbox.stage is InboxStage.ARCHIVED:
                continue
            for address in channel.own_addresses(InboxConfig(settings=inbox.settings)):
                # The oldest one keeps it: nobody takes another's mail by naming their address.
                found.setdefault(address.value, inbox)
        return found
