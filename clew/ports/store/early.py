"""What a contact did to a message that has not come yet: providers keep no order.

It waits for the message: so much of it for each, and so long.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from clew.domain.ids import InboxId
from clew.ports.channel import IncomingDeletion, IncomingEdit, IncomingReaction

Touch: TypeAlias = IncomingReaction | IncomingEdit | IncomingDeletion

# As long as providers go on bringing what we did not take: WhatsApp's, "Webhooks overview".
WAITS = timedelta(days=7)
# For one message; more is no order that was lost, but somebody's mischief.
MOST_WAITING = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyTouch:
    """One such thing, as it is kept: exactly one of the three is there."""

    inbox_id: InboxId
    reaction: IncomingReaction | None = None
    edit: IncomingEdit | None = None
    deletion: IncomingDeletion | None = None

    @classmethod
    def of(cls, inbox_id: InboxId, touch: Touch) -> "EarlyTouch":
        """Return what is kept of a touch."""
        match touch:
            case IncomingReaction():
                return cls(inbox_id=inbox_id, reaction=touch)
            case IncomingEdit():
                return cls(inbox_id=inbox_id, edit=touch)
            case IncomingDeletion():
                return cls(inbox_id=inbox_id, deletion=touch)

    @property
    def touch(self) -> Touch:
        """What the contact did."""
        touch = self.reaction or self.edit or self.deletion
        if touch is None:
            raise ValueError("an early touch without a touch")
        return touch

    @property
    def target(self) -> tuple[InboxId, str]:
        """Where the message will be, and its provider's name."""
        return self.inbox_id, self.touch.target_provider_id

    @property
    def at(self) -> datetime:
        """When the contact did it."""
        return self.touch.at
