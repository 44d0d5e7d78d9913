"""A workspace in which all is well, and statements that spoil it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Executable, insert, update

from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState
from clew.storage.audit import audit, first_id_at
from clew.storage.engine import Engine
from clew.storage.schema import (
    cases,
    deliveries,
    delivery_provider_ids,
    holder_spans,
    intake,
    messages,
    moves,
)
from clew.storage.unit import Unit
from tests.builders import (
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    held,
    parked,
    resolved,
)
from tests.storage.reading.desk import Desk, a_desk

NOW = MONDAY_NINE + MINUTE
LATER = NOW + timedelta(days=1)
ANSWERED = an_answered_case()
PROMISED = after(a_waiting_case(), held(MONDAY_NINE, promise_at=MONDAY_NINE + 4 * HOUR))


@dataclass(frozen=True, slots=True)
class World:
    """A workspace in which all is well."""

    desk: Desk
    waiting: UUID
    queued: UUID
    answered: UUID
    promised: UUID
    parked: UUID
    consulted: UUID
    resolved: UUID
    message: UUID
    reply: UUID
    note: UUID
    first_contact: UUID
    first_conversation: UUID

    @property
    def here(self) -> dict[str, Any]:
        return {"workspace_id": self.desk.workspace_id, "created_at": NOW}


def a_world() -> World:
    desk = a_desk()
    # Of messages only the young are looked at, and how old they are is told by their ids.
    desk.rows.origin = first_id_at(MONDAY_NINE).int
    rows, team, anna = desk.rows, desk.team_id, desk.anna
    person = rows.person()
    ended = after(ANSWERED, resolved(MONDAY_NINE))
    asleep = after(ANSWERED, parked(MONDAY_NINE + 9 * HOUR))
    waiting = rows.case(person, team, anna)
    world = World(
        desk=desk,
        waiting=waiting,
        queued=rows.case(person, team),
        answered=rows.case(person, team, anna, like=ANSWERED),
        promised=rows.case(person, team, anna, like=PROMISED),
        parked=rows.case(person, team, anna, like=asleep),
        consulted=rows.case(
            person, team, anna, like=after(a_waiting_case(), asked(MONDAY_NINE + HOUR))
        ),
        resolved=rows.case(person, team, anna, like=ended),
        message=rows.message(person, waiting, desk.inbox_id),
        reply=rows.reply(person, waiting, desk.inbox_id),
        note=rows.note(person, waiting),
        first_contact=person.contact_id,
        first_conversation=person.conversation_id,
    )
    rows.attachment(
        Attachment(
            id=AttachmentId(rows.new_id()),
            workspace_id=desk.workspace_id,
            name="a.jpg",
            media_type="image/jpeg",
            state=AttachmentState.PENDING,
            created_at=NOW,
            conversation_id=person.conversation_id,
            message_id=world.message,  # type: ignore[arg-type]
            source={"id": "media-1"},
            next_attempt_at=NOW,
        )
    )
    return world


async def violations(engine: Engine) -> Mapping[str, int]:
    async with engine.reading() as connection:
        found = await audit(Unit(connection=connection, engine=engine), NOW)
    return {name: count for name, count in found.items() if count}


async def carry_out(engine: Engine, *statements: Executable) -> None:
    for statement in statements:
        written = engine.of_intake if getattr(statement, "table", None) is intake else engine
        async with written.writing() as connection:
            await connection.execute(statement)


def case_is(case_id: UUID, **values: Any) -> Executable:
    return update(cases).where(cases.c.id == case_id).values(**values)


def move_is(case_id: UUID, **values: Any) -> Executable:
    return update(moves).where(moves.c.case_id == case_id).values(**values)


def span_is(case_id: UUID, **values: Any) -> Executable:
    return update(holder_spans).where(holder_spans.c.case_id == case_id).values(**values)


def delivery_is(world: World, **values: Any) -> Executable:
    return update(deliveries).where(deliveries.c.message_id == world.reply).values(**values)


def message_is(world: World, **values: Any) -> Executable:
    return update(messages).where(messages.c.id == world.message).values(**values)


def a_move(world: World, case_id: UUID, place: int, holder: str, **values: Any) -> Executable:
    ordinary = {
        "workspace_id": world.desk.workspace_id,
        "case_id": case_id,
        "place": place,
        "holder": holder,
        "kind": "nudge",
        "opened_at": MONDAY_NINE,
        "due_at": LATER,
        "level": 0,
        "is_next": place == 0,
    }
    return insert(moves).values({**ordinary, **values})


def an_event(world: World, **values: Any) -> Executable:
    ordinary = {
        "workspace_id": world.desk.workspace_id,
        "inbox_id": world.desk.inbox_id,
        "received_at": NOW,
        "headers": {},
        "query": "",
        "body": b"{}",
        "state": "pending",
        "attempts": 0,
        "reason": "",
    }
    return insert(intake).values({**ordinary, **values})


def a_provider_id(world: World, name: str) -> Executable:
    return insert(delivery_provider_ids).values(
        workspace_id=world.desk.workspace_id,
        inbox_id=world.desk.inbox_id,
        provider_id=name,
        message_id=world.reply,
    )
