from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from clew.domain.facts import CaseStatus, DutyKind
from clew.domain.moves import (
    DEPARTMENT_LADDER,
    DUTY_MOVES,
    LADDER,
    PRIORITY,
    Debt,
    Holder,
    MoveKind,
    carried,
    claims_of,
    ladder_at,
    next_action_at,
    rearm,
)
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_case,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    bot_began,
    failed,
    held,
    parked,
    promised,
    received,
    replied,
    resolved,
    swept,
)

NOON = MONDAY_NINE + 3 * HOUR


def test_agents_come_before_bots_departments_timers_and_contacts() -> None:
    assert sorted(PRIORITY, key=PRIORITY.__getitem__) == list(Holder)


def test_every_duty_has_a_move() -> None:
    assert set(DUTY_MOVES) == set(DutyKind)


def test_deriving_twice_gives_the_same_moves() -> None:
    case = after(a_waiting_case(), held(), parked(NOON))

    assert rearm(case.facts) == case.moves == rearm(case.facts)


def test_a_resolved_case_has_no_moves() -> None:
    assert rearm(replace(a_waiting_case().facts, status=CaseStatus.RESOLVED)) == ()
    assert after(an_answered_case(), resolved(NOON)).moves == ()


def test_a_case_in_which_nothing_is_owed_is_the_contacts() -> None:
    assert [move.holder for move in a_case().moves] == [Holder.CONTACT]


def test_what_is_owed_never_is_the_contacts() -> None:
    for case in (
        a_waiting_case(),
        after(an_answered_case(), promised(NOON)),
        after(an_answered_case(), asked(NOON)),
        after(a_waiting_case(), bot_began(MONDAY_NINE)),
        after(an_answered_case(), parked(NOON)),
    ):
        assert Holder.CONTACT not in {move.holder for move in case.moves}


def test_a_timer_is_not_needed_while_one_of_us_has_the_move() -> None:
    case = after(an_answered_case(), promised(NOON), received(MONDAY_NINE + MINUTE, 1))

    assert [move.holder for move in case.moves] == [Holder.AGENT]


def test_a_department_alone_never_covers_a_promise() -> None:
    case = after(a_waiting_case(), asked(MONDAY_NINE + MINUTE))

    assert {move.holder for move in case.moves} == {Holder.DEPARTMENT, Holder.TIMER}


def test_a_bot_covers_a_promise_up_to_its_reserve_only() -> None:
    early = after(an_answered_case(), promised(NOON), bot_began(MONDAY_NINE))
    late = after(early, bot_began(NOON - 30 * MINUTE))

    assert [move.holder for move in early.moves] == [Holder.BOT]
    assert [move.holder for move in late.moves] == [Holder.BOT, Holder.TIMER]


def test_a_late_parking_does_not_hide_a_promise() -> None:
    case = after(an_answered_case(), parked(NOON + A_DAY), promised(NOON))
    blind = replace(case.facts, park=replace(case.facts.park, wake_at=NOON + A_DAY))  # type: ignore[type-var]

    assert [move.due_at for move in rearm(blind)] == [NOON - 30 * MINUTE]


def test_an_answer_under_an_older_promise_is_due_before_its_reserve() -> None:
    case = after(an_answered_case(), promised(MONDAY_NINE + HOUR), received(MONDAY_NINE, 1))

    assert {claim.debt for claim in claims_of(case.facts)} == {Debt.ANSWER, Debt.PROMISE}
    assert case.moves[0].kind is MoveKind.PROMISE
    assert case.moves[0].due_at == MONDAY_NINE + 30 * MINUTE


def test_all_that_an_agent_has_to_do_is_one_move_with_the_earliest_deadline() -> None:
    waiting = a_waiting_case()
    case = after(waiting, replied(), failed(MONDAY_NINE + 25 * MINUTE, waiting))

    assert len(list(claims_of(case.facts))) == 2
    assert [(move.kind, move.opened_at, move.due_at) for move in case.moves] == [
        (MoveKind.ANSWER, MONDAY_NINE, MONDAY_NINE + 30 * MINUTE)
    ]


@pytest.mark.parametrize("ladder", [LADDER, DEPARTMENT_LADDER])
def test_a_ladder_climbs_for_ever_and_from_the_fourth_rung_hourly(
    ladder: tuple[timedelta, ...],
) -> None:
    rungs = [ladder_at(NOON, level, ladder) for level in range(30)]

    assert rungs[0] == NOON
    assert all(early < late for early, late in pairwise(rungs))
    assert {late - early for early, late in pairwise(rungs[3:])} == {HOUR}
    assert rungs[3] == NOON + HOUR


def test_the_clock_looks_at_a_case_when_the_first_of_its_moves_acts() -> None:
    case = after(an_answered_case(), promised(NOON), asked(NOON - HOUR))

    assert next_action_at(case.moves) == NOON - HOUR
    assert next_action_at(()) is None


def test_the_clock_looks_at_a_late_case_at_its_next_rung() -> None:
    case = after(a_waiting_case(), swept(MONDAY_NINE + 30 * MINUTE))

    assert next_action_at(case.moves) == MONDAY_NINE + 35 * MINUTE


def test_a_late_department_is_looked_at_by_its_own_ladder() -> None:
    case = after(an_answered_case(), promised(NOON + 9 * HOUR), asked(NOON), swept(NOON))

    assert next_action_at(case.moves) == NOON + 15 * MINUTE


def test_the_ladder_of_a_broken_promise_goes_over_into_a_duty_that_joins() -> None:
    case = after(
        an_answered_case(), promised(NOON), swept(NOON - HOUR / 2), swept(NOON + 5 * MINUTE)
    )
    broken = replace(case.facts, duty=None)

    duty = carried(broken, replace(case.facts.duty, level=0))  # type: ignore[type-var]

    assert duty is not None
    assert (duty.level, duty.due_at) == (2, NOON - 30 * MINUTE)
    assert carried(broken, None) is None
