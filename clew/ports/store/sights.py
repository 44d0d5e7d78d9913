"""What visitors see of a conversation: messages alone, and how it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ConversationId,
    IdentityId,
    InboxId,
    MessageId,
    TeamId,
    WorkspaceId,
)
from clew.domain.message import Attachment
from clew.domain.visitor import Visitor
from clew.ports.store.views import TimelineItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What of a conversation somebody sees; with an identity only what was said with that one."""

    workspace_id: WorkspaceId
    conversation_id: ConversationId
    identity_id: IdentityId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A message, and what decides who sees it."""

    conversation_id: ConversationId
    identity_id: IdentityId | None
    item: TimelineItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What a stretch of the log is about, as far as visitors are concerned.

    Attributes:
        last_seq: Up to where it was read.
        is_whole: False when more lies beyond the limit.
        has_moved: Somebody's contact may be another one now.
    """

    last_seq: int
    message_ids: list[MessageId]
    conversation_ids: list[ConversationId]
    is_whole: bool
    has_moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a conversation stands, for the contact's side.

    Attributes:
        case_ids: Its open cases, the latest first.
        owner_id: Of the latest one.
        read_seq: Up to where an agent has read.
    """

    case_ids: list[CaseId]
    owner_id: AgentId | None
    read_seq: int
    has_cases: bool


class Sights(Protocol):
    """Answers for those who look from the contact's side."""

    async def latest(self, sight: Sight, before: int | None, limit: int) -> list[Seen]:
        """Return messages by their place, ascending: the last ones, or the last before a place."""
        ...

    async def changed(self, sight: Sight, after: int, limit: int) -> list[Seen]:
        """Return messages that are new or changed since a sequence number, the oldest change first.

        Never only some of those that one change touched.
        """
        ...

    async def seen(self, workspace_id: WorkspaceId, message_ids: Sequence[MessageId]) -> list[Seen]:
        """Return these messages."""
        ...

    async def touched(self, workspace_id: WorkspaceId, after: int, limit: int) -> Touched:
        """Return what the log says happened after a number."""
        ...

    async def standing(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Standing:
        """Return how a conversation stands."""
        ...

    async def unread(self, sight: Sight, inbox_id: InboxId) -> list[tuple[MessageId, int, bool]]:
        """Return our messages in an inbox that were sent and not read, in order.

        Each with its place, and whether it is known to have been delivered.
        """
        ...

    async def queue(
        self, workspace_id: WorkspaceId, team_id: TeamId
    ) -> tuple[int, list[tuple[datetime, datetime]]]:
        """Return how many cases wait in a team's queue, and the last turns that it answered."""
        ...

    # --- files
    async def add_upload(self, visitor: Visitor, attachment_id: AttachmentId) -> None:
        """Remember who uploaded a file."""
        ...

    async def forget_uploads(self, before: datetime, limit: int) -> tuple[str, ...]:
        """Forget files that were uploaded before then and never sent; return their blobs."""
        ...

    async def uploads(
        self, visitor: Visitor, attachment_ids: Sequence[AttachmentId]
    ) -> list[Attachment]:
        """Return files that this visitor uploaded and has not sent yet."""
        ...

    async def file_by_id(self, attachment_id: AttachmentId) -> Attachment | None:
        """Return a file by its id alone, unless its message was taken back."""
        ...

    async def file(
        self, workspace_id: WorkspaceId, attachment_id: AttachmentId
    ) -> tuple[Attachment, IdentityId | None] | None:
        """Return a file of a message that has arrived, and with whom that was exchanged."""
        ...
