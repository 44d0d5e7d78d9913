"""What readers get: rows as the API shows them, ready to be encoded.

They are made by queries, never changed, and never travel back into the domain.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from clew.domain.reasons import Why
from clew.ports.store.delivery_views import DeliveryView

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some of a list; `next_cursor` is None on the last page."""

    items: list[Item]
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A thing by its id and name."""

    id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """A contact as rows name them; `confidence` is a value of `domain.recognition.Confidence`."""

    id: UUID
    name: str
    confidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextMoveView:
    """The next move of an open case; `holder` is a value of `domain.moves.Holder`."""

    holder: str
    holder_id: UUID | None
    kind: str
    due_at: datetime
    opened_at: datetime
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMessageView:
    """The latest thing said in a case, cut to 200 characters."""

    text: str
    direction: str
    at: datetime
    channel: str
    author_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """The open answer."""

    opened_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkView:
    """Until when a case is put aside, and why."""

    wake_at: datetime
    reason: str
    set_by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WokenView:
    """A case is back from parking since `at`, and nobody has dealt yet with what it was for."""

    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionView:
    """How a case ended."""

    outcome: str
    at: datetime
    by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A row of the list, and the head of an open case.

    Attributes:
        contact: Whose it is; a visitor without a name is called `~` and four digits.
        unread: Something came in since the asking agent last read it; to others than a
            single reader (the stream) it means unread by the owner.
        v: The sequence number of its last change.
        silence_closes_at: When the case ends if the contact says nothing more.
        sends_at: When the next reply that waits for its time goes out, if there is one.
    """

    id: UUID
    conversation_id: UUID
    contact: ContactRow
    number: int
    status: str
    subject: str
    owner: Named | None
    team: Named
    next_move: NextMoveView | None
    last_message: LastMessageView | None
    promise_at: datetime | None
    answer: AnswerView | None
    park: ParkView | None
    woken: WokenView | None
    resolution: ResolutionView | None
    opened_at: datetime
    previous_case_id: UUID | None
    channel: str
    unread: bool
    delivery_failed: bool
    silence_closes_at: datetime | None
    sends_at: datetime | None
    tags: list[UUID]
    v: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentView:
    """A file; `url` and `thumbnail_url` are paths of the API, None while it is not here."""

    id: UUID
    name: str
    media_type: str
    bytes: int
    state: str
    url: str | None
    thumbnail_url: str | None
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorView:
    """Who wrote or acted."""

    kind: str
    id: UUID | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """The message that another one answers to."""

    id: UUID | None
    text: str
    author_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionView:
    """An emoji on a message."""

    emoji: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineItem:
    """One entry of the one timeline: a message, a note, or something that happened.

    Fields that its kind does not have are None. `v` is the sequence number of its last change.
    """

    id: str
    seq: int
    v: int
    kind: str
    at: datetime
    case_id: UUID | None
    text: str | None = None
    author: AuthorView | None = None
    direction: str | None = None
    channel: str | None = None
    inbox_id: UUID | None = None
    content: Mapping[str, Any] | None = None
    attachments: list[AttachmentView] | None = None
    reply_to: QuoteView | None = None
    delivery: DeliveryView | None = None
    provider_id: str | None = None
    sent_at: datetime | None = None
    reactions: list[ReactionView] | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    holding: bool | None = None
    event: str | None = None
    data: Mapping[str, Any] | None = None
    actor: AuthorView | None = None
    mentions: list[UUID] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """A stretch of the timeline, ascending."""

    items: list[TimelineItem]
    has_more_before: bool
    has_more_after: bool
    next_cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCount:
    """How many cases wait in the queue of a team."""

    id: UUID
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCounts:
    """How many cases are in each place for one agent; `teams` says which make up `team`."""

    mine: int
    team: int
    waiting: int
    parked: int
    over: int
    within_hour: int
    teams: list[TeamCount]


@dataclass(frozen=True, slots=True, kw_only=True)
class SnippetPart:
    """A piece of found text; `hit` says whether it matched."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A message or note that was found, or what a case is about.

    Attributes:
        message_id: Of the message or note; of a case, its own.
        direction: `in`, `out`, `note`, or `case` of what a case is about.
        found_in: What the snippet is of: the `text`, the `subject`, or the name of a `file`.
        files: The names of all its files.
    """

    message_id: UUID
    seq: int
    conversation_id: UUID
    case_id: UUID
    case_number: int
    contact: Named
    at: datetime
    direction: str
    channel: str
    snippet: list[SnippetPart]
    found_in: str
    author_name: str
    files: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarantineView:
    """An event that came in and could not be read; kept as received.

    Attributes:
        why: The reason sentence by sentence, each with its code.
    """

    id: int
    inbox_id: UUID
    inbox_name: str
    received_at: datetime
    reason: str
    why: list[Why]
    attempts: int
    byte_count: int
    preview: str
