"""One statement or a few for every violation that the auditor knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Executable, delete, insert, update

from clew.storage import schema
from clew.storage.audit import CLOCK_GRACE, HORIZON
from clew.storage.schema import (
    agents,
    attachments,
    contacts,
    conversations,
    deliveries,
    holder_spans,
    log,
    moves,
    notes,
    search_progress,
    team_members,
    turns,
)
from tests.builders import (
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
)
from tests.storage.audit.world import (
    LATER,
    NOW,
    World,
    a_move,
    a_provider_id,
    an_event,
    case_is,
    delivery_is,
    message_is,
    move_is,
    span_is,
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
    "L6_scheduled_too_long": lambda w: (
        delivery_is(w, state="scheduled", held_until=NOW - 16 * MINUTE),
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
