"""The reader of a store: every question of those who look, answered from one snapshot."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.gaps import Holding
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ContactId,
    ConversationId,
    WorkspaceId,
)
from clew.domain.message import Attachment, DeliveryState
from clew.ports.language import Analyser
from clew.ports.store.confirmation_links import ConfirmationLinks
from clew.ports.store.contact_views import ContactView, SuggestionView
from clew.ports.store.dossiers import Dossiers
from clew.ports.store.links import Links
from clew.ports.store.mailboxes import Readings
from clew.ports.store.notices import Notices
from clew.ports.store.people import People
from clew.ports.store.reachability import Reachability
from clew.ports.store.reading import CaseQuery, LogSlice
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
from clew.storage.confirmation_links import SqlConfirmationLinks
from clew.storage.contacts import reachability
from clew.storage.dossiers import SqlDossiers
from clew.storage.mailboxes import SqlReadings
from clew.storage.messages import attachments_by_id
from clew.storage.people.links import SqlLinks
from clew.storage.reading.cases import cases_by_id, one_case
from clew.storage.reading.changes import log_slice
from clew.storage.reading.contacts import contact_page, contact_view
from clew.storage.reading.holdings import holdings_in
from clew.storage.reading.places import case_counts, case_page, filtered_count
from clew.storage.reading.quarantine import quarantine_page
from clew.storage.reading.suggestions import suggestions_for
from clew.storage.reading.timeline import item_of, items_at, timeline_page
from clew.storage.reading.undelivered import undelivered_page
from clew.storage.redirects import live_contact
from clew.storage.revisions import SqlRevisions
from clew.storage.schema import workspaces
from clew.storage.search.finding import search_page
from clew.storage.tools.tools import SqlTools
from clew.storage.unit import Unit
from clew.storage.visitors.notices import SqlNotices
from clew.storage.visitors.sights import SqlSights
from clew.storage.visitors.visitors import SqlVisitors


class StoredReader:
    """Answers from one consistent snapshot."""

    def __init__(self, unit: Unit, people: People, analyser: Analyser) -> None:
        self.people = people
        self.tools: Tools = SqlTools(unit)
        self.readings: Readings = SqlReadings(unit)
        self.visitors: Visitors = SqlVisitors(unit)
        self.sights: Sights = SqlSights(unit)
        self.notices: Notices = SqlNotices(unit)
        self.links: Links = SqlLinks(unit)
        self.dossiers: Dossiers = SqlDossiers(unit)
        self.confirmation_links: ConfirmationLinks = SqlConfirmationLinks(unit)
        self.revisions: Revisions = SqlRevisions(unit)
        self._unit = unit
        self._analyser = analyser

    @property
    def _connection(self) -> AsyncConnection:
        return self._unit.connection

    async def seq(self, workspace_id: WorkspaceId) -> int:
        """Return the last sequence number of the workspace."""
        wanted = select(workspaces.c.seq).where(workspaces.c.id == workspace_id)
        return (await self._connection.execute(wanted)).scalar_one_or_none() or 0

    async def cases(self, query: CaseQuery) -> Page[CaseView]:
        """Return a page, the next deadline first (resolved: the latest first)."""
        return await case_page(self._connection, query)

    async def counts(self, query: CaseQuery, now: datetime) -> CaseCounts:
        """Return the sizes of the asker's places."""
        return await case_counts(self._connection, query, now)

    async def filtered_counts(self, queries: Sequence[CaseQuery], at_most: int) -> list[int]:
        """Return how many cases each question finds, counted up to `at_most`."""
        return await filtered_count(self._connection, queries, at_most)

    async def case(
        self, workspace_id: WorkspaceId, case_id: CaseId, agent_id: AgentId | None
    ) -> CaseView | None:
        """Return one case as `agent_id` sees it."""
        return await one_case(self._connection, workspace_id, case_id, agent_id)

    async def cases_by_id(
        self, workspace_id: WorkspaceId, case_ids: list[CaseId]
    ) -> list[CaseView]:
        """Return these cases, for the stream."""
        return await cases_by_id(self._connection, workspace_id, case_ids)

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
        return await timeline_page(
            self._connection,
            workspace_id,
            conversation_id,
            before=before,
            after=after,
            limit=limit,
        )

    async def holdings(
        self,
        workspace_id: WorkspaceId,
        conversation_id: ConversationId,
        since: datetime,
        until: datetime,
    ) -> list[Holding]:
        """Return who held the moves of its cases, as far as it touches this time, in order."""
        return await holdings_in(self._connection, workspace_id, conversation_id, since, until)

    async def changed_since(self, workspace_id: WorkspaceId, after: int, limit: int) -> LogSlice:
        """Return what the log says happened after a number, for the stream."""
        return await log_slice(self._connection, workspace_id, after, limit)

    async def items(
        self, workspace_id: WorkspaceId, seqs: list[int]
    ) -> list[tuple[ConversationId, TimelineItem]]:
        """Return timeline items by the sequence numbers of their log entries."""
        return await items_at(self._connection, workspace_id, seqs)

    async def item(
        self, workspace_id: WorkspaceId, entry_id: UUID
    ) -> tuple[ConversationId, TimelineItem] | None:
        """Return the timeline item of a message or a note."""
        return await item_of(self._connection, workspace_id, entry_id)

    async def contact(self, workspace_id: WorkspaceId, contact_id: ContactId) -> ContactView | None:
        """Return one contact with addresses and cases."""
        return await contact_view(self._unit, workspace_id, contact_id=contact_id)

    async def is_contact(self, workspace_id: WorkspaceId, contact_id: ContactId) -> bool:
        """Say whether there is such a contact, joined with another one or not."""
        return await live_contact(self._unit, workspace_id, contact_id) is not None

    async def suggestions(
        self, workspace_id: WorkspaceId, contact_id: ContactId
    ) -> list[SuggestionView]:
        """Return who may be the same person, the best reason first."""
        return await suggestions_for(self._unit, workspace_id, contact_id)

    async def contacts(
        self, workspace_id: WorkspaceId, text: str, cursor: str | None, limit: int
    ) -> Page[Named]:
        """Return contacts whose name or address begins or contains `text`."""
        return await contact_page(self._connection, workspace_id, text, cursor=cursor, limit=limit)

    async def search(self, query: SearchQuery) -> Page[SearchHit]:
        """Return messages and notes that are asked for, the newest first."""
        return await search_page(self._unit, self._analyser, query)

    async def undelivered(
        self,
        workspace_id: WorkspaceId,
        states: Collection[DeliveryState],
        cursor: str | None,
        limit: int,
    ) -> Page[UndeliveredView]:
        """Return a page of our messages whose deliveries are in one of some states."""
        return await undelivered_page(
            self._connection, workspace_id, states, cursor=cursor, limit=limit
        )

    async def quarantine(
        self, workspace_id: WorkspaceId, cursor: str | None, limit: int
    ) -> Page[QuarantineView]:
        """Return what could not be read, the newest first."""
        return await quarantine_page(self._connection, workspace_id, cursor=cursor, limit=limit)

    async def attachment(
        self, workspace_id: WorkspaceId, attachment_id: AttachmentId
    ) -> Attachment | None:
        """Return a file's row."""
        found = await attachments_by_id(self._unit, workspace_id, [attachment_id])
        return found[0] if found else None

    async def conversation(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> ContactView | None:
        """Return the contact of a conversation with addresses and cases."""
        return await contact_view(self._unit, workspace_id, conversation_id=conversation_id)

    async def reachability(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Reachability:
        """Return by which addresses a contact can be reached, and what limits it."""
        return await reachability(self._unit, workspace_id, conversation_id)
