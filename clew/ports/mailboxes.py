"""Mailboxes at other people's servers, from which mail is read and never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.ports.channel import MailServer


class MailboxIsRefused(Exception):
    """The server answers and does not let us in; only a person can change that."""


class MailboxIsAway(Exception):
    """The mailbox cannot be read just now: no connection, no answer, or a broken one."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mail in a mailbox, not read yet.

    Attributes:
        uid: Its number there, greater than that of every mail before it.
    """

    uid: int
    byte_count: int


@dataclass(frozen=True, slots=True)
class Found:
    """A mail as it lies in a mailbox; `arrived_at` is None where the server does not say."""

    raw: bytes
    arrived_at: datetime | None


class Mailbox(Protocol):
    """One open mailbox.

    Attributes:
        validity: As long as this number stays, the numbers of mails mean the same mails.

    Every question raises `MailboxIsAway` when the connection is no good any more.
    """

    validity: int

    async def after(self, uid: int) -> Sequence[Waiting]:
        """Return the next mails after a number, in order, at most a few hundred; none: no more."""
        ...

    async def read(self, uids: Sequence[int]) -> Mapping[int, Found]:
        """Return mails; those that have been removed meanwhile are missing."""
        ...

    async def read_header(self, uid: int, max_bytes: int) -> bytes:
        """Return the beginning of a mail's header."""
        ...

    async def wait(self, seconds: float) -> None:
        """Wait for news, where the server can tell; at most so long."""
        ...

    async def close(self) -> None:
        """Hang up."""
        ...


class Mailboxes(Protocol):
    """Opens mailboxes."""

    async def open(self, server: MailServer, folder: str) -> Mailbox:
        """Log in and open a folder for reading.

        Raises:
            MailboxIsRefused: Server, folder, name or password are not as they must be.
            MailboxIsAway: It cannot be reached just now.
        """
        ...
