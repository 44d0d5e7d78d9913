"""Questions of people who look: lists, timelines, search. Each is one or two queries, never N+1."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from clew.domain.gaps import Holding
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ContactId,
    ConversationId,
    TagId,
    TeamId,
    WorkspaceId,
)
from clew.domain.message import Attachment, DeliveryState
from clew.ports.store.confirmation_links import ConfirmationLinks
from clew.ports.store.contact_views import ContactView, SuggestionView
from clew.ports.store.dossiers import Dossiers
from clew.ports.store.links import Links
from clew.ports.store.mailboxes import Readings
from clew.ports.store.notices import Notices
from clew.ports.store.people import People
from clew.ports.store.reachability import Reachability
from clew.ports.store.revisions import Revisions
from clew.ports.store.searching import SearchQuery
from clew.ports.store.sights import Sights
from clew.ports.store.tools import Tools
from clew.ports.store.undelivered import UndeliveredView
from clew.ports.store.views import (
    CaseCounts,
    CaseView,
    Named,
    Page,
    QuarantineView,
    SearchHit,
    TimelineItem,
    TimelinePage,
)
from clew.ports.store.visitors import Visitors


class Place(StrEnum):
    """Where a case is found.

    mine: open, an agent's or the team's move, and the asker owns it.
    team: open and held by the queue of one of the asker's teams.
    waiting: open, held by contact, department or bot, and the asker owns it (any, for leads).
    parked: open and held by a timer, likewise.
    open: not resolved, whoever holds it.
    """

    MINE = "mine"
    TEAM = "team"
    WAITING = "waiting"
    PARKED = "parked"
    RESOLVED = "resolved"
    OPEN = "open"
    ALL = "all"


class Order(StrEnum):
    """By what open cases are ordered; resolved ones always are by their end, the latest first.

    due: the next deadline.
    waiting: since when the next move stands, the longest first: of an answer that is owed, the
        first message that nobody has answered.
    latest: when something was said last, the latest first; before that, when they were opened.
    """

    DUE = "due"
    WAITING = "waiting"
    LATEST = "latest"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseQuery:
    """Which cases, for whom.

    Attributes:
        owner_id, is_unowned: Only what this agent owns, or nobody.
        channel: Only where the latest message came by it.
        text: Only what has it in its subject or its contact's name.
        is_starred: Only what the asker has starred.
        sees_all: Waiting and parked cases of everybody, for supervisors and administrators.
        cursor: As the last page gave it, in the same order.
    """

    workspace_id: WorkspaceId
    agent_id: AgentId
    place: Place
    team_ids: tuple[TeamId, ...] = ()
    sees_all: bool = False
    contact_id: ContactId | None = None
    team_id: TeamId | None = None
    tag_id: TagId | None = None
    owner_id: AgentId | None = None
    is_unowned: bool = False
    channel: str | None = None
    text: str = ""
    number: int | None = None
    is_starred: bool = False
    order: Order = Order.DUE
    cursor: str | None = None
    limit: int = 50


class Reader(Protocol):
    """Answers from one consistent snapshot; `seq` is what it is at least as new as.

    `people` and the like are for their questions here; nothing is changed through a reader.
    """

    people: People
    tools: Tools
    readings: Readings
    visitors: Visitors
    sights: Sights
    notices: Notices
    links: Links
    dossiers: Dossiers
    confirmation_links: ConfirmationLinks
    revisions: Revisions

    async def seq(self, workspace_id: WorkspaceId) -> int:
        """Return the last sequence number of the workspace."""
        ...

    async def cases(self, query: CaseQuery) -> Page[CaseView]:
        """Return a page in the order that is asked for (resolved: the latest first).

        Raises:
            InvalidInput: The cursor is not one of ours.
        """
        ...

    async def counts(self, query: CaseQuery, now: datetime) -> CaseCounts:
        """Return the sizes of the asker's places."""
        ...

    async def filtered_counts(self, queries: Sequence[CaseQuery], at_most: int) -> list[int]:
        """Return how many cases each question finds, counted up to `at_most`."""
        ...

    async def case(
        self, workspace_id: WorkspaceId, case_id: CaseId, agent_id: AgentId | None
    ) -> CaseView | None:
        """Return one case as `agent_id` sees it."""
        ...

    async def cases_by_id(
        self, workspace_id: WorkspaceId, case_ids: list[CaseId]
    ) -> list[CaseView]:
        """Return these cases, for the stream."""
        ...

    async def timeline(
        self,
        workspace_id: WorkspaceId,
        conversation_id: ConversationId,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int = 60,
    ) -> TimelinePage:
        """Return a stretch of the timeline: its end, or what lies before or after a number."""
        ...

    async def holdings(
        self,
        workspace_id: WorkspaceId,
        conversation_id: ConversationId,
        since: datetime,
        until: datetime,
    ) -> list[Holding]:
        """Return who held the moves of its cases, as far as it touches this time, in order."""
        ...

    async def changed_since(self, workspace_id: WorkspaceId, after: int, limit: int) -> "LogSlice":
        """Return what the log says happened after a number, for the stream."""
        ...

    async def items(
        self, workspace_id: WorkspaceId, seqs: list[int]
    ) -> list[tuple[ConversationId, TimelineItem]]:
        """Return timeline items by the sequence numbers of their log entries."""
        ...

    async def item(
        self, workspace_id: WorkspaceId, entry_id: UUID
    ) -> tuple[ConversationId, TimelineItem] | None:
        """Return the timeline item of a message or a note."""
        ...

    async def contact(self, workspace_id: WorkspaceId, contact_id: ContactId) -> ContactView | None:
        """Return one contact with addresses and cases."""
        ...

    async def is_contact(self, workspace_id: WorkspaceId, contact_id: ContactId) -> bool:
        """Say whether there is such a contact, joined with another one or not."""
        ...

    async def suggestions(
        self, workspace_id: WorkspaceId, contact_id: ContactId
    ) -> list[SuggestionView]:
        """Return who may be the same person, the best reason first."""
        ...

    async def contacts(
        self, workspace_id: WorkspaceId, text: str, cursor: str | None, limit: int
    ) -> Page[Named]:
        """Return contacts whose name or address begins or contains `text`."""
        ...

    async def search(self, query: SearchQuery) -> Page[SearchHit]:
        """Return messages and notes that are asked for, the newest first.

        A page may be short although there is more: as long as it has a cursor, it goes on.

        Raises:
            InvalidInput: The cursor is not one of ours.
        """
        ...

    async def undelivered(
        self,
        workspace_id: WorkspaceId,
        states: Collection[DeliveryState],
        cursor: str | None,
        limit: int,
    ) -> Page[UndeliveredView]:
        """Return a page of our messages whose deliveries are in one of some states.

        Raises:
            InvalidInput: The cursor is not one of ours.
        """
        ...

    async def quarantine(
        self, workspace_id: WorkspaceId, cursor: str | None, limit: int
    ) -> Page[QuarantineView]:
        """Return what could not be read, the newest first."""
        ...

    async def attachment(
        self, workspace_id: WorkspaceId, attachment_id: AttachmentId
    ) -> Attachment | None:
        """Return a file's row."""
        ...

    async def conversation(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> ContactView | None:
        """Return the contact of a conversation with addresses and cases."""
        ...

    async def reachability(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Reachability:
        """Return by which addresses a contact can be reached, and what limits it."""
        ...


@dataclass(frozen=True, slots=True)
class Outdated:
    """Something beside the cases that was changed, and has to be read again.

    Attributes:
        what: A value of `clew.ports.store.kinds.OUTDATING`.
        agent_id: Whose own it is; None: everybody's.
    """

    what: str
    agent_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSlice:
    """What happened in a stretch of the log, gathered for the stream.

    Attributes:
        last_seq: Up to where it was read.
        item_seqs: Log entries whose timeline items are new or changed.
        is_whole: False when more lies beyond the limit.
    """

    last_seq: int
    case_ids: list[CaseId]
    item_seqs: list[int]
    contact_ids: list[ContactId]
    agent_ids: list[str]
    inbox_ids: list[str]
    outdated: list[Outdated]
    is_whole: bool
