from __future__ import annotations

from datetime import datetime

import pytest

from clew.domain import events
from clew.domain.case import Case, apply_all
from clew.domain.clocks import what_is_due
from clew.domain.moves import Holder
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    POLICY,
    a_waiting_case,
    after,
    an_answered_case,
    parked,
    received,
    replied,
    swept,
)

NOON = MONDAY_NINE + 3 * HOUR
DUE = MONDAY_NINE + 30 * MINUTE


def due_events(case: Case, now: datetime) -> list[events.Event]:
    """Return all that the clock does by `now`, one thing after the other."""
    return list(swept(now)(case))


def levels(happened: list[events.Event]) -> list[int]:
    """Return the rungs that were climbed."""
    return [event.level for event in happened if isinstance(event, events.DebtEscalated)]


def test_nothing_happens_before_its_time() -> None:
    assert what_is_due(a_waiting_case(), DUE - MINUTE, POLICY) == ()


@pytest.mark.parametrize(
    ("minutes", "level"),
    [(-1, 0), (0, 1), (4, 1), (5, 2), (14, 2), (15, 3), (59, 3), (60, 4), (119, 4), (120, 5)],
)
def test_the_ladder_of_a_debt_is_climbed_at_its_minutes(minutes: int, level: int) -> None:
    case = after(a_waiting_case(), swept(DUE + minutes * MINUTE))

    assert case.next_move is not None
    assert case.next_move.level == level


def test_after_two_hours_of_standstill_each_rung_is_climbed_once_and_in_order() -> None:
    happened = due_events(a_waiting_case(), DUE + 2 * HOUR)

    assert levels(happened) == [1, 2, 3, 4, 5]
    assert due_events(apply_all(a_waiting_case(), happened), DUE + 2 * HOUR) == []


def test_it_does_not_matter_how_often_the_clock_looks() -> None:
    often = a_waiting_case()
    for minutes in range(121):
        often = after(often, swept(DUE + minutes * MINUTE))
    once = after(a_waiting_case(), swept(DUE + 120 * MINUTE))

    assert often.facts == once.facts


def test_the_ladder_never_ends() -> None:
    assert levels(due_events(a_waiting_case(), DUE + 10 * A_DAY)) == list(range(1, 244))


def test_at_its_deadline_a_move_is_offered_to_the_team() -> None:
    case = after(a_waiting_case(), swept(DUE))

    assert case.next_move is not None
    assert case.next_move.holder is Holder.TEAM


def test_the_answer_after_a_late_one_is_the_owners_again() -> None:
    case = after(a_waiting_case(), swept(DUE), replied(DUE), received(NOON, 1))

    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.level) == (Holder.AGENT, 0)


def test_only_the_debt_that_is_late_is_escalated() -> None:
    case = after(an_answered_case(), parked(NOON), swept(NOON), received(NOON + 50 * MINUTE, 1))

    case = after(case, swept(NOON + HOUR))

    assert case.facts.duty is not None
    assert case.facts.duty.level == 1
    assert case.facts.answer is not None
    assert case.facts.answer.level == 0
