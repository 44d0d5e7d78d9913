"""What a channel's webhook can tell us, in one vocabulary for all channels.

`Channel.parse` turns the raw bytes of a provider into these values. They are facts as the
provider reported them: nothing here has been matched to a contact, stored or judged yet.

Every item has a `dedupe_key`: the same event delivered again has the same key, whatever else
came in the same batch, so a unique index on (inbox, key) gives each event one effect.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from clew.ports.channel.addresses import Address, JsonObject, Sender
from clew.ports.channel.receipts import OptScope, Receipt


class MediaFamily(StrEnum):
    """How a provider treats a file: each family has its own limits."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    DOCUMENT = "document"
    STICKER = "sticker"


@dataclass(frozen=True, slots=True)
class MediaRef:
    """A file that the provider holds for us, to be fetched with `Channel.fetch_media`.

    Attributes:
        media_type: As the provider says; the stored file is sniffed again.
        sha256: 64 lower-case hex digits, or None if the provider gave none.
        size_bytes: None if the provider gave none.
        voice: Recorded in the messenger, to be played in place.
        part: Names the file within the raw event itself, for `Channel.read_part`; the provider is
            not asked. `event_id` is that event, filled in when it is taken in.
        content_id: What the message's own text calls the file by, where it shows it in place.
    """

    provider_media_id: str
    family: MediaFamily
    media_type: str
    name: str = ""
    sha256: str | None = None
    size_bytes: int | None = None
    voice: bool = False
    part: str = ""
    event_id: int | None = None
    content_id: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """What a message says it goes on with; the most telling first.

    Attributes:
        messages, cases: Ours, by a signature that only who saw one of our messages can have.
        provider_ids: Of messages in either direction. Whoever saw one of them knows its name,
            and some programs make names that can be guessed.
    """

    messages: tuple[UUID, ...] = ()
    cases: tuple[UUID, ...] = ()
    provider_ids: tuple[str, ...] = ()


class MessageKind(StrEnum):
    """What a message mainly is; it decides how the timeline shows it."""

    TEXT = "text"
    MEDIA = "media"
    LOCATION = "location"
    CONTACTS = "contacts"
    INTERACTIVE = "interactive"
    ORDER = "order"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """A contact wrote, spoke, sent or chose something.

    Attributes:
        sent_at: The provider's time (UTC); the time of receipt if that was missing or absurd.
        text: The contact's words: the text, a caption, the title of what was chosen.
        content: What text cannot say. Always has `type`:
            `location` {latitude, longitude, name, address, url};
            `contacts` {contacts: [{name, phones: [{phone, label}], emails, organisation}]};
            `interactive` {kind: button_reply|list_reply|form|template_button|other, id, title,
            description, answers}; `order` {items: [{product_id, quantity, price, currency}]};
            `unsupported` {code, reason}. Absent members were not given.
        reply_to_provider_id: The quoted message; it may be one we have never seen.
        referral: The advertisement or link that led here, as the provider describes it.
        subject: What a new case is called.
        references: What it goes on with, beside what it quotes.
        fingerprint: Of the words and files, where names of messages are made by who sends them:
            the same name with another fingerprint is another message. Empty: names are unique.
        original: Who wrote what an agent of ours forwards.
        is_automatic: A machine wrote it: it is shown, and asks for nothing.
        is_history: It is brought in from an archive: it is shown at its own time, and asks for
            nothing.
        is_report: The receipts before it in the same event say it better: it is shown only if
            they are about no message that is known here.
        own_id: The message's id, minted by a client of our own.
    """

    provider_id: str
    sender: Sender
    sent_at: datetime
    kind: MessageKind
    text: str = ""
    content: JsonObject | None = None
    media: tuple[MediaRef, ...] = ()
    reply_to_provider_id: str | None = None
    forwarded: bool = False
    referral: JsonObject | None = None
    subject: str = ""
    references: References = References()
    fingerprint: str = ""
    original: Sender | None = None
    is_automatic: bool = False
    is_history: bool = False
    is_report: bool = False
    own_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class IncomingReaction:
    """A contact reacted to a message, or took the reaction back (`emoji` is None)."""

    provider_id: str
    sender: Sender
    at: datetime
    target_provider_id: str
    emoji: str | None


