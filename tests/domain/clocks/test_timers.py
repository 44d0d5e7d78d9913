from __future__ import annotations

from datetime import timedelta

from clew.domain.clocks import what_is_due
from clew.domain.moves import Holder, MoveKind
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    POLICY,
    a_waiting_case,
    after,
    an_answered_case,
    bot_began,
    held,
    parked,
    promised,
    swept,
)

NOON = MONDAY_NINE + 3 * HOUR
DUE = MONDAY_NINE + 30 * MINUTE


def test_a_parked_case_wakes_as_the_owners_move() -> None:
    case = after(an_answered_case(), parked(NOON), swept(NOON))

    assert case.facts.park is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.WOKEN)
    assert case.next_move.due_at == NOON + HOUR
    assert case.facts.duty is not None
    assert case.facts.duty.reason == "parts on order"


def test_waking_leaves_the_reserve_of_a_promise() -> None:
    case = after(an_answered_case(), promised(NOON + HOUR), parked(NOON), swept(NOON))

    assert case.next_move is not None
    assert case.next_move.due_at == NOON + 30 * MINUTE


def test_a_promise_that_comes_near_is_due_with_the_promise() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), swept(NOON - 30 * MINUTE))

    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.PROMISE)
    assert case.next_move.due_at == NOON


def test_a_promise_found_broken_is_due_as_soon_as_anyone_can_act() -> None:
    case = after(an_answered_case(), promised(NOON), swept(NOON + HOUR))

    assert case.next_move is not None
    assert case.next_move.due_at == NOON + HOUR + 10 * MINUTE


def test_a_case_parked_up_to_its_promise_wakes_for_the_promise() -> None:
    case = after(an_answered_case(), promised(NOON), parked(NOON + A_DAY), swept(NOON))

    assert case.facts.park is None
    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.PROMISE


def test_a_bot_that_takes_too_long_leaves_the_answer_to_people() -> None:
    waiting = a_waiting_case()
    case = after(waiting, bot_began(MONDAY_NINE))

    assert what_is_due(case, MONDAY_NINE + timedelta(seconds=29), POLICY) == ()

    case = after(case, swept(MONDAY_NINE + timedelta(seconds=30)))

    assert case.moves == waiting.moves


def test_a_bot_has_no_longer_than_the_answer() -> None:
    case = after(a_waiting_case(), bot_began(DUE - timedelta(seconds=10)), swept(DUE))

    assert case.facts.bot is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.level) == (Holder.TEAM, 1)
