"""What a contact agreed to, and what they took back: a record that only grows.

The latest word on a purpose counts. One about a single channel counts there, whatever was said in
general; one in general counts wherever nothing else was said. Taken back in general, it is taken
back everywhere that was not agreed to since.
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
    word = _word(consents, purpose, channel)
    return word is not None and word.is_given


def refused_at(consents: Iterable[Consent], purpose: Purpose, channel: str) -> datetime | None:
    """Return when a contact took a purpose back on a channel; None: silence is no refusal."""
    word = _word(consents, purpose, channel)
    return word.at if word is not None and not word.is_given else None


def _word(consents: Iterable[Consent], purpose: Purpose, channel: str) -> Consent | None:
    latest = in_force(consents)
    here, everywhere = latest.get((purpose, channel)), latest.get((purpose, EVERY_CHANNEL))
    if here is None or everywhere is None:
        return here or everywhere
    is_revoked = here.is_given and not everywhere.is_given and everywhere.at > here.at
    return everywhere if is_revoked else here
