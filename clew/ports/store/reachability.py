"""How a contact can be reached; asked by the composer and again at dispatch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clew.domain.consent import Consent
from clew.domain.contact import Identity
from clew.domain.ids import IdentityId, InboxId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachability:
    """By which addresses a contact can be reached, and what limits it.

    Attributes:
        identities: The addresses, the latest added first.
        last_inbound: Per address and inbox, when the contact last wrote from and to it, by the
            provider's clock.
        window_refused: Likewise, when the provider last said that its window is closed.
        last_read: Likewise, when the contact last read what we sent; never known of some channels.
        opted_out: Per address, what the contact wants no more of, by the word of its provider.
        consents: What they agreed to and took back, in words of their own.
    """

    identities: list[Identity]
    last_inbound: Mapping[tuple[IdentityId, InboxId], datetime]
    window_refused: Mapping[tuple[IdentityId, InboxId], datetime]
    opted_out: Mapping[IdentityId, str]
    consents: Sequence[Consent] = ()
    last_read: Mapping[tuple[IdentityId, InboxId], datetime] = field(default_factory=dict)
