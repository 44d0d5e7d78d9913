from __future__ import annotations

from clew.domain.facts import DutyKind
from clew.domain.moves import Holder, MoveKind
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    failed,
    held,
    message_id,
    parked,
    received,
    replied,
    resolved,
    swept,
)

NOON = MONDAY_NINE + 3 * HOUR


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
