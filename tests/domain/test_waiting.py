from __future__ import annotations

from datetime import datetime

import pytest

from clew.domain.errors import (
    AnswerIsOwed,
    CaseIsResolved,
    InvalidInput,
    NothingIsOwed,
    NotParked,
    PromiseIsTooLate,
    WakeTimeIsPast,
)
from clew.domain.moves import Holder, MoveKind
from clew.domain.waiting import REASON_MAX_CHARS
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    failed,
    held,
    parked,
    promised,
    received,
    replied,
    resolved,
    swept,
    withdrawn,
    woken,
)

NOON = MONDAY_NINE + 3 * HOUR
TUESDAY = MONDAY_NINE + A_DAY


def test_a_parked_case_sleeps_until_its_wake_time() -> None:
    case = after(an_answered_case(), parked(TUESDAY, reason=" parts on order "))

    assert case.facts.park is not None
    assert case.facts.park.reason == "parts on order"
    assert [(move.holder, move.kind, move.due_at) for move in case.moves] == [
        (Holder.TIMER, MoveKind.PARKED, TUESDAY)
    ]


def test_a_case_cannot_be_parked_while_the_contact_waits() -> None:
    with pytest.raises(AnswerIsOwed) as refused:
        after(a_waiting_case(), parked(TUESDAY))

    assert refused.value.due_at == MONDAY_NINE + 30 * MINUTE


def test_a_promise_allows_to_park_but_not_to_sleep_through_its_reserve() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), parked(TUESDAY))

    assert case.facts.park is not None
    assert case.facts.park.wake_at == NOON - 30 * MINUTE
    assert case.next_move is not None
    assert case.next_move.due_at == NOON - 30 * MINUTE


def test_a_contact_who_writes_again_is_not_put_aside_under_an_old_promise() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), received(MONDAY_NINE + MINUTE, 1))

    with pytest.raises(AnswerIsOwed):
        after(case, parked(TUESDAY))


def test_a_reply_that_never_arrived_is_not_put_aside_under_a_promise() -> None:
    covered = after(a_waiting_case(), held(promise_at=NOON))
    case = after(covered, replied(), failed(MONDAY_NINE + MINUTE, covered))

    with pytest.raises(AnswerIsOwed):
        after(case, parked(TUESDAY))


def test_a_case_cannot_be_parked_in_the_reserve_of_its_promise() -> None:
    case = after(an_answered_case(), promised(NOON))

    with pytest.raises(AnswerIsOwed) as refused:
        after(case, parked(TUESDAY, NOON - 30 * MINUTE))

    assert refused.value.due_at == NOON


@pytest.mark.parametrize("wake_at", [MONDAY_NINE, MONDAY_NINE - MINUTE])
def test_a_case_wakes_in_the_future(wake_at: datetime) -> None:
    with pytest.raises(WakeTimeIsPast):
        after(an_answered_case(), parked(wake_at))


@pytest.mark.parametrize("reason", ["", "  \n", "x" * (REASON_MAX_CHARS + 1)])
def test_a_case_is_parked_for_a_reason_of_a_line(reason: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        after(an_answered_case(), parked(TUESDAY, reason=reason))

    assert refused.value.field == "reason"


def test_a_resolved_case_is_neither_parked_nor_promised() -> None:
    case = after(an_answered_case(), resolved(NOON))

    with pytest.raises(CaseIsResolved):
        after(case, parked(TUESDAY, NOON))
    with pytest.raises(CaseIsResolved):
        after(case, promised(TUESDAY, NOON))


def test_parking_again_replaces_the_wake_time() -> None:
    case = after(an_answered_case(), parked(TUESDAY), parked(TUESDAY + HOUR))

    assert [move.due_at for move in case.moves] == [TUESDAY + HOUR]


def test_an_agent_may_wake_a_case_before_its_time() -> None:
    case = after(an_answered_case(), parked(TUESDAY), woken(NOON))

    assert case.facts.park is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.WOKEN)
    assert case.next_move.due_at == NOON + HOUR


def test_only_a_parked_case_wakes() -> None:
    with pytest.raises(NotParked):
        after(an_answered_case(), woken(NOON))


def test_a_promise_made_while_parked_wakes_the_case_in_time() -> None:
    case = after(an_answered_case(), parked(TUESDAY), promised(NOON))

    assert case.facts.park is not None
    assert case.facts.park.wake_at == NOON - 30 * MINUTE


def test_a_promise_by_telephone_covers_the_answer() -> None:
    case = after(a_waiting_case(), promised(NOON))

    assert case.facts.answer is not None
    assert [(move.holder, move.due_at) for move in case.moves] == [
        (Holder.TIMER, NOON - 30 * MINUTE)
    ]


def test_a_promise_lies_ahead() -> None:
    with pytest.raises(PromiseIsTooLate):
        after(an_answered_case(), promised(MONDAY_NINE, NOON))


def test_a_promise_shorter_than_its_reserve_is_ours_at_once() -> None:
    case = after(an_answered_case(), promised(MONDAY_NINE + 10 * MINUTE), swept(MONDAY_NINE))

    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.PROMISE)
    assert case.next_move.due_at == MONDAY_NINE + 10 * MINUTE


def test_a_withdrawn_promise_leaves_the_contact_the_next_word() -> None:
    case = after(an_answered_case(), promised(NOON), withdrawn(NOON - HOUR))

    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.due_at) == (Holder.CONTACT, NOON - HOUR + A_DAY)


def test_a_withdrawn_promise_takes_what_it_asked_of_the_agent_with_it() -> None:
    case = after(an_answered_case(), promised(NOON), swept(NOON), withdrawn(NOON))

    assert case.facts.duty is None
    assert case.facts.promise is None


def test_withdrawing_the_promise_of_a_parked_case_wakes_it_if_the_contact_waits() -> None:
    case = after(
        a_waiting_case(), held(promise_at=NOON), parked(TUESDAY), withdrawn(MONDAY_NINE + MINUTE)
    )

    assert case.facts.park is None
    assert case.next_move is not None
    assert case.next_move.holder is Holder.AGENT


def test_only_a_promise_that_stands_is_withdrawn() -> None:
    with pytest.raises(NothingIsOwed):
        after(an_answered_case(), withdrawn(NOON))


def test_a_department_is_not_asked_without_a_promise() -> None:
    with pytest.raises(AnswerIsOwed):
        after(a_waiting_case(), asked(NOON), withdrawn(NOON))
