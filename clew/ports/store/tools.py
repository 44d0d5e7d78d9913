"""Tags, canned replies, drafts, views, stars and mentions: what agents work with beside cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from clew.domain.ids import AgentId, CaseId, NoteId, SavedViewId, TagId, WorkspaceId
from clew.domain.tools import CannedReply, SavedView, Tag
from clew.ports.store.attention import Attention
from clew.ports.store.views import Named


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

    async def save(
        self, workspace_id: WorkspaceId, draft: KeptDraft, based_on: datetime | None = None
    ) -> KeptDraft:
        """Keep a draft unless a newer one is here; return the one that is here now.

        With `based_on`, newer is what was written after that, and otherwise after the draft.
        """
        ...

    async def forget(
        self,
        workspace_id: WorkspaceId,
        draft: tuple[AgentId, CaseId, str],
        up_to: datetime | None = None,
    ) -> None:
        """Delete a draft, but not what was written after `up_to`."""
        ...

    async def get(
        self, workspace_id: WorkspaceId, agent_id: AgentId, case_id: CaseId, mode: str
    ) -> KeptDraft | None:
        """Return a draft, or None."""
        ...

    async def of_agent(self, workspace_id: WorkspaceId, agent_id: AgentId) -> Sequence[KeptDraft]:
        """Return all drafts of an agent, the latest first."""
        ...


class SavedViews(Protocol):
    """Lists of cases that people come back to."""

    async def save(self, view: SavedView) -> None:
        """Add or replace a view."""
        ...

    async def all(self, workspace_id: WorkspaceId) -> list[SavedView]:
        """Return everybody's views by name."""
        ...

    async def forget(self, workspace_id: WorkspaceId, view_id: SavedViewId) -> None:
        """Delete a view."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StarView:
    """Something that an agent has starred.

    Attributes:
        subject_id: A message, or the case itself.
        seq: Where the message stands on the timeline; None for a case.
        text: What the message says, cut, or the subject of the case.
    """

    subject_id: UUID
    case_id: UUID
    case_number: int
    contact: Named
    at: datetime
    seq: int | None
    text: str


class Stars(Protocol):
    """What agents marked for themselves."""

    async def put(
        self,
        workspace_id: WorkspaceId,
        agent_id: AgentId,
        case_id: CaseId,
        subject_id: UUID,
        at: datetime,
    ) -> bool:
        """Star a case or one of its messages, once; say whether it was not yet."""
        ...

    async def remove(self, workspace_id: WorkspaceId, agent_id: AgentId, subject_id: UUID) -> bool:
        """Take a star away; say whether there was one."""
        ...

    async def of_agent(
        self, workspace_id: WorkspaceId, agent_id: AgentId, limit: int
    ) -> list[StarView]:
        """Return what an agent has starred, the latest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """A note that names an agent.

    Attributes:
        seq: Where the note stands on the timeline.
    """

    note_id: UUID
    case_id: UUID
    case_number: int
    contact: Named
    author: str
    text: str
    seq: int
    at: datetime
    read: bool


class Mentions(Protocol):
    """Notes that name colleagues."""

    async def add(
        self,
        workspace_id: WorkspaceId,
        note_id: NoteId,
        agent_ids: Sequence[AgentId],
        at: datetime,
    ) -> None:
        """Keep whom a note names."""
        ...

    async def of_agent(
        self, workspace_id: WorkspaceId, agent_id: AgentId, limit: int
    ) -> list[MentionView]:
        """Return the notes that name an agent, the latest first."""
        ...

    async def mark_read(
        self,
        workspace_id: WorkspaceId,
        agent_id: AgentId,
        at: datetime,
        case_id: CaseId | None = None,
    ) -> bool:
        """Note that an agent has seen them, all or those of one case; say whether any was new."""
        ...


class Tools(Protocol):
    """All of it, within one transaction."""

    tags: Tags
    canned_replies: CannedReplies
    drafts: KeptDrafts
    views: SavedViews
    stars: Stars
    mentions: Mentions
    attention: Attention
