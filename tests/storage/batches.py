"""A workplace in a store, and batches as services make them, for the tests of storage.

Everything has a new id, so that a store may be filled again and again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from uuid_utils.compat import uuid7

from clew.domain import receiving
from clew.domain.business_hours import BusinessHours
from clew.domain.case import Case, apply_all
from clew.domain.contact import Assurance, Contact, Conversation, Identity
from clew.domain.ids import (
    AgentId,
    BusinessHoursId,
    CaseId,
    ContactId,
    ConversationId,
    IdentityId,
    InboxId,
    MessageId,
    NoteId,
    TeamId,
    TurnId,
    WorkspaceId,
)
from clew.domain.message import (
    Author,
    AuthorKind,
    Delivery,
    DeliveryState,
    Direction,
    Message,
    Note,
)
from clew.domain.people import Agent, Inbox, Role, Team, Workspace
from clew.ports.store import Changes, LogEntry, NewEvent, Recorded, Store, Transaction
from clew.ports.store.transaction import InboundQuestion
from tests.builders import MONDAY_NINE, POLICY

WHATSAPP = "whatsapp"


def new_id() -> UUID:
    return UUID(int=uuid7().int)


@dataclass(slots=True)
class Workplace:
    """A workspace with one team of one agent, and one inbox."""

    id: WorkspaceId = field(default_factory=lambda: WorkspaceId(new_id()))
    hours_id: BusinessHoursId = field(default_factory=lambda: BusinessHoursId(new_id()))
    team_id: TeamId = field(default_factory=lambda: TeamId(new_id()))
    agent_id: AgentId = field(default_factory=lambda: AgentId(new_id()))
    inbox_id: InboxId = field(default_factory=lambda: InboxId(new_id()))

    @property
    def workspace(self) -> Workspace:
        return Workspace(id=self.id, name=f"Otter {self.id}", created_at=MONDAY_NINE)

    @property
    def team(self) -> Team:
        return Team(
            id=self.team_id, workspace_id=self.id, name="Parcels", business_hours_id=self.hours_id
        )

    @property
    def agent(self) -> Agent:
        return Agent(
            id=self.agent_id,
            workspace_id=self.id,
            email="anna@example.org",
            name="Anna",
            role=Role.AGENT,
            team_ids=(self.team_id,),
        )

    @property
    def inbox(self) -> Inbox:
        return Inbox(
            id=self.inbox_id,
            workspace_id=self.id,
            channel=WHATSAPP,
            name="Parcels",
            team_id=self.team_id,
            settings={"phone_number_id": "1"},
            created_at=MONDAY_NINE,
        )

    async def save(self, store: Store) -> Workplace:
        async with store.write() as tx:
            people = tx.people
            await people.add_workspace(self.workspace)
            hours = BusinessHours.always_open()
            await people.save_hours(self.id, self.hours_id, "Always", hours)
            await people.save_team(self.team)
            await people.save_agent(self.agent, "hash")
            await people.save_inbox(self.inbox, {"access_token": b"sealed"})
        return self

    # --- values
    @property
    def anna(self) -> Author:
        return Author(kind=AuthorKind.AGENT, id=self.agent_id, name="Anna")

    def event(self, body: bytes = b"{}", at: datetime = MONDAY_NINE) -> NewEvent:
        return NewEvent(
            workspace_id=self.id,
            inbox_id=self.inbox_id,
            received_at=at,
            headers={"x-hub-signature-256": "sha256=00"},
            query="",
            body=body,
        )

    def changes(self, at: datetime = MONDAY_NINE) -> Changes:
        return Changes(workspace_id=self.id, at=at)

    def meet(self, changes: Changes, address: str, name: str = "Zofia") -> Identity:
        """Add a contact who is met for the first time."""
        at = changes.at
        contact = Contact(id=ContactId(new_id()), workspace_id=self.id, name=name, created_at=at)
        changes.contacts.append(contact)
        changes.conversations.append(
            Conversation(
                id=ConversationId(new_id()),
                workspace_id=self.id,
                contact_id=contact.id,
                created_at=at,
            )
        )
        identity = Identity(
            id=IdentityId(new_id()),
            workspace_id=self.id,
            contact_id=contact.id,
            channel=WHATSAPP,
            scope=WHATSAPP,
            kind="phone",
            address=address,
            display=f"+{address}",
            assurance=Assurance.CHANNEL,
            created_at=at,
        )
        changes.identities.append(identity)
        return identity

    def begin(self, changes: Changes, identity: Identity, number: int) -> Case:
        """Begin a case in the conversation that `meet` has just added."""
        case = receiving.open_case(
            receiving.begin(changes.at, self.team_id, POLICY),
            case_id=CaseId(new_id()),
            workspace_id=self.id,
            conversation_id=changes.conversations[-1].id,
            contact_id=identity.contact_id,
            number=number,
        )
        changes.change(case, None)
        changes.log.append(
            LogEntry(
                kind="case_opened",
                at=changes.at,
                conversation_id=case.conversation_id,
                case_id=case.id,
            )
        )
        return case

    def hear(
        self, changes: Changes, case: Case, identity: Identity, text: str, provider_id: str
    ) -> Message:
        """Let the contact write in a case."""
        message_id = MessageId(new_id())
        happened = receiving.receive(case, message_id, TurnId(new_id()), changes.at, POLICY)
        after = apply_all(case, happened)
        changes.change(after, case)
        message = Message(
            id=message_id,
            workspace_id=self.id,
            conversation_id=case.conversation_id,
            case_id=case.id,
            inbox_id=self.inbox_id,
            channel=WHATSAPP,
            direction=Direction.IN,
            author=Author(kind=AuthorKind.CONTACT, id=identity.contact_id, name="Zofia"),
            identity_id=identity.id,
            text=text,
            at=changes.at,
            sent_at=changes.at,
            provider_id=provider_id,
            turn_id=after.facts.answer.id if after.facts.answer else None,
        )
        changes.messages.append(message)
        changes.last_inbound[identity.id, self.inbox_id] = changes.at
        return message

    def answer(self, changes: Changes, case: Case, text: str, *, after: Case) -> Message:
        """Let the agent write in a case, which stands as `after` then; queue it for sending."""
        message = Message(
            id=MessageId(new_id()),
            workspace_id=self.id,
            conversation_id=case.conversation_id,
            case_id=case.id,
            inbox_id=self.inbox_id,
            channel=WHATSAPP,
            direction=Direction.OUT,
            author=self.anna,
            identity_id=None,
            text=text,
            at=changes.at,
            sent_at=changes.at,
        )
        changes.change(after, case)
        changes.messages.append(message)
        changes.deliveries.append(self.delivery(message))
        return message

    def delivery(self, message: Message) -> Delivery:
        return Delivery(
            message_id=message.id,
            workspace_id=self.id,
            conversation_id=message.conversation_id,
            case_id=message.case_id,
            inbox_id=message.inbox_id,
            identity_id=message.identity_id,
            state=DeliveryState.QUEUED,
            queued_at=message.at,
            held_until=message.at,
            next_attempt_at=message.at,
        )

    def note(self, case: Case, text: str, at: datetime = MONDAY_NINE) -> Note:
        return Note(
            id=NoteId(new_id()),
            workspace_id=self.id,
            conversation_id=case.conversation_id,
            case_id=case.id,
            author=self.anna,
            text=text,
            at=at,
        )

    def question(
        self, *, addresses: tuple[str, ...] = (), provider_ids: tuple[str, ...] = ()
    ) -> InboundQuestion:
        return InboundQuestion(
            workspace_id=self.id,
            addresses=frozenset((WHATSAPP, one) for one in addresses),
            provider_ids=frozenset((self.inbox_id, one) for one in provider_ids),
            message_ids=frozenset(),
            effect_keys=frozenset(),
        )


async def new_contacts(
    workplace: Workplace, tx: Transaction, how_many: int, at: datetime = MONDAY_NINE
) -> Changes:
    """Return a batch in which so many people write for the first time."""
    changes = workplace.changes(at)
    first = await tx.next_numbers(workplace.id, how_many)
    for number in range(first, first + how_many):
        identity = workplace.meet(changes, f"4860{number:07}", f"Contact {number}")
        case = workplace.begin(changes, identity, number)
        workplace.hear(changes, case, identity, f"Where is parcel {number}?", f"wamid.{number}")
    return changes


async def one_waiting(
    workplace: Workplace, store: Store, at: datetime = MONDAY_NINE
) -> tuple[Case, Message]:
    """Record one contact who waits for an answer."""
    async with store.write() as tx:
        changes = await new_contacts(workplace, tx, 1, at)
        await tx.record(changes)
    [change] = changes.cases.values()
    return change.after, changes.messages[0]


def owned(case: Case, agent_id: AgentId) -> Case:
    """Return the case with an owner, as an event would leave it."""
    from clew.domain.moves import rearm

    facts = replace(case.facts, owner_id=agent_id)
    return replace(case, facts=facts, moves=rearm(facts), revision=case.revision + 1)


async def recorded(store: Store, changes: Changes) -> Recorded:
    """Record a batch in a transaction of its own."""
    async with store.write() as tx:
        return await tx.record(changes)
