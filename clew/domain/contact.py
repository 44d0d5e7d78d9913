"""The people who write to us, and the addresses by which we know them."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from clew.domain.ids import ContactId, ConversationId, IdentityId, WorkspaceId

# They turn what stands beside a name around (UAX #9, 2.1-2.4); a name has no use for them.
TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))

_ERASED = "erased/"


class Assurance(StrEnum):
    """How sure we are that an address belongs to the contact, from least to most."""

    CLAIMED = "claimed"
    CHANNEL = "channel"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person on the other side."""

    id: ContactId
    workspace_id: WorkspaceId
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressFailure:
    """That nothing arrives at an address: since when, by which code and in whose words."""

    at: datetime
    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """One address of a contact on one channel.

    Attributes:
        scope: Within which the address is unique: the channel, or an inbox for addresses that
            a provider makes per account.
        kind: What sort of address, such as `phone` or `bsuid`.
        address: Normalised; what is sent to.
        display: As people read it.
        home_id: Of whom it was before contacts were joined; None: the contact's own.
        failure: Why nothing is sent there, until the contact writes from it or an agent says so.
    """

    id: IdentityId
    workspace_id: WorkspaceId
    contact_id: ContactId
    channel: str
    scope: str
    kind: str
    address: str
    display: str
    assurance: Assurance
    created_at: datetime
    home_id: ContactId | None = None
    failure: AddressFailure | None = None

    @property
    def is_erased(self) -> bool:
        """Say whether it is nobody's any more."""
        return self.address.startswith(_ERASED)

    def erased(self) -> "Identity":
        """Return it without anything that says whose it was."""
        address = f"{_ERASED}{self.id}"
        return replace(self, address=address, display="", assurance=Assurance.CLAIMED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The one lifelong exchange with one contact, over all channels."""

    id: ConversationId
    workspace_id: WorkspaceId
    contact_id: ContactId
    created_at: datetime


def plain_name(text: str) -> str:
    """Return a name that somebody gave, as one line that leaves its surroundings as they are."""
    kept = (one for one in text if one not in TURNING and (one.isspace() or one >= " "))
    return " ".join("".join(kept).split())
