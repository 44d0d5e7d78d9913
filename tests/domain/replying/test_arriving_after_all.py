from __future__ import annotations

from clew.domain.case import Case
from clew.domain.moves import Holder, MoveKind
from clew.domain.replying import arrive_after_all
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    POLICY,
    Step,
    a_waiting_case,
    after,
    asked,
    failed,
    held,
    message_id,
    promised,
    replied,
)

NOON = MONDAY_NINE + 3 * HOUR
AT = MONDAY_NINE + 5 * MINUTE


def arrived(sent: Case, before: Case, number: int = 500, *, is_holding: bool = False) -> Step:
    """Let a message that had failed turn out to have arrived."""
    return lambda case: arrive_after_all(
        case,
        message_id(number),
        None if is_holding else before.facts.answer,
        sent.facts.promise,
        at=AT,
        policy=POLICY,
    )


def test_an_answer_that_arrived_after_all_is_given() -> None:
    waiting = a_waiting_case()
    sent = after(waiting, replied())

    case = after(sent, failed(MONDAY_NINE + MINUTE, waiting), arrived(sent, waiting))

    assert case.facts.answer is None
    assert case.facts.duty is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.due_at) == (Holder.CONTACT, AT + A_DAY)


def test_the_promise_in_it_counts_again() -> None:
    waiting = a_waiting_case()
    sent = after(waiting, replied(promise_at=NOON))

    case = after(sent, failed(MONDAY_NINE + MINUTE, waiting), arrived(sent, waiting))

    assert case.facts.promise == sent.facts.promise
    assert [move.kind for move in case.moves] == [MoveKind.PROMISE]


def test_a_holding_reply_that_arrived_after_all_answers_nothing() -> None:
    waiting = a_waiting_case()
    sent = after(waiting, held(promise_at=NOON))
    lost = after(sent, failed(MONDAY_NINE + MINUTE, waiting, 600))

    case = after(lost, arrived(sent, waiting, 600, is_holding=True))

    assert case.facts.answer == sent.facts.answer
    assert case.facts.promise == sent.facts.promise
    assert case.facts.holding_replies == 1
    assert case.moves == sent.moves


def test_a_department_that_thinks_keeps_its_promise() -> None:
    waiting = after(a_waiting_case(), promised(NOON), asked(NOON))
    sent = after(waiting, replied())

    case = after(sent, failed(MONDAY_NINE + MINUTE, waiting), arrived(sent, waiting))

    assert case.facts.promise == waiting.facts.promise
    assert {move.holder for move in case.moves} == {Holder.DEPARTMENT, Holder.TIMER}
