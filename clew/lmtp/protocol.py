"""One connection of a server that hands over mail, under limits of ours.

aiosmtpd (Apache licence) speaks LMTP and SMTP. What it leaves open is decided here: both on one
port, lines as long as real mails have them, and no more bytes than one mail may have.

Source:
    RFC 2033, RFC 5321, RFC 1870 (SIZE).
"""

import asyncio
from collections.abc import Callable
from typing import Any

from aiosmtpd.smtp import SMTP, syntax

MAX_BYTES = 40 * 1024 * 1024
IDLE_SECONDS = 60.0
LONGEST_LINE = 1_000_000
# Above the mail itself: commands, and dots doubled at the beginnings of lines.
ROOM_BYTES = 2 * 1024 * 1024
NAME = "Clew"


class Protocol(SMTP):
    """A connection."""

    line_length_limit = LONGEST_LINE

    def __init__(
        self, handler: object, hostname: str, max_bytes: int, ended: Callable[[], None]
    ) -> None:
        super().__init__(
            handler,
            data_size_limit=max_bytes,
            enable_SMTPUTF8=True,
            hostname=hostname,
            ident=NAME,
            timeout=IDLE_SECONDS,
            loop=asyncio.get_running_loop(),
        )
        self.is_lmtp = False
        self._max_bytes = max_bytes
        self._since_mail = 0
        self._ended = ended

    @syntax("LHLO hostname")
    async def smtp_LHLO(self, arg: str) -> None:  # noqa: N802 - the library's name
        """Greet as LMTP does."""
        self.is_lmtp = True
        await self.smtp_EHLO(arg)

    async def smtp_MAIL(self, arg: str) -> None:  # noqa: N802 - the library's name
        """Begin a mail."""
        self._since_mail = 0
        await super().smtp_MAIL(arg)

    def data_received(self, data: bytes) -> None:
        """Take what comes; whoever sends more than a mail can have is cut off.

        The library drops a mail that is too long, but would keep a line that never ends.
        """
        self._since_mail += len(data)
        if self._since_mail > self._max_bytes + self._max_bytes // 8 + ROOM_BYTES:
            transport: Any = self.transport
            transport.abort()
            return
        super().data_received(data)

    def connection_lost(self, error: Exception | None) -> None:
        """End."""
        self._ended()
        super().connection_lost(error)
