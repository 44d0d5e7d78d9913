"""Rows put straight into the tables, for tests of what reads them and for benchmarks.

What a test does not say is ordinary. Cases come from the domain, so their moves and columns agree
with their facts; everything else is as the recorder would have written it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table, insert, update

from clew.domain.case import Case
from clew.domain.ids import AgentId, CaseId, ContactId, ConversationId, TeamId, WorkspaceId
from clew.domain.message import Attachment
from clew.storage import schema
from clew.storage.cases import values_of
from clew.storage.engine import Engine
from clew.storage.folding import fold
from clew.storage.many import Many
from clew.storage.messages import attachment_values
from tests.builders import MONDAY_NINE, a_waiting_case, an_id
from tests.storage.case_rows import Person, history_of, owned

SECOND = timedelta(seconds=1)
# Everything made here is told apart from what `tests.builders` made.
_FIRST_ID = 1_000_000


@dataclass(slots=True)
class Rows:
    """Rows of one workspace, saved together.

    Attributes:
        origin: What ids count from; it decides how old they look.
    """

    number: int = 0
    origin: int = field(default_factory=lambda: an_id(0).int)
    at: datetime = MONDAY_NINE
    seq: int = 0
    rows: dict[Table, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    made: int = 0

    def new_id(self) -> UUID:
        """Return an id greater than those before."""
        self.made += 1
        return UUID(int=self.origin + _FIRST_ID * (self.number + 1) + self.made)

    def add(self, table: Table, **values: Any) -> dict[str, Any]:
        """Add a row; columns that are not given are NULL, or what the database makes of them."""
        row = {c.name: None for c in table.c if c.server_default is None} | values
        self.rows[table].append(row)
        return row

    async def save(self, engine: Engine) -> None:
        """Write all rows, and how far the log has come; more may be added and saved then."""
        for workspace in self.rows[schema.workspaces]:
            workspace["seq"] = 0
            workspace["last_case_number"] = 10_000_000
        async with engine.writing() as connection:
            for table in schema.main_tables(engine.name):
                for batch in batched_alike(self.rows[table]):
                    await Many(insert(table)).run(connection, engine, batch)
            is_ours = schema.workspaces.c.id == self.workspace_id
            await connection.execute(update(schema.workspaces).where(is_ours).values(seq=self.seq))
        if engine.apart is not None:
            async with engine.apart.writing() as connection:
                for batch in batched_alike(self.rows[schema.intake]):
                    await Many(insert(schema.intake)).run(connection, engine, batch)
        self.rows.clear()

    # --- people
    @property
    def workspace_id(self) -> WorkspaceId:
        return WorkspaceId(an_id(_FIRST_ID * (self.number + 1)))

    def workspace(self) -> WorkspaceId:
        self.add(
            schema.workspaces,
            id=self.workspace_id,
            name=f"Company {self.number}",
            created_at=self.at,
        )
        return self.workspace_id

    def team(self, name: str = "Orders") -> TeamId:
        team_id, hours_id = self.new_id(), self.new_id()
        where = {"workspace_id": self.workspace_id}
        self.add(schema.business_hours, **where, id=hours_id, name=name, hours={})
        self.add(
            schema.teams,
            **where,
            id=team_id,
            name=name,
            business_hours_id=hours_id,
            first_reply=timedelta(hours=1),
            next_reply=timedelta(hours=1),
        )
        return TeamId(team_id)

    def agent(self, name: str = "Anna", team_id: TeamId | None = None, **values: Any) -> AgentId:
        agent_id = self.new_id()
        email = f"{name}{agent_id}@example.com".lower()
        ordinary = {
            "email": email,
            "email_key": email,
            "role": "agent",
            "availability": "available",
            "is_disabled": False,
        }
        where = {"workspace_id": self.workspace_id}
        self.add(schema.agents, **{**ordinary, **where, **values}, id=agent_id, name=name)
        if team_id:
            self.add(schema.team_members, **where, agent_id=agent_id, team_id=team_id)
        return AgentId(agent_id)

    def inbox(self, team_id: TeamId, name: str = "WhatsApp") -> UUID:
        inbox_id = self.new_id()
        self.add(
            schema.inboxes,
            workspace_id=self.workspace_id,
            id=inbox_id,
            channel="whatsapp",
            name=name,
            team_id=team_id,
            settings={},
            created_at=self.at,
            state="green",
            reason="",
        )
        return inbox_id

    def person(self, name: str = "Zoë Żółć", address: str = "") -> Person:
        contact_id, conversation_id = self.new_id(), self.new_id()
        where = {"workspace_id": self.workspace_id, "created_at": self.at}
        self.add(schema.contacts, **where, id=contact_id, name=name, name_key=fold(name))
        self.add(schema.conversations, **where, id=conversation_id, contact_id=contact_id)
        if address:
            self.add(
                schema.identities,
                **where,
                id=self.new_id(),
                contact_id=contact_id,
                channel="whatsapp",
                scope="whatsapp",
                kind="phone",
                address=address,
                display=f"+{address}",
                assurance="channel",
            )
        return Person(ContactId(contact_id), ConversationId(conversation_id), name)

    # --- cases
    def case(
        self,
        person: Person,
        team_id: TeamId,
        owner_id: AgentId | None = None,
        *,
        like: Case | None = None,
        **columns: Any,
    ) -> CaseId:
        """Add a case that stands like another one, of this owner and team."""
        self.seq += 1
        case_id = CaseId(self.new_id())
        case = owned(like or a_waiting_case(self.at), case_id, person, team_id, owner_id)
        case = replace(case, workspace_id=self.workspace_id, number=self.made)
        values = {**values_of(case), "last_inbound_seq": 0, "delivery_failed": False, "v": self.seq}
        self.add(schema.cases, **{**values, **columns})
        self.log("case_opened", person, case_id=case_id, seq=self.seq)
        for table, row in history_of(case, self.new_id):
            self.add(table, **row)
        return case_id

    # --- the timeline
    def log(self, kind: str, person: Person | None = None, **values: Any) -> int:
        """Add an entry of the log; without a number, the next one."""
        if "seq" not in values:
            self.seq += 1
        ordinary = {
            "workspace_id": self.workspace_id,
            "seq": self.seq,
            "kind": kind,
            "at": self.at + SECOND * self.seq,
            "conversation_id": person.conversation_id if person else None,
            "is_shown": person is not None,
        }
        return int(self.add(schema.log, **{**ordinary, **values})["seq"])

    def message(
        self, person: Person, case_id: UUID, inbox_id: UUID, text: str = "Hello", **values: Any
    ) -> UUID:
        message_id = self.new_id()
        seq = self.log("message", person, case_id=case_id, message_id=message_id)
        at = self.at + SECOND * seq
        ordinary = {
            "workspace_id": self.workspace_id,
            "id": message_id,
            "conversation_id": person.conversation_id,
            "case_id": case_id,
            "inbox_id": inbox_id,
            "channel": "whatsapp",
            "direction": "in",
            "author_kind": "contact",
            "author_id": person.contact_id,
            "author_name": person.name,
            "text": text,
            "at": at,
            "sent_at": at,
            "kind": "text",
            "is_holding": False,
            "is_automatic": False,
            "seq": seq,
            "v": seq,
        }
        self.add(schema.messages, **{**ordinary, **values})
        return message_id

    def reply(
        self,
        person: Person,
        case_id: UUID,
        inbox_id: UUID,
        text: str = "Hi",
        *,
        delivery: Mapping[str, Any] | None = None,
        **values: Any,
    ) -> UUID:
        said = {"direction": "out", "author_kind": "agent", "author_name": "Anna", **values}
        message_id = self.message(person, case_id, inbox_id, text, author_id=None, **said)
        ordinary = {
            "workspace_id": self.workspace_id,
            "message_id": message_id,
            "conversation_id": person.conversation_id,
            "case_id": case_id,
            "inbox_id": inbox_id,
            "state": "sent",
            "queued_at": self.at,
            "held_until": self.at,
            "next_attempt_at": self.at,
            "attempts": 1,
            "provider_ids": [],
            "reason_code": "",
            "reason": "",
            "seq": self.seq,
        }
        self.add(schema.deliveries, **{**ordinary, **(delivery or {})})
        return message_id

    def note(self, person: Person, case_id: UUID, text: str = "VIP") -> UUID:
        note_id = self.new_id()
        seq = self.log("note", person, case_id=case_id, note_id=note_id)
        self.add(
            schema.notes,
            workspace_id=self.workspace_id,
            id=note_id,
            conversation_id=person.conversation_id,
            case_id=case_id,
            author_kind="agent",
            author_name="Anna",
            text=text,
            at=self.at + SECOND * seq,
            seq=seq,
        )
        return note_id

    def attachment(self, attachment: Attachment) -> None:
        self.add(schema.attachments, **attachment_values(attachment))


def batched_alike(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Return the rows in batches of the same columns."""
    batches: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        batches[tuple(row)].append(row)
    return list(batches.values())
