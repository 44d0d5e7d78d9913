"""The auditor finds nothing where all is well, and every violation that is planted.

What a constraint makes impossible cannot be planted and needs no check: an open case without a
next move in its own row (I1, I2), a contact's move beside a debt in the same row (I3, I4), debts in
the row of a resolved case (I7), two open turns or two next moves of one case, a second message of
one provider id in an inbox (I12, L3), a message whose case is of another conversation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Executable, delete, insert, literal, select, update

from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState
from clew.storage import schema
from clew.storage.audit import CLOCK_GRACE, HORIZON, audit, first_id_at
from clew.storage.engine import Engine
from clew.storage.invariants import CHECKS
from clew.storage.schema import (
    agents,
    attachments,
    cases,
    contacts,
    conversations,
    deliveries,
    delivery_provider_ids,
    holder_spans,
    inboxes,
    intake,
    log,
    messages,
    moves,
    notes,
    search_progress,
    team_members,
    turns,
    workspaces,
)
from clew.storage.unit import Unit
from tests.builders import (
    A_DAY,
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


Plant = Callable[[World], tuple[Executable, ...]]

PLANTS: dict[str, Plant] = {
    "I1_open_without_a_next_move": lambda w: (delete(moves).where(moves.c.case_id == w.waiting),),
    "I1_columns_and_moves_disagree": lambda w: (move_is(w.waiting, level=1),),
    "I1_next_move_is_not_the_first": lambda w: (a_move(w, w.answered, 1, "timer"),),
    "I1_columns_and_facts_disagree": lambda w: (
        case_is(w.waiting, facts=replace(a_waiting_case().facts, answer=None)),
    ),
    "I2_held_by_nobody_who_can_act": lambda w: (
        update(agents).where(agents.c.id == w.desk.anna).values(is_disabled=True),
    ),
    "I2_nobody_to_escalate_to": lambda _: (
        delete(team_members),
        update(agents).values(role="agent"),
    ),
    "I3_answer_owed_but_contact_holds": lambda w: (a_move(w, w.waiting, 1, "contact"),),
    "I4_promise_or_consult_but_contact_holds": lambda w: (a_move(w, w.promised, 1, "contact"),),
    "I4_consult_that_no_department_holds": lambda w: (
        delete(moves).where(moves.c.case_id == w.consulted, moves.c.holder == "department"),
    ),
    "I6_due_and_nobody_looked": lambda w: (
        case_is(w.waiting, next_action_at=NOW - CLOCK_GRACE - MINUTE),
    ),
    "I6_the_clock_will_look_too_late": lambda w: (case_is(w.waiting, next_action_at=LATER),),
    "I7_resolved_with_a_move": lambda w: (a_move(w, w.resolved, 0, "contact"),),
    "I7_resolved_but_something_is_owed": lambda w: (
        update(turns).where(turns.c.case_id == w.waiting).values(case_id=w.resolved),
    ),
    "I8_no_move_is_due_by_the_promise": lambda w: (move_is(w.promised, due_at=LATER),),
    "I9_no_move_is_due_by_the_answer": lambda w: (move_is(w.waiting, due_at=LATER),),
    "I11_parked_while_the_contact_waits": lambda w: (
        case_is(w.waiting, park_wake_at=NOW, park_reason="?"),
    ),
    "I11_parked_past_the_promise": lambda w: (
        case_is(w.promised, park_wake_at=LATER, park_reason="?"),
    ),
    "L4_due_beyond_every_policy": lambda w: (
        case_is(w.answered, next_due_at=NOW + HORIZON + MINUTE),
    ),
    "orphan_owned_by_somebody_disabled": lambda w: (
        update(agents).where(agents.c.id == w.desk.anna).values(is_disabled=True),
    ),
    "I5_spans_do_not_begin_with_the_case": lambda w: (
        span_is(w.waiting, began_at=MONDAY_NINE + MINUTE),
    ),
    "I5_spans_do_not_end_with_the_case": lambda w: (case_is(w.resolved, resolved_at=LATER),),
    "I5_the_holder_of_now_has_no_span": lambda w: (
        delete(holder_spans).where(holder_spans.c.case_id == w.answered),
    ),
    "I5_spans_overlap_or_leave_a_gap": lambda w: (
        span_is(w.waiting, ended_at=NOW),
        insert(holder_spans).values(
            workspace_id=w.desk.workspace_id,
            case_id=w.waiting,
            began_at=NOW + MINUTE,
            holder="agent",
            holder_id=w.desk.anna,
        ),
    ),
    "turns_and_facts_disagree": lambda w: (delete(turns).where(turns.c.case_id == w.waiting),),
    "log_has_gaps": lambda _: (delete(log).where(log.c.seq == 3),),
    "log_names_what_is_not_there": lambda w: (delete(notes).where(notes.c.id == w.note),),
    "search_is_ahead_of_the_log": lambda w: (
        insert(search_progress).values(workspace_id=w.desk.workspace_id, number=1, seq=999),
    ),
    "I12_message_without_a_place_in_the_log": lambda w: (
        delete(log).where(log.c.message_id == w.message),
    ),
    "I12_message_of_a_turn_that_is_not_there": lambda w: (message_is(w, turn_id=w.reply),),
    "L2_pending_too_long": lambda w: (an_event(w, received_at=NOW - 2 * MINUTE),),
    "L2_set_aside_without_a_reason": lambda w: (an_event(w, state="quarantined"),),
    "L3_one_event_had_two_effects": lambda w: (
        message_is(w, provider_id="wamid.1"),
        a_provider_id(w, "wamid.1"),
    ),
    "L6_reply_without_a_delivery": lambda w: (
        delete(deliveries).where(deliveries.c.message_id == w.reply),
    ),
    "L6_delivery_of_what_came_in": lambda w: (delivery_is(w, message_id=w.message),),
    "L6_delivery_of_another_conversation": lambda w: (delivery_is(w, case_id=w.answered),),
    "L6_sending_too_long": lambda w: (
        delivery_is(w, state="sending", lease_until=NOW - 3 * MINUTE),
    ),
    "L6_queued_too_long": lambda w: (
        delivery_is(w, state="queued", next_attempt_at=NOW - 16 * MINUTE),
    ),
    "L6_name_of_a_message_that_was_not_sent": lambda w: (
        delivery_is(w, state="queued", attempts=0),
        a_provider_id(w, "wamid.2"),
    ),
    "orphan_contact_without_a_conversation": lambda w: (
        insert(contacts).values(
            workspace_id=w.desk.workspace_id,
            id=w.desk.rows.new_id(),
            name="X",
            name_key="x",
            created_at=NOW,
        ),
    ),
    "merged_contact_with_a_conversation": lambda w: (
        *another_conversation(w),
        update(contacts).where(contacts.c.name == "X").values(merged_into_id=w.first_contact),
    ),
    "merged_contact_that_leads_nowhere": lambda w: (
        *a_circle(w),
        update(contacts).where(contacts.c.name == "X").values(merged_into_id=w.note),
        update(contacts).where(contacts.c.name == "Y").values(merged_into_id=w.reply),
    ),
    "merged_conversation_that_leads_nowhere": lambda w: (
        *a_circle(w),
        update(conversations)
        .where(conversations.c.id == w.reply)
        .values(contact_id=None, merged_into_id=w.note),
        update(conversations)
        .where(conversations.c.id == w.note)
        .values(contact_id=None, merged_into_id=w.reply),
    ),
    "merged_conversation_with_entries": lambda w: (
        *another_conversation(w),
        update(log).where(log.c.seq == 3).values(conversation_id=w.queued, is_shown=True),
        update(conversations)
        .where(conversations.c.id == w.queued)
        .values(contact_id=None, merged_into_id=w.first_conversation),
    ),
    "merge_and_contact_disagree": lambda w: (
        *another_conversation(w),
        update(contacts).where(contacts.c.name == "X").values(merged_into_id=w.first_contact),
    ),
    "merge_and_conversation_disagree": lambda w: (
        *another_conversation(w),
        update(conversations)
        .where(conversations.c.id == w.queued)
        .values(contact_id=None, merged_into_id=w.first_conversation),
    ),
    "identity_whose_home_is_elsewhere": lambda w: (
        *a_circle(w),
        insert(schema.identities).values(
            **w.here,
            id=w.note,
            contact_id=w.note,
            home_contact_id=w.reply,
            channel="email",
            scope="email",
            kind="email",
            address="x@y.example",
            display="x@y.example",
            assurance="claimed",
        ),
    ),
    "past_entry_without_a_place_of_its_own": lambda w: (update(log).values(place=5),),
    "identity_that_failed_without_a_word": lambda w: (
        insert(schema.identities).values(
            **w.here,
            id=w.note,
            contact_id=w.first_contact,
            channel="email",
            scope="email",
            kind="email",
            address="x@y.example",
            display="x@y.example",
            assurance="claimed",
            failed_at=MONDAY_NINE,
        ),
    ),
    "case_whose_home_is_elsewhere": lambda w: (
        *a_circle(w),
        case_is(w.waiting, home_contact_id=w.reply),
    ),
    "message_of_another_conversation": lambda w: (
        *another_conversation(w),
        message_is(w, conversation_id=w.queued),
    ),
    "note_of_another_conversation": lambda w: (
        *another_conversation(w),
        update(notes).values(conversation_id=w.queued),
    ),
    "entry_of_another_conversation": lambda w: (
        *another_conversation(w),
        update(log)
        .where(log.c.message_id == w.message)
        .values(conversation_id=w.queued, case_id=w.waiting),
    ),
    "orphan_file_that_nobody_will_fetch": lambda _: (
        update(attachments).values(next_attempt_at=None),
    ),
    "orphan_file_of_another_conversation": lambda w: (
        *another_conversation(w),
        update(attachments).values(conversation_id=w.queued),
    ),
}


def another_conversation(world: World) -> tuple[Executable, ...]:
    """Return what makes a second contact, whose conversation has the id of a case."""
    contact_id = world.desk.rows.new_id()
    where = {"workspace_id": world.desk.workspace_id, "created_at": NOW}
    return (
        insert(contacts).values(**where, id=contact_id, name="X", name_key="x"),
        insert(schema.conversations).values(**where, id=world.queued, contact_id=contact_id),
    )


def a_circle(world: World) -> tuple[Executable, ...]:
    """Return what makes two contacts, named X and Y, whose ids are those of a reply and a note."""
    made: list[Executable] = []
    for name, which in (("X", world.reply), ("Y", world.note)):
        made.append(insert(contacts).values(**world.here, id=which, name=name, name_key=name))
        made.append(insert(conversations).values(**world.here, id=which, contact_id=which))
    return tuple(made)


async def test_where_all_is_well_nothing_is_found(tables: Engine) -> None:
    await a_world().desk.rows.save(tables)

    assert await violations(tables) == {}


@pytest.mark.parametrize("name", sorted(PLANTS))
async def test_a_planted_violation_is_found(tables: Engine, name: str) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    await carry_out(tables, *PLANTS[name](world))

    assert (await violations(tables)).get(name, 0) > 0


def test_every_check_has_its_planted_violation() -> None:
    assert set(PLANTS) == set(CHECKS)


@pytest.mark.parametrize(
    "plant",
    [
        lambda w: case_is(w.waiting, next_due_at=None),
        lambda w: case_is(w.waiting, next_holder="contact", next_holder_id=None),
        lambda w: case_is(w.promised, next_holder="contact", next_holder_id=None),
        lambda w: case_is(w.resolved, promise_due_at=NOW),
        lambda w: a_move(w, w.waiting, 0, "timer"),
        lambda w: move_is(w.waiting, due_at=None),
    ],
)
async def test_the_database_refuses_what_no_check_looks_for(
    tables: Engine, plant: Callable[[World], Executable]
) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    with pytest.raises(Exception, match=r"(?i)constraint|changed meanwhile"):
        await carry_out(tables, plant(world))


async def test_what_is_being_worked_on_is_given_time(tables: Engine) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    await carry_out(
        tables,
        case_is(world.waiting, next_action_at=NOW - MINUTE),
        an_event(world, received_at=NOW - MINUTE / 2),
        delivery_is(world, state="sending", lease_until=NOW - MINUTE),
    )

    assert await violations(tables) == {}


async def test_the_time_in_which_a_case_was_resolved_is_nobodys(tables: Engine) -> None:
    world = a_world()
    await world.desk.rows.save(tables)
    seq = world.desk.rows.seq + 1
    conversation = (
        select(cases.c.conversation_id).where(cases.c.id == world.waiting).scalar_subquery()
    )
    ended = {
        "workspace_id": literal(world.desk.workspace_id, log.c.workspace_id.type),
        "seq": literal(seq),
        "kind": literal("case_resolved"),
        "at": literal(NOW, log.c.at.type),
        "conversation_id": conversation,
        "case_id": literal(world.waiting, log.c.case_id.type),
        "is_shown": literal(True),
    }

    await carry_out(
        tables,
        *PLANTS["I5_spans_overlap_or_leave_a_gap"](world),
        insert(log).from_select(list(ended), select(*ended.values())),
        update(workspaces).values(seq=seq),
    )

    assert await violations(tables) == {}


async def test_deliveries_behind_the_first_and_of_a_broken_inbox_may_wait(tables: Engine) -> None:
    world = a_world()
    await world.desk.rows.save(tables)

    await carry_out(
        tables,
        *PLANTS["L6_queued_too_long"](world),
        update(inboxes).values(state="amber", reason="token expired"),
    )

    assert await violations(tables) == {}


def test_an_id_tells_when_it_was_made() -> None:
    earlier, later = first_id_at(MONDAY_NINE), first_id_at(MONDAY_NINE + A_DAY)

    assert earlier < later
    assert earlier.version is None or earlier.int >> 80 == int(MONDAY_NINE.timestamp() * 1000)
