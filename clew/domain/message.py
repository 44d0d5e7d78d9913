"""What was said, and its way to the contact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from clew.domain.facts import Facts, Promise, Turn
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ConversationId,
    IdentityId,
    InboxId,
    MessageId,
    NoteId,
    TurnId,
    WorkspaceId,
)

# The kind of a message by which a contact is asked to confirm an address.
CONFIRMATION = "confirmation"


class Direction(StrEnum):
    """From the contact, or to them."""

    IN = "in"
    OUT = "out"


class AuthorKind(StrEnum):
    """Who wrote."""

    CONTACT = "contact"
    AGENT = "agent"
    BOT = "bot"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote or acted; `id` is None for the system."""

    kind: AuthorKind
    id: UUID | None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """An emoji that one side put on a message; an empty one took it back."""

    by: AuthorKind
    emoji: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What was said by one side at one time.

    Attributes:
        identity_id: The contact's address it came from or goes to.
        kind: `text`, or a channel's richer kind whose data is in `content`.
        at: When we received or accepted it; the order of the timeline.
        sent_at: The provider's or the author's own time.
        provider_id: The provider's name for it, unique in the inbox.
        reply_to_provider_id: What it quotes, when that is not known to us.
        turn_id: The turn that it opened, joined or answered; None when it asks for nothing.
        is_automatic: A machine wrote it; it opens no turn and is never answered by one.
    """

    id: MessageId
    workspace_id: WorkspaceId
    conversation_id: ConversationId
    case_id: CaseId
    inbox_id: InboxId
    channel: str
    direction: Direction
    author: Author
    identity_id: IdentityId | None
    text: str
    at: datetime
    sent_at: datetime
    kind: str = "text"
    content: Mapping[str, object] | None = None
    provider_id: str | None = None
    reply_to: MessageId | None = None
    reply_to_provider_id: str | None = None
    turn_id: TurnId | None = None
    is_holding: bool = False
    is_automatic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words for the team only; no code path leads from here to a channel.

    Attributes:
        mentions: The colleagues whom it names.
    """

    id: NoteId
    workspace_id: WorkspaceId
    conversation_id: ConversationId
    case_id: CaseId
    author: Author
    text: str
    at: datetime
    mentions: tuple[AgentId, ...] = ()


class DeliveryState(StrEnum):
    """How far a message has come on its way to the contact.

    A scheduled one has not set out: nobody was answered by it, and a word of the contact stops it.
    """

    SCHEDULED = "scheduled"
    QUEUED = "queued"
    SENDING = "sending"
    UNKNOWN = "unknown"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    FAILED = "failed"
    CANCELLED = "cancelled"


# A receipt moves a delivery to the right and never back. A failure that the provider reports
# after it had accepted the message counts; one reported after the contact had it does not.
_RANK: Mapping[DeliveryState, int] = {
    DeliveryState.SCHEDULED: -1,
    DeliveryState.QUEUED: 0,
    DeliveryState.SENDING: 1,
    DeliveryState.UNKNOWN: 2,
    DeliveryState.SENT: 3,
    DeliveryState.FAILED: 4,
    DeliveryState.DELIVERED: 5,
    DeliveryState.READ: 6,
    DeliveryState.CANCELLED: 7,
}


def is_forward(now: DeliveryState, then: DeliveryState) -> bool:
    """Say whether a delivery that is at `now` may move to `then`."""
    return _RANK[then] > _RANK[now]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """How things stood before a reply, kept while it can be taken back."""

    before: Facts
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A message's way to the contact.

    Attributes:
        held_until: Until then it may be taken back; nothing leaves before. Of a scheduled one,
            when it goes out.
        next_attempt_at: When the sender may try (again).
        lease_until: While a sender works on it; past that, nobody knows what became of it.
        progress: What the channel has to know to go on where it stopped.
        answered: The turn that the message answered, owed again if it does not arrive.
        kept: The promise that stood before the message, standing again if it does not arrive.
        promised: The promise that the message gave, void unless it arrives.
        provider_ids: All of the provider's names for it: a long text is several messages there.
        gives_up_at: Until when it is tried again, on channels where that may take days; what was
            written later does not wait for it.
        reason: The provider's words, for people; `reason_code` for programs.
    """

    message_id: MessageId
    workspace_id: WorkspaceId
    conversation_id: ConversationId
    case_id: CaseId
    inbox_id: InboxId
    identity_id: IdentityId | None
    state: DeliveryState
    queued_at: datetime
    held_until: datetime
    next_attempt_at: datetime
    attempts: int = 0
    lease_until: datetime | None = None
    progress: object | None = None
    answered: Turn | None = None
    kept: Promise | None = None
    promised: Promise | None = None
    undo: Undo | None = None
    provider_ids: tuple[str, ...] = ()
    reason_code: str = ""
    reason: str = ""
    gives_up_at: datetime | None = None


class AttachmentState(StrEnum):
    """Whether the bytes are here."""

    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file in a conversation.

    Attributes:
        message_id: None while it waits in a composer.
        source: What the channel needs to fetch it; None when it was uploaded here.
        media_type: By content, not by name, once the bytes are here.
        blob: Where the bytes are.
        uploaded_by: The agent who uploaded it; only they may use it before it is sent.
    """

    id: AttachmentId
    workspace_id: WorkspaceId
    name: str
    media_type: str
    state: AttachmentState
    created_at: datetime
    conversation_id: ConversationId | None = None
    message_id: MessageId | None = None
    inbox_id: InboxId | None = None
    source: object | None = None
    byte_count: int = 0
    sha256: str = ""
    blob: str = ""
    thumbnail_blob: str = ""
    width: int | None = None
    height: int | None = None
    uploaded_by: UUID | None = None
    attempts: int = 0
    next_attempt_at: datetime | None = None
    reason: str = ""


def in_turn(files: Sequence[Attachment]) -> list[Attachment]:
    """Return the files of one message such that they stay in this order.

    Files are listed by when they came, and a small one overtakes a large one on its way here.
    """
    first = min((file.created_at for file in files), default=None)
    return [
        replace(file, created_at=first + number * timedelta(microseconds=1))
        for number, file in enumerate(files)
        if first is not None
    ]
