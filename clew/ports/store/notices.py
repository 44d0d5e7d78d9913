"""Reaching a visitor who has gone: which answers were perhaps not seen, and where pushes go."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from clew.domain.ids import MessageId, VisitorId, WorkspaceId
from clew.domain.visitor import Visitor


class NoticeStage(StrEnum):
    """What is tried next for an answer that was perhaps not seen."""

    PUSH = "push"
    MAIL = "mail"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One answer that the visitor has perhaps not seen.

    Attributes:
        outcome: How it went, in a word: `seen`, `pushed`, `mailed`, `waits` (there is no way to
            them but their return), `failed` (it could not be mailed).
    """

    message_id: MessageId
    workspace_id: WorkspaceId
    visitor_id: VisitorId
    stage: NoticeStage
    due_at: datetime
    attempts: int = 0
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PushKey:
    """A workspace's key pair for web push; the private half is sealed."""

    public_key: str
    sealed: bytes


class Notices(Protocol):
    """Rows about answers on their way to somebody who is not here."""

    async def push_key(self, workspace_id: WorkspaceId) -> PushKey | None:
        """Return the workspace's key pair."""
        ...

    async def add_push_key(self, workspace_id: WorkspaceId, key: PushKey) -> None:
        """Keep a key pair, unless there is one already."""
        ...

    async def subscribe(
        self, visitor: Visitor, endpoint_sha256: bytes, sealed: bytes, at: datetime
    ) -> None:
        """Keep where a browser of this visitor takes pushes; of many the newest few."""
        ...

    async def subscriptions(
        self, workspace_id: WorkspaceId, visitor_id: VisitorId
    ) -> list[tuple[bytes, bytes]]:
        """Return the subscriptions of a visitor: the hash of each endpoint, and it sealed."""
        ...

    async def unsubscribe(
        self,
        workspace_id: WorkspaceId,
        visitor_id: VisitorId,
        endpoint_sha256: bytes | None = None,
    ) -> None:
        """Forget one subscription, or all of a visitor."""
        ...

    async def add_notice(self, notice: Notice) -> None:
        """Have somebody look, later, whether an answer was seen; a second time it is the same."""
        ...

    async def claim_notices(self, now: datetime, again_at: datetime, limit: int) -> list[Notice]:
        """Take what is due; each may be taken again from `again_at` on."""
        ...

    async def save_notice(self, notice: Notice) -> None:
        """Replace a notice."""
        ...

    async def outcomes(
        self, workspace_id: WorkspaceId, visitor_id: VisitorId
    ) -> list[tuple[MessageId, str]]:
        """Return how reaching a visitor about each answer went, the newest answer first."""
        ...
