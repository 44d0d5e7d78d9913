"""Tags, canned replies and drafts: what agents work with beside cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.ids import AgentId, CaseId, TagId, WorkspaceId
from clew.domain.tools import CannedReply, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDraft:
    """Words that an agent has not sent yet.

    Attributes:
        mode: `reply` or `note`; of each an agent has one in a case.
        content: As the composer wrote it; it means something to composers only.
        written_at: When the agent last changed it, by the clock of their machine set right.
    """

    agent_id: AgentId
    case_id: CaseId
    mode: str
    content: Mapping[str, object]
    written_at: datetime


class Tags(Protocol):
    """The words by which cases are sorted."""

    async def save(self, tag: Tag) -> None:
        """Add or replace a tag.

        Raises:
            Conflict: Another one has this name.
        """
        ...

    async def all(self, workspace_id: WorkspaceId) -> list[Tag]:
        """Return all tags by name, the archived ones too."""
        ...

    async def of_case(self, workspace_id: WorkspaceId, case_id: CaseId) -> list[TagId]:
        """Return the tags of a case."""
        ...


class CannedReplies(Protocol):
    """Replies written beforehand."""

    async def save(self, reply: CannedReply) -> None:
        """Add or replace one.

        Raises:
            Conflict: Another one has this shortcut.
        """
        ...

    async def all(self, workspace_id: WorkspaceId) -> list[CannedReply]:
        """Return all by title, the archived ones too."""
        ...


class KeptDrafts(Protocol):
    """Drafts of one agent, on whatever machine they write."""

    async def save(self, workspace_id: WorkspaceId, draft: KeptDraft) -> KeptDraft:
        """Keep a draft unless a newer one is here; return the one that is here now."""
        ...

    async def forget(
        self, workspace_id: WorkspaceId, agent_id: AgentId, case_id: CaseId, mode: str
    ) -> None:
        """Delete a draft."""
        ...

    async def get(
        self, workspace_id: WorkspaceId, agent_id: AgentId, case_id: CaseId, mode: str
    ) -> KeptDraft | None:
        """Return a draft, or None."""
        ...

    async def of_agent(self, workspace_id: WorkspaceId, agent_id: AgentId) -> Sequence[KeptDraft]:
        """Return all drafts of an agent, the latest first."""
        ...


class Tools(Protocol):
    """All of it, within one transaction."""

    tags: Tags
    canned_replies: CannedReplies
    drafts: KeptDrafts
