"""Visitors of web chat: who they are, and what proves it. See `clew.domain.visitor`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.ids import (
    CaseId,
    ContactId,
    ConversationId,
    IdentityId,
    InboxId,
    MessageId,
    VisitorId,
    WorkspaceId,
)
from clew.domain.visitor import Code, Visitor
from clew.ports.store.sights import Sight


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """The contact that a visitor is, and the address by which we know it is them."""

    identity_id: IdentityId
    contact_id: ContactId
    conversation_id: ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was taken out: messages whose texts are still to go, and files by their blobs.

    Attributes:
        case_ids: Cases in which nobody else wrote; nothing of them is left.
    """

    message_ids: tuple[MessageId, ...]
    blobs: tuple[str, ...]
    case_ids: tuple[CaseId, ...] = ()


class Visitors(Protocol):
    """Rows about visitors; nothing of one workspace is answered to another."""

    async def save(self, visitor: Visitor) -> None:
        """Add or replace a visitor.

        Raises:
            Conflict: The inbox has another visitor with this subject.
        """
        ...

    async def visitor(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> Visitor | None:
        """Return a visitor."""
        ...

    async def by_subject(
        self, workspace_id: WorkspaceId, inbox_id: InboxId, subject: str
    ) -> Visitor | None:
        """Return the visitor whom the host site calls so."""
        ...

    async def whereabouts(
        self, workspace_id: WorkspaceId, visitor_ids: Collection[VisitorId]
    ) -> Mapping[VisitorId, Whereabouts]:
        """Return which contact each is; who has not written is none."""
        ...

    async def visitor_of(self, workspace_id: WorkspaceId, address: str) -> Visitor | None:
        """Return the visitor of an address of the web chat channel."""
        ...

    async def erase(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> None:
        """Delete a visitor with sessions, codes, links and subscriptions."""
        ...

    async def erase_words(self, sight: Sight) -> Erased:
        """Take out what was said within a sight, but for the texts of messages."""
        ...

    # --- sessions and proofs
    async def add_session(
        self, visitor: Visitor, token_sha256: bytes, expires_at: datetime
    ) -> None:
        """Remember a session by the hash of its token."""
        ...

    async def session(self, token_sha256: bytes, now: datetime) -> tuple[Visitor, datetime] | None:
        """Return whose session it is and until when, unless it expired."""
        ...

    async def prolong_session(self, token_sha256: bytes, expires_at: datetime) -> None:
        """Let a session last until then."""
        ...

    async def end_session(self, token_sha256: bytes) -> None:
        """Forget a session."""
        ...

    async def save_code(self, visitor: Visitor, code: Code) -> None:
        """Keep the one code of a visitor, in place of an earlier one."""
        ...

    async def try_code(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> Code | None:
        """Count a try and return the code as it was before it; the row is locked."""
        ...

    async def forget_code(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> None:
        """Forget a visitor's code."""
        ...

    async def add_link(
        self, visitor: Visitor, token_sha256: bytes, email: str, expires_at: datetime
    ) -> None:
        """Remember a one-time link by the hash of its token."""
        ...

    async def use_link(
        self, token_sha256: bytes, inbox_id: InboxId, now: datetime
    ) -> tuple[Visitor, str] | None:
        """Use a link up; return whose it was and to which address it went."""
        ...

    async def link(self, token_sha256: bytes, inbox_id: InboxId) -> tuple[Visitor, str] | None:
        """Return whose a link is or was, used or not, and to which address it went."""
        ...

    async def use_token(
        self,
        workspace_id: WorkspaceId,
        inbox_id: InboxId,
        token_sha256: bytes,
        expires_at: datetime,
    ) -> bool:
        """Note that a signed token was used; False if it had been before."""
        ...

    async def forget_old(self, now: datetime) -> None:
        """Delete sessions, codes and used tokens that expired, and links a while later."""
        ...
