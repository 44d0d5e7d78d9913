from __future__ import annotations

import pytest

from clew.domain.errors import (
    TooManyHoldingReplies,
)
from clew.domain.moves import Holder, MoveKind
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    OFFICE_POLICY,
    POLICY,
    a_waiting_case,
    after,
    held,
    promised,
    replied,
    waived,
    withdrawn,
)

NOON = MONDAY_NINE + 3 * HOUR


def test_a_holding_reply_does_not_answer() -> None:
    before = a_waiting_case()

    case = after(before, held(promise_at=NOON))

    assert case.facts.answer is not None
    assert before.facts.answer is not None
    assert case.facts.answer.due_at == before.facts.answer.due_at
    assert [(move.holder, move.kind) for move in case.moves] == [(Holder.TIMER, MoveKind.PROMISE)]


def test_a_holding_reply_promises_four_business_hours_unless_it_says() -> None:
    afternoon = MONDAY_NINE + 7 * HOUR

    case = after(
        a_waiting_case(afternoon, policy=OFFICE_POLICY), held(afternoon, policy=OFFICE_POLICY)
    )

    assert case.facts.promise is not None
    assert case.facts.promise.due_at == MONDAY_NINE + A_DAY + HOUR


def test_a_contact_is_put_off_twice_and_not_a_third_time() -> None:
    """Without the cap a promise could be renewed for ever."""
    case = after(a_waiting_case(), held(), held(number=601))

    with pytest.raises(TooManyHoldingReplies) as refused:
        after(case, held(number=602))

    assert refused.value.allowed == 2


def test_a_supervisor_may_put_a_contact_off_once_more() -> None:
    case = after(a_waiting_case(), held(), held(number=601), held(number=602, may_put_off=True))

    assert case.facts.holding_replies == 3


def test_a_word_by_telephone_counts_as_putting_off() -> None:
    case = after(a_waiting_case(), held(), promised(NOON))

    with pytest.raises(TooManyHoldingReplies):
        after(case, held(number=601))
    with pytest.raises(TooManyHoldingReplies):
        after(case, promised(NOON + HOUR))


def test_an_answer_allows_holding_replies_again() -> None:
    case = after(a_waiting_case(), held(), held(number=601), replied())

    assert after(case, held(number=602)).facts.holding_replies == 1


def test_saying_that_no_reply_is_needed_does_not_renew_the_patience_of_a_promise() -> None:
    case = after(a_waiting_case(), held(), held(number=601), waived(MONDAY_NINE + MINUTE))

    with pytest.raises(TooManyHoldingReplies):
        after(case, held(MONDAY_NINE + HOUR, number=602))


def test_withdrawing_a_promise_brings_the_answers_own_clock_back() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), withdrawn(NOON - HOUR))

    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.ANSWER
    assert case.next_move.due_at == MONDAY_NINE + 30 * MINUTE


def test_a_promise_is_prepared_before_closing_time() -> None:
    monday_eight = MONDAY_NINE + 7 * A_DAY - HOUR
    friday = monday_eight - 3 * A_DAY + 8 * HOUR

    case = after(
        a_waiting_case(friday, policy=OFFICE_POLICY),
        held(friday, promise_at=monday_eight, policy=OFFICE_POLICY),
    )

    assert case.facts.promise is not None
    assert case.facts.promise.prepare_at == monday_eight - 3 * A_DAY + 9.5 * HOUR
    assert POLICY.max_holding_replies == 2
