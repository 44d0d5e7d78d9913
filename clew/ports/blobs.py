"""Where the bytes of files are."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StoredBlob:
    """A file that is durably here.

    Attributes:
        blob: Its name in the store; says nothing of its content or owner.
        sha256: 64 lower-case hex digits.
    """

    blob: str
    byte_count: int
    sha256: str


class TooLarge(Exception):
    """More bytes came than were allowed; nothing was kept."""


class NoRoom(Exception):
    """The disk is full; nothing was kept. What is here already stays readable."""


class Blobs(Protocol):
    """Write once, read often, delete rarely."""

    async def save(self, chunks: AsyncIterator[bytes], max_bytes: int) -> StoredBlob:
        """Stream a file in; durable when this returns.

        Raises:
            TooLarge: It is longer than `max_bytes`.
            NoRoom: There is no space left for it.
        """
        ...

    def open(self, blob: str) -> AsyncIterator[bytes]:
        """Stream a file out.

        Raises:
            FileNotFoundError: It is not here.
        """
        ...

    async def head(self, blob: str, byte_count: int) -> bytes:
        """Return the first bytes, enough to tell what it is.

        Raises:
            FileNotFoundError: It is not here.
        """
        ...

    async def delete(self, blob: str) -> None:
        """Forget a file; nothing happens if it is not here."""
        ...
