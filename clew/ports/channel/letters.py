"""What a message has on channels where it is a letter: a subject, several readers, a history.

And what became of it for each of the readers, where a provider tells them apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from clew.ports.channel.addresses import JsonObject


@dataclass(frozen=True, slots=True)
class LetterRules:
    """What a channel whose messages are letters knows of addresses and subjects.

    Attributes:
        usable_address: An address as it is written to, or None if it is none.
        folded_address: An address for comparison with another.
        is_machine: Nobody reads what is sent to such an address.
        answering: The subject of an answer to a letter of this subject.
    """

    usable_address: Callable[[str], str | None]
    folded_address: Callable[[str], str]
    is_machine: Callable[[str], bool]
    answering: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody who takes part in a letter."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A message that was said before, quoted beneath a letter."""

    author: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """All that a letter says beside its text.

    Attributes:
        to: Further readers beside the contact; `cc` and `bcc` as usual.
        from_address: The one of our addresses that it is sent from; empty: the inbox's first.
        case_id: The matter that answers to it belong to.
        answered: Provider names of what it goes on with, the one it answers last.
        history: What was said before, the latest first.
        unsubscribe_url: Where one click ends such letters.
    """

    subject: str
    written_at: datetime
    case_id: UUID
    to: tuple[Correspondent, ...] = ()
    cc: tuple[Correspondent, ...] = ()
    bcc: tuple[Correspondent, ...] = ()
    contact_name: str = ""
    from_address: str = ""
    agent_name: str = ""
    team_name: str = ""
    signature: str = ""
    answered: tuple[str, ...] = ()
    history: tuple[Earlier, ...] = ()
    unsubscribe_url: str = ""


class ReaderRole(StrEnum):
    """As what somebody gets a letter."""

    CONTACT = "contact"
    TO = "to"
    CC = "cc"
    BCC = "bcc"


class ReaderState(StrEnum):
    """What became of a letter for one of its readers."""

    ACCEPTED = "accepted"
    DEFERRED = "deferred"  # not yet; it is tried again
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ReaderResult:
    """What became of a letter for one of its readers, with the provider's reason."""

    address: str
    role: ReaderRole
    state: ReaderState
    code: str = ""
    reason: str = ""

    def to_json(self) -> JsonObject:
        """Return the value as it is stored."""
        return {
            "address": self.address,
            "role": self.role.value,
            "state": self.state.value,
            "code": self.code,
            "reason": self.reason,
        }

    @classmethod
    def from_json(cls, stored: JsonObject) -> "ReaderResult":
        """Return the value that `to_json` stored."""
        return cls(
            stored["address"],
            ReaderRole(stored["role"]),
            ReaderState(stored["state"]),
            stored["code"],
            stored["reason"],
        )
