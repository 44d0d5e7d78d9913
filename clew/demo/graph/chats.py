"""What the simulated provider remembers: our number, its contacts, and what was said.

Seen from the provider: `contact` is whoever holds the simulated phone, `shop` is the business
that Clew answers for.
"""

from datetime import datetime
from enum import StrEnum

import msgspec


class Side(StrEnum):
    """Who wrote."""

    CONTACT = "contact"
    SHOP = "shop"


class Mark(StrEnum):
    """How far a message of the shop came; of a contact's, whether the shop has seen it."""

    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"


class Line(msgspec.Struct, frozen=True):
    """The shop's number, with the secrets that the provider shares with it."""

    access_token: str
    app_secret: str
    verify_token: str
    phone_number_id: str = "106540352242922"
    waba_id: str = "102290129340398"
    display_phone_number: str = "48 22 555 01 00"
    verified_name: str = "Jan’s Shop"


class Person(msgspec.Struct):
    """Somebody with a simulated phone.

    Attributes:
        phone: Digits with the country's code, without a plus sign.
        user_id: The business-scoped id that the provider gives beside the number.
        username: Whoever has one hides their number.
    """

    phone: str
    name: str
    user_id: str
    username: str = ""


class Media(msgspec.Struct, frozen=True):
    """A file that the provider holds."""

    id: str
    media_type: str
    name: str
    sha256: str
    byte_count: int


class Place(msgspec.Struct, frozen=True):
    """Somewhere on earth."""

    latitude: float
    longitude: float
    name: str = ""
    address: str = ""


class Said(msgspec.Struct):
    """One message in a chat.

    Attributes:
        kind: The provider's word: text, image, document, location, template …
        quoted: The id of the message that this one answers.
        reference: What the shop gave along, to get it back with every receipt.
        reactions: By side.
        choices: Titles of the buttons or rows that were offered.
        fault: Why it failed.
    """

    id: str
    by: Side
    kind: str
    at: datetime
    mark: Mark = Mark.SENT
    text: str = ""
    media: Media | None = None
    is_voice: bool = False
    place: Place | None = None
    quoted: str = ""
    reference: str = ""
    reactions: dict[Side, str] = msgspec.field(default_factory=dict)
    choices: tuple[str, ...] = ()
    fault: str = ""


class Chat(msgspec.Struct):
    """All that one person and the shop have said."""

    person: Person
    said: list[Said] = msgspec.field(default_factory=list)
    typing_until: datetime | None = None

    def find(self, message_id: str) -> Said | None:
        """Return a message by the provider's id."""
        return next((one for one in reversed(self.said) if one.id == message_id), None)

    def last_by(self, side: Side) -> Said | None:
        """Return the newest message of a side."""
        return next((one for one in reversed(self.said) if one.by is side), None)


class Memory(msgspec.Struct):
    """Everything that outlives a restart.

    Attributes:
        window_from: By phone: when the person last did anything, which opens the window.
        clock_offset_seconds: How far the demo's clock was moved.
    """

    line: Line
    chats: dict[str, Chat] = msgspec.field(default_factory=dict)
    window_from: dict[str, datetime] = msgspec.field(default_factory=dict)
    clock_offset_seconds: float = 0.0
