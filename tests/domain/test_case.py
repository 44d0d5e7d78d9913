from __future__ import annotations

from clew.domain import events, receiving
from clew.domain.case import apply, apply_all
from clew.domain.ids import CaseId
from clew.domain.moves import Holder, rearm
from tests.builders import (
    CONTACT,
    CONVERSATION,
    HOUR,
    MONDAY_NINE,
    POLICY,
    TEAM,
    WORKSPACE,
    a_case,
    a_waiting_case,
    after,
    an_answered_case,
    an_id,
    received,
    replied,
    resolved,
)

NOON = MONDAY_NINE + 3 * HOUR


def test_a_case_is_opened_by_its_first_event() -> None:
    opened = receiving.begin(NOON, TEAM, POLICY, previous_case_id=a_case().id)

    case = receiving.open_case(
        opened,
        case_id=CaseId(an_id(7)),
        workspace_id=WORKSPACE,
        conversation_id=CONVERSATION,
        contact_id=CONTACT,
        number=4812,
        subject="Refund",
    )

    assert case.is_open
    assert (case.number, case.subject, case.revision) == (4812, "Refund", 1)
    assert case.previous_case_id == a_case().id
    assert case.next_move is not None
    assert case.next_move.holder is Holder.CONTACT


def test_applying_an_event_derives_the_moves_anew_and_counts_it() -> None:
    before = a_case()
    (event,) = received(NOON)(before)

    case = apply(before, event)

    assert case.moves == rearm(case.facts) != before.moves
    assert case.revision == before.revision + 1
    assert before.facts.answer is None


def test_a_replay_of_the_events_gives_the_same_case() -> None:
    case = a_case()
    happened: list[events.Event] = []
    for step in (received(MONDAY_NINE), replied(), resolved(NOON), received(NOON + HOUR, 1)):
        new = step(case)
        happened += new
        case = apply_all(case, new)

    assert apply_all(a_case(), happened) == case


def test_the_next_move_is_the_first() -> None:
    assert a_waiting_case().next_move == a_waiting_case().moves[0]
    assert after(an_answered_case(), resolved(NOON)).next_move is None
