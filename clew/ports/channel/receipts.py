"""How far a message of ours got, and why it did not get further.

The order of the states is the domain's affair; a channel only reports what it was told.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from clew.ports.channel.addresses import Address


class ReceiptState(StrEnum):
    """How far a message of ours got. A state may be skipped, and they come in any order."""

    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


class RefusalCause(StrEnum):
    """Why a message was not delivered, as far as it changes what a person does next."""

    NEED_TEMPLATE = "need_template"  # the messaging window is closed
    UNDELIVERABLE = "undeliverable"  # this contact cannot be reached at this address
    OPTED_OUT = "opted_out"
    LIMITED = "limited"  # too many messages to this contact; see `Refusal.retry_after`
    TEMPLATE = "template"  # absent, paused, or with wrong parameters
    MEDIA = "media"
    INVALID = "invalid"  # the provider does not accept such a message
    INBOX = "inbox"  # nothing can be sent from this inbox until somebody acts
    TEMPORARY = "temporary"  # the provider gave up; sending again may work


class OptScope(StrEnum):
    """What a contact no longer wants: messages that we start, or any."""

    MARKETING = "marketing"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A message that the provider will not deliver, with the provider's own reason.

    Attributes:
        is_for_good: Nothing will ever arrive at this address, whatever is sent there.
        scope: What the contact wants no more of, where that is the cause.
    """

    code: str
    reason: str
    cause: RefusalCause
    retry_after: timedelta | None = None
    is_for_good: bool = False
    scope: OptScope = OptScope.EVERYTHING


@dataclass(frozen=True, slots=True)
class Receipt:
    """News of a message that we sent.

    Attributes:
        our_id: `OutgoingMessage.id`, if the provider gave it back. It may come before the
            answer to the send, and shows that a send which timed out did work.
        part: Which of the provider's messages this is, from 0, of `parts`: a long text or
            several attachments go out as several.
    """

    provider_id: str
    state: ReceiptState
    at: datetime
    our_id: str | None = None
    part: int = 0
    parts: int = 1
    refusal: Refusal | None = None
    recipient: tuple[Address, ...] = ()
    participant: str = ""
