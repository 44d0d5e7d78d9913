from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.errors import (
    CaseIsResolved,
    PromiseIsTooLate,
)
from clew.domain.moves import Holder, MoveKind
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
    replied,
    resolved,
)

NOON = MONDAY_NINE + 3 * HOUR


def test_an_answer_gives_the_contact_the_next_word() -> None:
    case = after(a_waiting_case(), replied(MONDAY_NINE + MINUTE))

    assert case.facts.answer is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.CONTACT, MoveKind.NUDGE)
    assert case.next_move.due_at == MONDAY_NINE + MINUTE + A_DAY


def test_an_answer_that_promises_more_leaves_a_timer() -> None:
    case = after(a_waiting_case(), replied(promise_at=NOON))

    assert [(move.holder, move.kind, move.due_at) for move in case.moves] == [
        (Holder.TIMER, MoveKind.PROMISE, NOON - 30 * MINUTE)
    ]


def test_an_answer_keeps_the_promise_that_stood() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), replied(MONDAY_NINE + HOUR))

    assert case.facts.promise is None


def test_an_answer_while_a_department_thinks_leaves_the_promise_standing() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), asked(NOON), replied())

    assert case.facts.promise is not None
    assert case.facts.promise.due_at == NOON


def test_an_answer_while_a_department_thinks_promises_four_hours_at_most() -> None:
    waiting = after(a_waiting_case(), asked(NOON))
    broken = replace(waiting.facts, promise=None)

    case = after(replace(waiting, facts=broken), replied())

    assert case.facts.promise is not None
    assert case.facts.promise.due_at == MONDAY_NINE + 4 * HOUR


def test_a_resolved_case_takes_no_reply() -> None:
    case = after(an_answered_case(), resolved(NOON))

    with pytest.raises(CaseIsResolved):
        after(case, replied(NOON))


@pytest.mark.parametrize("promise_at", [MONDAY_NINE, MONDAY_NINE - HOUR])
def test_a_promise_lies_ahead(promise_at: object) -> None:
    with pytest.raises(PromiseIsTooLate):
        after(a_waiting_case(), replied(promise_at=promise_at))  # type: ignore[arg-type]


def test_a_promise_has_a_longest() -> None:
    latest = MONDAY_NINE + 40 * HOUR

    with pytest.raises(PromiseIsTooLate) as refused:
        after(a_waiting_case(), replied(promise_at=latest + MINUTE))

    assert refused.value.latest == latest
