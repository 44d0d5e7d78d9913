"""Transactions: what is loaded for a decision is locked until the decision is recorded.

Locks are taken in one order everywhere, or two workers would wait for each other: intake rows,
then conversations by id, then the workspace row (numbers and sequence), last.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from clew.domain.case import Case
from clew.domain.contact import Contact, Conversation, Identity
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    CaseId,
    ContactId,
    ConversationId,
    InboxId,
    MessageId,
    TeamId,
    WorkspaceId,
)
from clew.domain.message import Attachment, Delivery, Message, Reaction
from clew.ports.bus import Topic
from clew.ports.store.changes import Changes, Recorded
from clew.ports.store.confirmation_links import ConfirmationLinks
from clew.ports.store.dossiers import Dossiers
from clew.ports.store.early import EarlyTouch
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
from clew.ports.store.visitors import Visitors


class StoreIsUnavailable(Exception):
    """The database cannot be reached, is full, or refuses to write; nothing was kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownIdentity:
    """An address that we know, with whose it is."""

    identity: Identity
    contact: Contact
    conversation: Conversation


@dataclass(slots=True, kw_only=True)
class InboundContext:
    """Everything that a batch of inbound events needs to be understood, in a few queries.

    Attributes:
        identities: By (scope, address).
        cases: Per conversation: the open ones, the latest resolved one, and those of the messages
            and deliveries below.
        messages: By (inbox, provider id): known messages that the batch repeats, quotes, edits,
            or reacts to.
        messages_by_id: Ours that the batch says it answers.
        deliveries: By (inbox, provider id), and by message id, for receipts.
        effects: Keys of inbound events that have had their effect already.
        reactions: Those that touched messages have now.
        early: By (inbox, provider id), what was done to messages before they came.
    """

    identities: dict[tuple[str, str], KnownIdentity] = field(default_factory=dict)
    cases: dict[ConversationId, list[Case]] = field(default_factory=dict)
    messages: dict[tuple[InboxId, str], Message] = field(default_factory=dict)
    messages_by_id: dict[MessageId, Message] = field(default_factory=dict)
    deliveries: dict[tuple[InboxId, str], Delivery] = field(default_factory=dict)
    deliveries_by_message: dict[MessageId, Delivery] = field(default_factory=dict)
    effects: set[tuple[InboxId, str]] = field(default_factory=set)
    reactions: dict[MessageId, tuple[Reaction, ...]] = field(default_factory=dict)
    early: dict[tuple[InboxId, str], list[EarlyTouch]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundQuestion:
    """What to load for a batch.

    Attributes:
        addresses: (scope, address), all variants.
        provider_ids: Of the events' messages and of those they quote or touch.
        message_ids: Our own ids that receipts carry back.
        effect_keys: Dedupe keys of events other than messages.
        answered_ids, case_ids: Our messages and cases that the events say they go on with.
    """

    workspace_id: WorkspaceId
    addresses: frozenset[tuple[str, str]]
    provider_ids: frozenset[tuple[InboxId, str]]
    message_ids: frozenset[MessageId]
    effect_keys: frozenset[tuple[InboxId, str]]
    answered_ids: frozenset[MessageId] = frozenset()
    case_ids: frozenset[CaseId] = frozenset()


class Transaction(Protocol):
    """One unit of work: load, decide, record; committed when its context ends without an error."""

    people: People
    tools: Tools
    readings: Readings
    visitors: Visitors
    sights: Sights
    notices: Notices
    links: Links
    joining: Joining
    dossiers: Dossiers
    confirmation_links: ConfirmationLinks
    revisions: Revisions
    read_marks: ReadMarking

    # --- intake
    async def finish_intake(self, finished: Sequence[tuple[int, IntakeState, str]]) -> None:
        """Set the state and the reason of claimed events, counting the attempt."""
        ...

    async def inbound_context(self, question: InboundQuestion) -> InboundContext:
        """Load and lock what a batch needs; conversations are locked in the order of their ids."""
        ...

    async def forget_early(self, before: datetime) -> None:
        """Delete what has waited since then for a message that did not come."""
        ...

    # --- cases and conversations
    async def case(self, workspace_id: WorkspaceId, case_id: CaseId) -> Case | None:
        """Return a case, its conversation locked."""
        ...

    async def cases_of(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> list[Case]:
        """Return the open cases and the latest resolved one, the conversation locked."""
        ...

    async def conversation(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Conversation | None:
        """Return a conversation, locked, or the one that it has become a part of."""
        ...

    async def due_cases(self, now: datetime, limit: int) -> list[Case]:
        """Return cases of any workspace whose next action is due, the longest due first.

        Their conversations are locked; those that others hold are skipped.
        """
        ...

    async def cases_owned_by(self, workspace_id: WorkspaceId, agent_id: AgentId) -> list[Case]:
        """Return the open cases of an owner, locked."""
        ...

    async def queued_cases(
        self, workspace_id: WorkspaceId, limit: int, team_ids: Collection[TeamId] | None = None
    ) -> list[Case]:
        """Return open cases that team queues hold, the next deadline first; locked, skipping.

        Only those of `team_ids`, if given. Overdue cases of an owner who takes work are left.
        """
        ...

    async def loads(self, workspace_id: WorkspaceId) -> Mapping[AgentId, int]:
        """Return how many open cases have their next move with each agent."""
        ...

    async def next_numbers(self, workspace_id: WorkspaceId, how_many: int) -> int:
        """Take so many case numbers; return the first."""
        ...

    async def reachability(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> Reachability:
        """Return by which addresses a contact can be reached, and what limits it."""
        ...

    async def contact(self, workspace_id: WorkspaceId, contact_id: ContactId) -> Contact | None:
        """Return a contact, or whom they have become a part of."""
        ...

    # --- messages and deliveries
    async def message(self, workspace_id: WorkspaceId, message_id: UUID) -> Message | None:
        """Return a message."""
        ...

    async def has_note(self, workspace_id: WorkspaceId, note_id: UUID) -> bool:
        """Say whether a note is here already."""
        ...

    async def newest_reply(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId
    ) -> tuple[int, MessageId] | None:
        """Return the sequence number and id of our last message in a conversation."""
        ...

    async def latest_messages(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId, limit: int
    ) -> list[Message]:
        """Return what was said last in a conversation, the latest first."""
        ...

    async def attachments(
        self, workspace_id: WorkspaceId, ids: Sequence[AttachmentId]
    ) -> list[Attachment]:
        """Return files by id."""
        ...

    async def attachments_of(
        self, message_ids: Sequence[MessageId]
    ) -> Mapping[MessageId, list[Attachment]]:
        """Return the files of messages, in order."""
        ...

    async def delivery(self, workspace_id: WorkspaceId, message_id: MessageId) -> Delivery | None:
        """Return a delivery, locked, its conversation first."""
        ...

    async def claim_deliveries(
        self, now: datetime, lease_until: datetime, limit: int
    ) -> list[Delivery]:
        """Take due deliveries for sending: queued, not held, the earliest of their conversation.

        Deliveries of inboxes that are not green are left. Each is `sending` under a lease when
        this returns, attempts counted. Never two of one conversation at once.
        """
        ...

    async def scheduled_deliveries(self, now: datetime, limit: int) -> list[tuple[Delivery, bool]]:
        """Return scheduled deliveries whose time has come, or whose contact has written since.

        Each says whether the contact has; their conversations are locked, skipping.
        """
        ...

    async def expired_deliveries(self, now: datetime, limit: int) -> list[Delivery]:
        """Return deliveries whose sender vanished: `sending`, and past their lease.

        Their conversations are locked; those that others hold are skipped.
        """
        ...

    async def claim_media(self, now: datetime, retry_at: datetime, limit: int) -> list[Attachment]:
        """Take files that have to be fetched; each may be taken again from `retry_at` on."""
        ...

    # --- writing
    async def record(self, changes: Changes) -> Recorded:
        """Write a batch and number its log. The bus is told after the commit.

        Raises:
            Conflict: A row that must be unique exists already; nothing is kept.
        """
        ...

    def tell(self, topic: Topic, workspace_id: WorkspaceId | None = None) -> None:
        """Give a hint after the commit, if there is one."""
        ...
