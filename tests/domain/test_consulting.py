from __future__ import annotations

import pytest

from clew.domain import consulting, events
from clew.domain.case import Case
from clew.domain.errors import CaseIsResolved, InvalidInput, NoSuchConsult, PromiseIsNear
from clew.domain.moves import Holder, MoveKind
from tests.builders import (
    BILLING,
    HOUR,
    LEGAL,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    consult_closed,
    consult_id,
    held,
    parked,
    promised,
    resolved,
    swept,
)

NOON = MONDAY_NINE + 3 * HOUR


def test_a_department_holds_the_move_under_a_promise_to_the_contact() -> None:
    case = after(a_waiting_case(), asked(NOON))

    assert [(move.holder, move.holder_id, move.kind) for move in case.moves] == [
        (Holder.DEPARTMENT, BILLING, MoveKind.CONSULT),
        (Holder.TIMER, None, MoveKind.PROMISE),
    ]
    assert case.facts.promise is not None
    assert case.facts.promise.due_at == MONDAY_NINE + 4 * HOUR


def test_the_promise_that_stands_is_kept_and_the_answer_due_before_its_reserve() -> None:
    before = after(a_waiting_case(), held(promise_at=NOON))

    case = after(before, asked(NOON + HOUR))

    assert case.facts.promise == before.facts.promise
    assert [one.due_at for one in case.facts.consults] == [NOON - 30 * MINUTE]


def test_a_department_is_not_asked_when_the_promise_is_too_near() -> None:
    """The contact must be told a later time first; nothing moves a promise behind their back."""
    case = after(a_waiting_case(), held(promise_at=NOON))

    with pytest.raises(PromiseIsNear) as refused:
        after(case, asked(NOON + HOUR, NOON - 30 * MINUTE))

    assert refused.value.due_at == NOON


def test_asking_again_does_not_win_time() -> None:
    once = after(a_waiting_case(), asked(NOON))

    twice = after(once, consult_closed(NOON), asked(NOON + 8 * HOUR, NOON + MINUTE, 1))

    assert twice.facts.promise == once.facts.promise


def test_a_department_needs_time() -> None:
    with pytest.raises(InvalidInput):
        after(a_waiting_case(), asked(MONDAY_NINE))


def test_asking_wakes_a_parked_case() -> None:
    case = after(an_answered_case(), parked(NOON + 9 * HOUR), asked(NOON))

    assert case.facts.park is None


def test_nobody_is_asked_in_a_resolved_case() -> None:
    case = after(an_answered_case(), resolved(MONDAY_NINE))

    with pytest.raises(CaseIsResolved):
        after(case, asked(NOON))


def test_an_answered_consult_is_the_agents_to_finish_before_the_reserve() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), asked(NOON - HOUR))

    case = after(case, consult_closed(NOON - HOUR))

    assert case.facts.consults == ()
    assert [(move.holder, move.kind) for move in case.moves] == [(Holder.AGENT, MoveKind.FINISH)]
    assert case.moves[0].due_at == NOON - 30 * MINUTE


def test_an_acknowledged_consult_keeps_its_ladder() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON))
    late = after(case, swept(NOON + 15 * MINUTE))

    seen = after(late, lambda one: consulting.acknowledge(one, consult_id(), NOON + 16 * MINUTE))

    assert [one.level for one in seen.facts.consults] == [2]
    assert seen.facts.consults[0].acknowledged_at == NOON + 16 * MINUTE
    assert seen.moves == late.moves


def test_a_redirected_consult_has_the_time_that_was_left_and_the_rung_it_stood_on() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON))
    late = after(case, swept(NOON + 30 * MINUTE))

    def redirected(one: Case) -> tuple[events.Event, ...]:
        return consulting.redirect(one, consult_id(), consult_id(1), LEGAL, NOON + HOUR)

    moved = after(late, redirected)

    consult = moved.facts.consults[0]
    assert (consult.id, consult.department_id) == (consult_id(1), LEGAL)
    assert (consult.due_at, consult.level, consult.is_reclaimed) == (NOON, 3, True)
    assert consult.acknowledged_at is None


def test_one_of_several_consults_is_closed_and_the_rest_stay_open() -> None:
    case = after(a_waiting_case(), asked(NOON), asked(NOON, number=1), consult_closed(NOON, 0))

    assert [one.id for one in case.facts.consults] == [consult_id(1)]
    assert {move.holder for move in case.moves} == {Holder.AGENT, Holder.DEPARTMENT}


def test_only_an_open_consult_can_be_dealt_with() -> None:
    case = an_answered_case()

    with pytest.raises(NoSuchConsult):
        after(case, consult_closed(NOON))
    with pytest.raises(NoSuchConsult):
        consulting.acknowledge(case, consult_id(), NOON)
    with pytest.raises(NoSuchConsult):
        consulting.redirect(case, consult_id(), consult_id(1), LEGAL, NOON)
