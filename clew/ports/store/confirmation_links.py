"""One-time links by which contacts confirm their own addresses."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.contact import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmationLink:
    """A link as it is kept: which address it confirms, never what it says.

    Attributes:
        workspace: The name of whoever asks.
        asked_by: The agent who had it sent.
    """

    identity: Identity
    workspace: str
    asked_by: str
    expires_at: datetime
    used_at: datetime | None = None


class ConfirmationLinks(Protocol):
    """Links that are on their way or were used; one that was used is never deleted."""

    async def add(
        self, identity: Identity, token_sha256: bytes, *, asked_by: str, expires_at: datetime
    ) -> None:
        """Keep a link by the hash of what it says."""
        ...

    async def find(self, token_sha256: bytes) -> ConfirmationLink | None:
        """Return a link, whether it is still good or not."""
        ...

    async def use(self, link: ConfirmationLink, token_sha256: bytes, now: datetime) -> bool:
        """Use a link up, and void all others of its address; say whether it was unused."""
        ...

    async def forget_old(self, now: datetime) -> None:
        """Delete those that were not used in time."""
        ...
