"""What a channel can do, as a table: composer, sender and `can_send` read it and ask no channel."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from clew.ports.channel.incoming import MediaFamily


class TextUnit(StrEnum):
    """What a provider counts when it limits a text."""

    UTF16 = "utf16"  # as JavaScript and Java count; an emoji is two or more
    CODE_POINTS = "code_points"
    BYTES = "bytes"  # of UTF-8


MEASURES: Mapping[TextUnit, Callable[[str], int]] = {
    TextUnit.UTF16: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    TextUnit.CODE_POINTS: len,
    TextUnit.BYTES: lambda text: len(text.encode("utf-8", "surrogatepass")),
}


@dataclass(frozen=True, slots=True)
class MediaLimit:
    """What files of one family may be.

    Attributes:
        media_types: Accepted ones; empty means any.
    """

    max_bytes: int
    media_types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pace:
    """One message in `every`, after a burst of `burst` at once."""

    every: timedelta
    burst: int = 1


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a message is tried again whose way is closed for a while.

    Attributes:
        first, longest: Pauses double from the first up to the longest.
        lasts: When to give up, counted from when it was to leave.
    """

    first: timedelta
    longest: timedelta
    lasts: timedelta


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can do. Absent limits are None, absent abilities False or 0.

    Attributes:
        text_max: Longest text of one provider message; longer ones are split.
        caption_max: Longest text beside a file; longer ones become a message of their own.
        media: Families that can be sent, with their limits.
        messaging_window: How long after the contact last wrote free-form text is allowed.
        human_window: The same for a person's own words, where it is longer.
        replies_per_window: How many messages of ours each message of the contact allows.
        templates: Approved templates may be sent outside the window.
        quick_replies: How many choices may be offered at once.
        attachments_max_bytes: Of all files of a message together.
        patience: Where that is not some hours; later messages do not wait for one that is
            tried again for days.
        per_recipient: Pace towards one contact. `per_inbox`: pace of the inbox altogether.
    """

    text_max: int | None = None
    text_unit: TextUnit = TextUnit.UTF16
    caption_max: int = 0
    media: Mapping[MediaFamily, MediaLimit] = field(default_factory=dict)
    messaging_window: timedelta | None = None
    human_window: timedelta | None = None
    replies_per_window: int | None = None
    templates: bool = False
    reactions: bool = False
    quick_replies: int = 0
    quick_reply_title_max: int = 0
    attachments_max_bytes: int | None = None
    patience: Patience | None = None
    per_recipient: Pace | None = None
    per_inbox: Pace | None = None

    @property
    def max_attachment_bytes(self) -> int:
        """Return the size above which no file of any family can be sent."""
        return max((limit.max_bytes for limit in self.media.values()), default=0)

    def measure(self, text: str) -> int:
        """Return the length of `text` as the provider counts it."""
        return MEASURES[self.text_unit](text)
