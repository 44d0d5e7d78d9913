"""Several people who write to the world, and every row that joining and parting may touch."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from clew.domain.case import Case
from clew.domain.ids import CaseId, ContactId, ConversationId, MergeId, MessageId
from clew.ports.store import CaseQuery, Place
from clew.ports.store.views import TimelinePage
from clew.services.recognition.merging import merge_contacts
from clew.services.recognition.parting import unmerge_contacts
from clew.services.replies import SendReply, send_reply
from clew.storage import schema
from tests.channels.whatsapp.webhooks import a_message, a_value, an_envelope
from tests.services.world import ANNA, WORKSPACE, World

# What is added for good: the log of what happened, and the record of who was joined with whom.
KEPT = {schema.log, schema.workspaces, schema.merges, schema.contact_pairs, schema.intake}


class People:
    """Persons by their names; each writes from a telephone of their own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._phones: dict[str, str] = {}
        self._said = 0

    def phone(self, name: str) -> str:
        return self._phones.setdefault(name, f"+3620555{len(self._phones) + 1:04}")

    async def write(self, name: str, text: str = "Hello", **given: Any) -> Case:
        """Somebody writes; return the case in which it is."""
        return await self.case_of(await self.say(name, text, **given))

    async def say(self, name: str, text: str = "Hello", **given: Any) -> str:
        """Somebody writes; return the provider's name of the message."""
        self._said += 1
        provider_id = f"wamid.{name}{self._said}"
        self.world.clock.advance(timedelta(minutes=1))
        phone = self.phone(name).removeprefix("+")
        message = a_message(
            id=provider_id,
            timestamp=str(int(self.world.clock.now().timestamp())),
            text={"body": text},
            **{"from": phone, "from_user_id": f"HU.{phone}", **given},
        )
        who = {"profile": {"name": name}, "wa_id": phone, "user_id": f"HU.{phone}"}
        await self.world.takes_in(an_envelope(a_value(messages=[message], contacts=[who])))
        return provider_id

    async def case_of(self, provider_id: str) -> Case:
        [row] = await self.rows(schema.messages, provider_id=provider_id)
        return await self.case(row["case_id"])

    async def case(self, case_id: UUID) -> Case:
        async with self.world.deps.store.write() as tx:
            case = await tx.case(WORKSPACE, CaseId(case_id))
        assert case is not None
        return case

    async def answer(self, case: Case, text: str = "Good day", **given: Any) -> MessageId:
        """Anna answers in a case."""
        message_id = MessageId(self.world.deps.ids.new())
        command = SendReply(
            conversation_id=case.conversation_id,
            message_id=message_id,
            case_id=case.id,
            text=text,
            **({"hold": timedelta(0)} | given),
        )
        await send_reply(command, asker=self.world.asker, deps=self.world.deps)
        return message_id

    async def merge(self, kept: Case | ContactId, other: Case | ContactId) -> MergeId:
        """Anna says that two are one."""
        return await merge_contacts(
            _contact(kept),
            _contact(other),
            "it is her",
            asker=self.world.asker,
            deps=self.world.deps,
        )

    async def part(self, kept: Case | ContactId, merge_id: MergeId) -> None:
        """Anna says that they are two after all."""
        await unmerge_contacts(
            _contact(kept), merge_id, asker=self.world.asker, deps=self.world.deps
        )

    async def timeline(self, conversation_id: ConversationId, **given: Any) -> TimelinePage:
        async with self.world.deps.store.read() as reader:
            return await reader.timeline(WORKSPACE, conversation_id, **given)

    async def texts(self, conversation_id: ConversationId) -> list[str]:
        """Return what was said in a conversation, in order."""
        page = await self.timeline(conversation_id, limit=200)
        return [item.text or "" for item in page.items if item.kind in {"message", "note"}]

    async def open_cases(self) -> list[UUID]:
        query = CaseQuery(workspace_id=WORKSPACE, agent_id=ANNA, place=Place.ALL, limit=200)
        async with self.world.deps.store.read() as reader:
            return [view.id for view in (await reader.cases(query)).items]

    async def rows(self, table: Table, **where: Any) -> list[dict[str, Any]]:
        """Return rows of a table."""
        async with self.world.deps.store._engine.reading() as connection:  # type: ignore[attr-defined]
            query = select(table).where(*(table.c[name] == value for name, value in where.items()))
            return [dict(row) for row in (await connection.execute(query)).mappings()]

    async def everything(self) -> dict[str, list[str]]:
        """Return every row of every table but those that only ever grow, and the old log's place.

        `v` says when a row was last told of, which is later each time.
        """
        found: dict[str, list[str]] = {}
        for table in schema.metadata.sorted_tables:
            if table in KEPT:
                continue
            rows = await self.rows(table)
            found[table.name] = sorted(
                str({name: value for name, value in row.items() if name != "v"}) for row in rows
            )
        return found

    async def log(self, upto: int | None = None) -> list[str]:
        """Return the log up to a number, as it is now."""
        rows = await self.rows(schema.log)
        return sorted(str(row) for row in rows if upto is None or row["seq"] <= upto)

    async def audit(self) -> dict[str, int]:
        """Return what the auditor has found."""
        found = await self.world.deps.store.audit(self.world.clock.now())
        return {name: count for name, count in found.items() if count}


def _contact(one: Case | ContactId) -> ContactId:
    return one.contact_id if isinstance(one, Case) else one
