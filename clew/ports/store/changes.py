"""One batch of changes: what services decided, written together or not at all.

`Transaction.record` is the only way in which messages, cases and the log are written, for one
command of an agent as for a thousand messages of contacts. It keeps, from what it is given:
the rows themselves; per case the moves, the turns and the spans in which each holder held the
next move (from `CaseChange.before` and `after`); and the log, whose sequence numbers it takes
from the workspace row, so that their order is the order of commits.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from clew.domain.case import Case
from clew.domain.consent import Consent
from clew.domain.contact import AddressFailure, Contact, Conversation, Identity
from clew.domain.ids import (
    AgentId,
    CaseId,
    ContactId,
    ConversationId,
    IdentityId,
    InboxId,
    MessageId,
    NoteId,
    TagId,
    WorkspaceId,
)
from clew.domain.message import Attachment, Author, Delivery, Message, Note, Reaction
from clew.ports.store.early import EarlyTouch


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChange:
    """A case before and after; `before` is None for a new one."""

    before: Case | None
    after: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One thing that happened.

    Attributes:
        kind: Snake-case name of what happened; `clew.ports.store.kinds` lists which are shown.
        conversation_id: None for what concerns the workspace only.
        subject: The message, note, agent or inbox that it is about.
        data: JSON-able details.
        is_history: It is brought in from an archive, and stands in the timeline at its own time.
    """

    kind: str
    at: datetime
    conversation_id: ConversationId | None = None
    case_id: CaseId | None = None
    message_id: MessageId | None = None
    note_id: NoteId | None = None
    contact_id: ContactId | None = None
    agent_id: AgentId | None = None
    inbox_id: InboxId | None = None
    actor: Author | None = None
    data: Mapping[str, object] | None = None
    is_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdit:
    """What changed in a message that is stored already; None leaves a field alone."""

    message_id: MessageId
    text: str | None = None
    content: Mapping[str, object] | None = None
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    reactions: tuple[Reaction, ...] | None = None
    provider_id: str | None = None


@dataclass(slots=True, kw_only=True)
class Changes:
    """A batch for one workspace. The lists are written in the order of their fields.

    Attributes:
        at: When it happens; the end of spans and the time of new rows.
        contacts, identities, conversations, messages, notes, deliveries, attachments: New rows.
        renamed: New names of contacts.
        moved_identities: Addresses whose reading or contact changed; whole rows, replaced.
        last_inbound: When a contact last wrote to an inbox, by the provider's clock; kept as
            the greatest, per address and inbox.
        window_refused: When a provider said that the messaging window is closed, likewise.
        last_read: When a contact read what came from an inbox, likewise.
        opted_out: Per identity, what the contact wants no more of; empty takes it back.
        refused: Likewise as a provider says; what the contact said to us may go further, and stays.
        consents: Words of contacts, added to the earlier ones.
        failures: Per identity, why nothing arrives there; None: as far as we know it does.
        edits, subjects: What changed in messages and in the subjects of cases.
        updated_deliveries, updated_attachments: Whole rows, replaced.
        tagged: All tags that a case shall have.
        read_by: Up to which sequence number an agent has read a case.
        effects: Keys of inbound events other than messages that have now had their effect.
        early: What was done to messages that have not come yet.
        caught_up: Messages that have come and had what waited for them done.
        log: In order; the recorder numbers them.
    """

    workspace_id: WorkspaceId
    at: datetime
    contacts: list[Contact] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)
    conversations: list[Conversation] = field(default_factory=list)
    cases: dict[CaseId, CaseChange] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    renamed: dict[ContactId, str] = field(default_factory=dict)
    moved_identities: list[Identity] = field(default_factory=list)
    last_inbound: dict[tuple[IdentityId, InboxId], datetime] = field(default_factory=dict)
    window_refused: dict[tuple[IdentityId, InboxId], datetime] = field(default_factory=dict)
    last_read: dict[tuple[IdentityId, InboxId], datetime] = field(default_factory=dict)
    opted_out: dict[IdentityId, str] = field(default_factory=dict)
    refused: dict[IdentityId, str] = field(default_factory=dict)
    consents: list[Consent] = field(default_factory=list)
    failures: dict[IdentityId, AddressFailure | None] = field(default_factory=dict)
    edits: list[MessageEdit] = field(default_factory=list)
    subjects: dict[CaseId, str] = field(default_factory=dict)
    updated_deliveries: list[Delivery] = field(default_factory=list)
    updated_attachments: list[Attachment] = field(default_factory=list)
    tagged: dict[CaseId, tuple[TagId, ...]] = field(default_factory=dict)
    read_by: list[tuple[CaseId, AgentId, int]] = field(default_factory=list)
    effects: list[tuple[InboxId, str]] = field(default_factory=list)
    early: list[EarlyTouch] = field(default_factory=list)
    caught_up: list[tuple[InboxId, str]] = field(default_factory=list)
    log: list[LogEntry] = field(default_factory=list)

    def change(self, case: Case, before: Case | None) -> None:
        """Note that a case changed; of several changes the first `before` counts."""
        earlier = self.cases.get(case.id)
        origin = earlier.before if earlier else before
        self.cases[case.id] = CaseChange(before=origin, after=case)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """The sequence numbers that a batch was given; `last_seq` is the workspace's now."""

    first_seq: int
    last_seq: int