@dataclass(frozen=True, slots=True)
class IncomingEdit:
    """A contact changed a message; text, content and media replace what it had."""

    provider_id: str
    sender: Sender
    at: datetime
    target_provider_id: str
    text: str = ""
    content: JsonObject | None = None
    media: tuple[MediaRef, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingDeletion:
    """A contact took a message back."""

    provider_id: str
    sender: Sender
    at: datetime
    target_provider_id: str


@dataclass(frozen=True, slots=True)
class ChatOpened:
    """A contact opened the chat and has written nothing yet; no answer is owed."""

    provider_id: str
    sender: Sender
    at: datetime
    referral: JsonObject | None = None


@dataclass(frozen=True, slots=True)
class IdentityChanged:
    """A contact has new addresses in place of old ones; the provider vouches for it."""

    provider_id: str
    old: tuple[Address, ...]
    new: tuple[Address, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class OptOut:
    """A contact asked not to be written to."""

    sender: Sender
    at: datetime
    scope: OptScope = OptScope.EVERYTHING


@dataclass(frozen=True, slots=True)
class OptIn:
    """A contact took an opt-out back."""

    sender: Sender
    at: datetime
    scope: OptScope = OptScope.EVERYTHING


class NoticeKind(StrEnum):
    """What a provider's news about the inbox itself concerns."""

    ACCOUNT = "account"
    QUALITY = "quality"
    TEMPLATE = "template"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class InboxNotice:
    """News about the inbox itself, for its administrators.

    Attributes:
        summary: One line in the provider's words.
        detail: The provider's own data.
        is_serious: Sending or receiving is or may soon be impaired.
    """

    kind: NoticeKind
    summary: str
    at: datetime
    detail: JsonObject = field(default_factory=dict)
    is_serious: bool = False


class IgnoredReason(StrEnum):
    """Why a readable event has no effect. The list is closed: anything else is quarantined."""

    OTHER_INBOX = "other_inbox"  # one provider application serves several inboxes
    OTHER_SUBJECT = "other_subject"  # a kind of event that this channel has no use for
    ECHO = "echo"  # said by us, elsewhere


@dataclass(frozen=True, slots=True)
class Ignored:
    """A part of a batch that is understood and has no effect here."""

    reason: IgnoredReason
    detail: str
    part: JsonObject


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part of a batch that could not be understood; it goes to quarantine, the rest goes on."""

    reason: str
    part: JsonObject


Incoming: TypeAlias = (
    IncomingMessage
    | IncomingReaction
    | IncomingEdit
    | IncomingDeletion
    | ChatOpened
    | Receipt
    | IdentityChanged
    | OptOut
    | OptIn
    | InboxNotice
    | Ignored
    | Unreadable
)


def dedupe_key(item: Incoming) -> str:
    """Return what names this event for ever at its inbox."""
    match item:
        case Receipt():
            return f"{item.provider_id}:{item.state}:{item.participant}"
        case OptOut() | OptIn():
            who = item.sender.addresses[0].value
            return f"{type(item).__name__}:{item.scope}:{who}:{item.at.isoformat()}"
        case InboxNotice():
            return f"notice:{_digest([item.kind, item.summary, item.detail, item.at])}"
        case Ignored() | Unreadable():
            return f"{type(item).__name__}:{_digest(item.part)}"
        case _:
            return item.provider_id


def _digest(part: object) -> str:
    canonical = json.dumps(part, sort_keys=True, default=repr)
    return hashlib.sha256(canonical.encode()).hexdigest()
