"""A visitor of a web chat, and how sure we are who they are.

What a visitor may see follows from that alone: an address that was only typed in proves nothing,
so it opens no history; a code that was sent there, or the word of the host site, does.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from clew.domain.errors import ClewError, InvalidInput
from clew.domain.faults import Fault
from clew.domain.ids import InboxId, VisitorId, WorkspaceId
from clew.domain.nameless import nameless

EMAIL_MAX_CHARS = 254
PHONE = re.compile(r"\+?[0-9][0-9 ().-]{4,30}")
EMAIL = re.compile(r"[^\s@<>(),;:\\\"\[\]\x00-\x1f]{1,64}@(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}")

CODE_LASTS = timedelta(minutes=15)
CODE_TRIES = 5


class VisitorAssurance(StrEnum):
    """How sure we are, from least to most."""

    ANONYMOUS = "anonymous"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One person at one web chat inbox; a contact once they have written.

    Attributes:
        subject: The host site's own id of them, once it vouched for it.
        email: Claimed, or confirmed at `email_confirmed_at`.
        language: The one they chose, such as `pl`, or empty.
    """

    id: VisitorId
    workspace_id: WorkspaceId
    inbox_id: InboxId
    created_at: datetime
    subject: str | None = None
    name: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""
    email_confirmed_at: datetime | None = None

    @property
    def assurance(self) -> VisitorAssurance:
        """Return how sure we are who this is."""
        if self.subject is not None:
            return VisitorAssurance.VERIFIED
        if self.email_confirmed_at is not None:
            return VisitorAssurance.CONFIRMED
        if self.email or self.phone:
            return VisitorAssurance.CLAIMED
        return VisitorAssurance.ANONYMOUS

    @property
    def is_known(self) -> bool:
        """Say whether they may see all that was ever said with the contact they are."""
        return self.assurance in (VisitorAssurance.CONFIRMED, VisitorAssurance.VERIFIED)

    @property
    def call_name(self) -> str:
        """Return by what agents call them, until there is a name."""
        return self.name or self.email or self.phone or nameless(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Six digits that were sent to an address; `sha256` is of visitor, address and digits."""

    email: str
    sha256: bytes
    expires_at: datetime
    tries: int = 0

    def can_be_tried(self, at: datetime) -> bool:
        """Say whether it may still be typed in."""
        return at < self.expires_at and self.tries < CODE_TRIES


class AddressIsConfirmed(ClewError):
    """A proven e-mail address cannot be replaced by a claim."""

    code = "address_is_confirmed"

    def __init__(self) -> None:
        super().__init__("this address is confirmed; sign out to be somebody else")


def code_sha256(visitor_id: VisitorId, email: str, digits: str) -> bytes:
    """Return what is kept of a code; one for another visitor or address is another one."""
    return hashlib.sha256(f"{visitor_id}/{email}/{digits}".encode()).digest()


def checked_email(text: str) -> str:
    """Return an e-mail address in its canonical form; empty stays empty.

    Raises:
        InvalidInput: It is none.
    """
    email = text.strip()
    if email and (len(email) > EMAIL_MAX_CHARS or not EMAIL.fullmatch(email)):
        raise InvalidInput("email", "an address like name@example.com", Fault.NOT_AN_ADDRESS)
    return email.lower()


def checked_phone(text: str) -> str:
    """Return a telephone number without what people put between digits; empty stays empty.

    Raises:
        InvalidInput: It is none.
    """
    phone = text.strip()
    bare = ("+" if phone.startswith("+") else "") + re.sub(r"\D", "", phone)
    # Also bare: signs between digits make no number of too few.
    if phone and not (PHONE.fullmatch(phone) and PHONE.fullmatch(bare)):
        raise InvalidInput(
            "phone", "digits, with + and the country's code in front", Fault.NOT_A_PHONE
        )
    return bare
