"""Which messages a contact shall see as read, until their provider was told so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.ids import ConversationId, IdentityId, InboxId, MessageId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Up to where a conversation was read.

    Attributes:
        inbox_ids: Only what came by these is meant.
        up_to: A number of the log, or a message of ours that answers what came before it.
        is_typing: Somebody writes an answer, as long as that is true.
    """

    workspace_id: WorkspaceId
    conversation_id: ConversationId
    inbox_ids: Collection[InboxId]
    up_to: int | MessageId
    at: datetime
    is_typing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMark:
    """One mark to be shown: the contact's message, and with it all before it."""

    workspace_id: WorkspaceId
    inbox_id: InboxId
    identity_id: IdentityId
    provider_id: str
    due_at: datetime
    is_typing: bool


class ReadMarking(Protocol):
    """Marks that wait; one for each address and inbox, and none twice for one message."""

    async def note(self, read: Read) -> None:
        """Have the newest message in `read` shown as read, unless it was or there is none."""
        ...

    async def claim(self, now: datetime, limit: int) -> list[ReadMark]:
        """Take what is due, for good: a mark that is lost harms nobody."""
        ...

    async def postpone(self, mark: ReadMark, until: datetime) -> None:
        """Put a mark back, unless there is a newer one."""
        ...
