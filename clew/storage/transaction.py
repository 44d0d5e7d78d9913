"""One unit of work over a database: the port's questions, each answered by its module."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from clew.domain.case import Case
from clew.domain.contact import Contact, Conversation
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ContactId,
    ConversationId,
    MessageId,
    TeamId,
    WorkspaceId,
)
from clew.domain.message import Attachment, Delivery, Message
from clew.ports.bus import Topic
from clew.ports.store.changes import Changes, Recorded
from clew.ports.store.confirmation_links import ConfirmationLinks
from clew.ports.store.dossiers import Dossiers
from clew.ports.store.intake import IntakeState
from clew.ports.store.joining import Joining
from clew.ports.store.links import Links
from clew.ports.store.mailboxes import Readings
from clew.ports.store.notices import Notices
from clew.ports.store.people import People
from clew.ports.store.reachability import Reachability
from clew.ports.store.read_marks import ReadMarking
from clew.ports.store.revisions import Revisions
from clew.ports.store.sights import Sights
from clew.ports.store.tools import Tools
from clew.ports.store.transaction import InboundContext, InboundQuestion
from clew.ports.store.visitors import Visitors
from clew.storage import (
    cases,
    contacts,
    deliveries,
    early,
    inbound,
    intake,
    messages,
    schedules,
)
from clew.storage.confirmation_links import SqlConfirmationLinks
from clew.storage.dossiers import SqlDossiers
from clew.storage.joining.contacts import SqlJoining
from clew.storage.mailboxes import SqlReadings
from clew.storage.people.links import SqlLinks
from clew.storage.people.people import SqlPeople
from clew.storage.read_marks import SqlReadMarks
from clew.storage.recorder import recording
from clew.storage.revisions import SqlRevisions
from clew.storage.tools.tools import SqlTools
from clew.storage.unit import Unit
from clew.storage.visitors.notices import SqlNotices
from clew.storage.visitors.sights import SqlSights
from clew.storage.visitors.visitors import SqlVisitors


class SqlTransaction:
    """Load, decide, record; what it says is locked stays locked until the commit."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self.people: People = SqlPeople(unit)
        self.tools: Tools = SqlTools(unit)
        self.readings: Readings = SqlReadings(unit)
        self.visitors: Visitors = SqlVisitors(unit)
        self.sights: Sights = SqlSights(unit)
        self.notices: Notices = SqlNotices(unit)
        self.links: Links = SqlLinks(unit)
        self.joining: Joining = SqlJoining(unit)
        self.dossiers: Dossiers = SqlDossiers(unit)
        self.confirmation_links: ConfirmationLinks = SqlConfirmationLinks(unit)
        self.revisions: Revisions = SqlRevisions(unit)
        self.read_marks: ReadMarking = SqlReadMarks(unit)

    async def finish_intake(self, finished: Sequence[tuple[int, IntakeState, str]]) -> None:
        """Set the state and the reason of claimed events, counting the attempt."""
        await intake.finish(self._unit, finished)

    async def inbound_context(self, question: InboundQuestion) -> InboundContext:
        """Load and lock what a batch needs; conversations are locked in the order of their ids."""
        return await inbound.inbound_context(self._unit, question)

    async def forget_early(self, before: datetime) -> None:
        """Delete what has waited since then for a message that did not come."""
        await early.forget_old(self._unit, before)

    async def case(self, workspace_id: WorkspaceId, case_id: CaseId) -> Case | None:
        """Return a case, its conversation locked."""
        return await cases.case(self._unit, workspace_id, case_id)

    async def cases_of(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> list[Case]:
        """Return the open cases and the latest resolved one, the conversation locked."""
        return await cases.of_conversation(self._unit, workspace_id, conversation_id)

    async def conversation(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Conversation | None:
        """Return a conversation, locked, or the one that it has become a part of."""
        return await contacts.conversation(self._unit, workspace_id, conversation_id)

    async def due_cases(self, now: datetime, limit: int) -> list[Case]:
        """Return cases of any workspace whose next action is due, the longest due first.

        Their conversations are locked; those that others hold are skipped.
        """
        return await cases.due(self._unit, now, limit)

    async def cases_owned_by(self, workspace_id: WorkspaceId, agent_id: AgentId) -> list[Case]:
        """Return the open cases of an owner, locked."""
        return await cases.owned_by(self._unit, workspace_id, agent_id)

    async def queued_cases(
        self, workspace_id: WorkspaceId, limit: int, team_ids: Collection[TeamId] | None = None
    ) -> list[Case]:
        """Return open cases that team queues hold, the next deadline first; locked, skipping.

        Only those of `team_ids`, if given. Overdue cases of an owner who takes work are left.
        """
        return await cases.queued(self._unit, workspace_id, limit, team_ids)

    async def loads(self, workspace_id: WorkspaceId) -> Mapping[AgentId, int]:
        """Return how many open cases have their next move with each agent."""
        return await cases.loads(self._unit, workspace_id)

    async def next_numbers(self, workspace_id: WorkspaceId, how_many: int) -> int:
        """Take so many case numbers; return the first."""
        return await recording.next_numbers(self._unit, workspace_id, how_many)

    async def reachability(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Reachability:
        """Return by which addresses a contact can be reached, and what limits it."""
        return await contacts.reachability(self._unit, workspace_id, conversation_id)

    async def contact(self, workspace_id: WorkspaceId, contact_id: ContactId) -> Contact | None:
        """Return a contact, or whom they have become a part of."""
        return await contacts.contact(self._unit, workspace_id, contact_id)

    async def message(self, workspace_id: WorkspaceId, message_id: UUID) -> Message | None:
        """Return a message."""
        return await messages.message(self._unit, workspace_id, message_id)

    async def has_note(self, workspace_id: WorkspaceId, note_id: UUID) -> bool:
        """Say whether a note is here already."""
        return await messages.has_note(self._unit, workspace_id, note_id)

    async def newest_reply(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> tuple[int, MessageId] | None:
        """Return the sequence number and id of our last message in a conversation."""
        return await messages.newest_reply(self._unit, workspace_id, conversation_id)

    async def latest_messages(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId, limit: int
    ) -> list[Message]:
        """Return what was said last in a conversation, the latest first."""
        return await messages.latest(self._unit, workspace_id, conversation_id, limit)

    async def attachments(
        self, workspace_id: WorkspaceId, ids: Sequence[AttachmentId]
    ) -> list[Attachment]:
        """Return files by id."""
        return await messages.attachments_by_id(self._unit, workspace_id, ids)

    async def attachments_of(
        self, message_ids: Sequence[MessageId]
    ) -> Mapping[MessageId, list[Attachment]]:
        """Return the files of messages, in order."""
        return await messages.attachments_of(self._unit, message_ids)

    async def delivery(self, workspace_id: WorkspaceId, message_id: MessageId) -> Delivery | None:
        """Return a delivery, locked, its conversation first."""
        return await deliveries.delivery(self._unit, workspace_id, message_id)

    async def claim_deliveries(
        self, now: datetime, lease_until: datetime, limit: int
    ) -> list[Delivery]:
        """Take due deliveries for sending: queued, not held, the earliest of their conversation.

        Deliveries of inboxes that are not green are left. Each is `sending` under a lease when
        this returns, attempts counted. Never two of one conversation at once.
        """
        return await deliveries.claim(self._unit, now, lease_until, limit)

    async def scheduled_deliveries(self, now: datetime, limit: int) -> list[tuple[Delivery, bool]]:
        """Return scheduled deliveries that go out now or stay, their conversations locked."""
        return await schedules.due(self._unit, now, limit)

    async def expired_deliveries(self, now: datetime, limit: int) -> list[Delivery]:
        """Return deliveries whose sender vanished: `sending`, and past their lease; locked."""
        return await deliveries.expired(self._unit, now, limit)

    async def claim_media(self, now: datetime, retry_at: datetime, limit: int) -> list[Attachment]:
        """Take files that have to be fetched; each may be taken again from `retry_at` on."""
        return await messages.claim_media(self._unit, now, retry_at, limit)

    async def record(self, changes: Changes) -> Recorded:
        """Write a batch and number its log. The bus is told after the commit.

        Raises:
            Conflict: A row that must be unique exists already; nothing is kept.
        """
        return await recording.record(self._unit, changes)

    def tell(self, topic: Topic, workspace_id: WorkspaceId | None = None) -> None:
        """Give a hint after the commit, if there is one."""
        self._unit.tell(topic, workspace_id)
