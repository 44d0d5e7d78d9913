"""What a contact agreed to, and what they took back: a record that only grows.

The latest word on a purpose counts. One about a single channel counts there, whatever was said in
general; one in general counts wherever nothing else was said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clew.domain.ids import ConsentId, ContactId, WorkspaceId
from clew.domain.message import Author

HOW_MAX_CHARS = 500
EVERY_CHANNEL = ""


class Purpose(StrEnum):
    """What for."""

    SERVICE = "service"
    MARKETING = "marketing"
    SURVEYS = "surveys"
    RECORDING = "recording"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One word of a contact: given or taken back, when, and how we know.

    Attributes:
        channel: Where it holds; empty: everywhere.
        how: How it was said, in words: "by telephone", "form on the site".
        by: Who wrote it down.
    """

    id: ConsentId
    workspace_id: WorkspaceId
    contact_id: ContactId
    purpose: Purpose
    channel: str
    is_given: bool
    how: str
    at: datetime
    by: Author | None = None


def in_force(consents: Iterable[Consent]) -> dict[tuple[Purpose, str], Consent]:
    """Return the latest word per purpose and channel."""
    latest: dict[tuple[Purpose, str], Consent] = {}
    for one in sorted(consents, key=lambda one: (one.at, one.id)):
        latest[one.purpose, one.channel] = one
    return latest


def has_agreed(consents: Iterable[Consent], purpose: Purpose, channel: str) -> bool:
    """Say whether a contact agrees to a purpose on a channel; silence is no consent."""
    latest = in_force(consents)
    word = latest.get((purpose, channel)) or latest.get((purpose, EVERY_CHANNEL))
    return word is not None and word.is_given
