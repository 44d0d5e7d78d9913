"""One open mailbox: the library's calls, which block, each in the one thread of this mailbox.

Numbers of mails (UID) only grow, but may have gaps of any size, so they are asked for by ranges
that widen while they are empty. Nothing is ever changed: the folder is opened by EXAMINE, and mails
are read by BODY.PEEK.

Source:
    RFC 9051 sections 2.3.1.1 (UID, UIDVALIDITY), 6.3.3 (EXAMINE), 6.4.5 (FETCH).
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any, TypeVar

from imapclient.exceptions import IMAPClientError

from clew.domain.reasons import Reason
from clew.imap.client import Client
from clew.ports.mailboxes import Found, MailboxIsAway, Waiting

Answer = TypeVar("Answer")

# How many numbers are asked for at once: an answer must fit into a line.
FIRST_RANGE = 2_000
WIDEST_RANGE = 2**32
# How many are named in a question; servers take lines of at least 8,000 characters.
NAMED_AT_ONCE = 500
# What the library says itself when nothing more comes; the rest are the server's words.
BROKEN = ("socket error", "command: ")


class ImapMailbox:
    """A folder that was opened for reading."""

    def __init__(
        self, client: Client, thread: ThreadPoolExecutor, selected: Mapping[bytes, Any], host: str
    ) -> None:
        self._client = client
        self._thread = thread
        self._host = host
        self._can_idle = b"IDLE" in client.capabilities()
        self.validity = int(selected.get(b"UIDVALIDITY", 0))
        client.forget_arrivals()

    async def after(self, uid: int) -> Sequence[Waiting]:
        """Return the next mails after a number, in order; none: there are no more."""
        return await self._ask(lambda: self._after(uid))

    async def read(self, uids: Sequence[int]) -> Mapping[int, Found]:
        """Return mails; those that have been removed meanwhile are missing."""
        return await self._ask(lambda: self._read(uids))

    async def read_header(self, uid: int, max_bytes: int) -> bytes:
        """Return the beginning of a mail's header."""
        item = f"BODY.PEEK[HEADER]<0.{max_bytes}>"
        answer = await self._ask(lambda: self._client.fetch([uid], [item]))
        parts = answer.get(uid, {})
        return next((value for value in parts.values() if isinstance(value, bytes)), b"")

    async def wait(self, seconds: float) -> None:
        """Wait for news; where the server cannot tell, for the time to pass.

        IDLE ends with every wait, long before servers give up on it (RFC 2177: 29 minutes), and
        its end is a question to which a dead connection has no answer.
        """
        if self._can_idle:
            await self._ask(lambda: self._idle(seconds))
        else:
            await asyncio.sleep(seconds)
            await self._ask(self._client.noop)

    async def close(self) -> None:
        """Hang up; a question that waits for its answer ends."""
        with contextlib.suppress(OSError):
            socket.socket.shutdown(self._client.socket(), socket.SHUT_RDWR)
        closing = self._thread.submit(self._client.shutdown)
        self._thread.shutdown(wait=False)
        with contextlib.suppress(OSError, IMAPClientError, ValueError):
            await asyncio.shield(asyncio.wrap_future(closing))

    def _after(self, uid: int) -> list[Waiting]:
        self._client.forget_arrivals()
        next_uid = self._next_uid()
        first, width = uid + 1, FIRST_RANGE
        while first < next_uid:
            found = self._client.search(["UID", f"{first}:{min(first + width, next_uid) - 1}"])
            # `n:*` and some servers name the last mail whatever was asked for.
            uids = sorted({int(one) for one in found if uid < int(one)})[:NAMED_AT_ONCE]
            if uids:
                return self._measured(uids)
            first, width = first + width, min(width * 4, WIDEST_RANGE)
        return []

    def _next_uid(self) -> int:
        """Return a number above all that there are now.

        Asked anew each time: the answer to EXAMINE is old. STATUS of an open folder is not to be
        relied on, so the last mail is asked for its number.
        """
        last = self._client.search(["UID", "*"])
        return max((int(one) for one in last), default=0) + 1

    def _measured(self, uids: Sequence[int]) -> list[Waiting]:
        answer = self._client.fetch(uids, ["RFC822.SIZE"])
        sizes = {uid: answer.get(uid, {}).get(b"RFC822.SIZE") for uid in uids}
        return [Waiting(uid, size if isinstance(size, int) else 0) for uid, size in sizes.items()]

    def _read(self, uids: Sequence[int]) -> dict[int, Found]:
        answer = self._client.fetch(uids, ["BODY.PEEK[]", "INTERNALDATE"])
        found = {}
        for uid, parts in answer.items():
            raw, at = parts.get(b"BODY[]"), parts.get(b"INTERNALDATE")
            if isinstance(raw, bytes):
                found[int(uid)] = Found(raw, _instant(at))
        return found

    def _idle(self, seconds: float) -> None:
        if self._client.has_arrivals():  # it has been told, and will not be told again
            return
        self._client.idle()
        try:
            self._client.idle_check(timeout=seconds)
        finally:
            self._client.idle_done()

    async def _ask(self, question: Callable[[], Answer]) -> Answer:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, question)
        except (IMAPClientError, OSError, ssl.SSLError, ValueError) as failure:
            raise MailboxIsAway(said(failure, self._host)) from failure


def said(failure: Exception, host: str) -> str:
    """Return what went wrong, in the server's words if it had any."""
    if isinstance(failure, TimeoutError):
        return Reason.NO_ANSWER_IN_TIME.said(host=host)
    if isinstance(failure, ssl.SSLCertVerificationError):
        return Reason.NO_PROOF.said(host=host)
    if isinstance(failure, ConnectionRefusedError):
        return Reason.NOT_REACHED.said(host=host)
    if isinstance(failure, OSError) and not isinstance(failure, IMAPClientError):
        return Reason.CONNECTION_BROKE.said(host=host)
    words = " ".join(str(failure).split()).removeprefix("b'").rstrip("'")
    if words.startswith(BROKEN):
        return Reason.CONNECTION_BROKE.said(host=host)
    return (
        Reason.SERVER_SAYS.said(server=host, words=words)[:300]
        if words
        else Reason.NO_USABLE_ANSWER.said(host=host)
    )


def _instant(value: object) -> datetime | None:
    is_complete = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(UTC) if is_complete and isinstance(value, datetime) else None
