from __future__ import annotations

from dataclasses import replace

import pytest

from clew.domain.errors import (
    CaseIsResolved,
    NothingIsOwed,
    PromiseIsTooLate,
    TooManyHoldingReplies,
)
from clew.domain.facts import DutyKind
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
    an_answered_case,
    asked,
    failed,
    held,
    message_id,
    parked,
    promised,
    received,
    replied,
    resolved,
    swept,
    waived,
    withdrawn,
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


# --- holding replies ---------------------------------------------------------------------------


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


# --- no reply needed ---------------------------------------------------------------------------


def test_no_reply_needed_cancels_the_turn() -> None:
    case = after(a_waiting_case(), waived(MONDAY_NINE + MINUTE))

    assert case.facts.answer is None
    assert case.next_move is not None
    assert case.next_move.holder is Holder.CONTACT


def test_no_reply_needed_leaves_the_promise_its_timer() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), waived(MONDAY_NINE + MINUTE))

    assert [(move.holder, move.due_at) for move in case.moves] == [
        (Holder.TIMER, NOON - 30 * MINUTE)
    ]


def test_no_reply_needed_does_not_send_the_ladder_of_a_promise_back() -> None:
    """Else a broken promise could be kept from the supervisors for ever."""
    case = after(a_waiting_case(), held(promise_at=NOON), swept(NOON - 30 * MINUTE))
    case = after(case, received(NOON, 1), swept(NOON + 20 * MINUTE))

    after_waiving = after(case, waived(NOON + 20 * MINUTE))

    assert case.next_move is not None
    assert after_waiving.next_move is not None
    assert after_waiving.next_move.level == case.next_move.level == 3
    assert after_waiving.next_move.due_at == case.next_move.due_at == NOON


def test_no_reply_is_needed_where_nothing_waits() -> None:
    with pytest.raises(NothingIsOwed):
        after(an_answered_case(), waived(NOON))


def test_a_near_promise_is_not_done_with_by_saying_that_no_reply_is_needed() -> None:
    case = after(an_answered_case(), promised(NOON), swept(NOON - 30 * MINUTE))

    with pytest.raises(NothingIsOwed):
        after(case, waived(NOON))


def test_no_reply_is_needed_in_a_resolved_case() -> None:
    with pytest.raises(CaseIsResolved):
        after(after(an_answered_case(), resolved(NOON)), waived(NOON))


# --- a delivery fails --------------------------------------------------------------------------


def test_a_failed_delivery_gives_the_move_back_with_its_original_clock() -> None:
    """The contact never saw the reply, so they have waited since they wrote."""
    waiting = a_waiting_case()
    case = after(waiting, replied(MONDAY_NINE + MINUTE))

    case = after(case, failed(MONDAY_NINE + 5 * MINUTE, waiting))

    assert case.facts.answer == waiting.facts.answer
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.DELIVERY)
    assert case.next_move.due_at == MONDAY_NINE + 15 * MINUTE


def test_a_failed_delivery_reopens_a_resolved_case() -> None:
    waiting = a_waiting_case()
    case = after(waiting, replied(), resolved(NOON), failed(NOON + MINUTE, waiting))

    assert case.is_open
    assert case.facts.answer == waiting.facts.answer
    assert case.next_move is not None
    assert case.next_move.holder is Holder.AGENT
    assert case.next_move.due_at == MONDAY_NINE + 30 * MINUTE


def test_a_failed_delivery_wakes_a_parked_case() -> None:
    waiting = a_waiting_case()

    case = after(waiting, replied(), parked(NOON + A_DAY), failed(NOON, waiting))

    assert case.facts.park is None
    assert case.next_move is not None
    assert case.next_move.holder is Holder.AGENT


def test_a_turn_that_comes_back_joins_the_one_that_opened_since() -> None:
    waiting = a_waiting_case()
    case = after(waiting, replied(), received(NOON, 1), swept(NOON + 2 * HOUR))
    level = case.facts.answer.level if case.facts.answer else None

    case = after(case, failed(NOON + 2 * HOUR, waiting))

    assert case.facts.answer is not None
    assert case.facts.answer.opened_at == MONDAY_NINE
    assert case.facts.answer.due_at == MONDAY_NINE + 30 * MINUTE
    assert case.facts.answer.level == level == 4


def test_what_a_failed_reply_had_promised_is_void() -> None:
    waiting = a_waiting_case()

    case = after(waiting, held(promise_at=NOON), failed(MONDAY_NINE + MINUTE, waiting, 600))

    assert case.facts.promise is None
    assert case.facts.holding_replies == 0
    assert case.facts.answer == waiting.facts.answer


def test_the_promise_that_a_failed_reply_had_kept_stands_again() -> None:
    covered = after(a_waiting_case(), held(promise_at=NOON))

    case = after(covered, replied(), failed(MONDAY_NINE + MINUTE, covered))

    assert case.facts.promise == covered.facts.promise
    assert case.facts.answer == covered.facts.answer
    assert [move.kind for move in case.moves] == [MoveKind.DELIVERY]


def test_a_promise_given_since_outlives_the_failure_of_an_older_message() -> None:
    waiting = a_waiting_case()
    case = after(waiting, replied(), held(NOON, promise_at=NOON + HOUR))

    case = after(case, failed(NOON, waiting))

    assert case.facts.promise is not None
    assert case.facts.promise.message_id == message_id(600)


def test_a_message_that_answered_nothing_still_gives_the_move_back() -> None:
    answered = an_answered_case()
    case = after(answered, replied(NOON, 501), failed(NOON + MINUTE, answered, 501))

    assert case.facts.answer is None
    assert case.facts.duty is not None
    assert (case.facts.duty.kind, case.facts.duty.reason) == (DutyKind.DELIVERY, "unreachable")


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
