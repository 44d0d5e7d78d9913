from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from clew.domain import events
from clew.domain.case import Case, apply, apply_all
from clew.domain.clocks import nudge_is_due, nudged, what_is_due
from clew.domain.facts import Outcome
from clew.domain.moves import Holder, MoveKind, next_action_at
from clew.domain.sla.policy import Policy, SilentCases
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    OFFICE_HOURS,
    POLICY,
    a_consult,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    bot_began,
    consult_id,
    held,
    message_id,
    parked,
    promised,
    received,
    replied,
    resolved,
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


# --- the ladder --------------------------------------------------------------------------------


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


# --- timers ------------------------------------------------------------------------------------


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


# --- departments -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "level"), [(-1, 0), (0, 1), (14, 1), (15, 2), (30, 3), (60, 4), (120, 5)]
)
def test_a_department_is_chased_at_its_minutes(minutes: int, level: int) -> None:
    case = after(a_waiting_case(), replied(promise_at=NOON + 12 * HOUR), asked(NOON))

    case = after(case, swept(NOON + minutes * MINUTE))

    assert [one.level for one in case.facts.consults] == [level]


def test_half_an_hour_late_an_agent_has_to_tell_the_contact() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON))

    case = after(case, swept(NOON + 30 * MINUTE))

    assert [(move.holder, move.kind) for move in case.moves] == [
        (Holder.AGENT, MoveKind.TELL),
        (Holder.DEPARTMENT, MoveKind.CONSULT),
    ]
    assert case.moves[0].due_at == NOON + 40 * MINUTE


def test_the_contact_is_told_once_while_the_department_is_chased_on() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON))
    case = after(case, swept(NOON + 30 * MINUTE), held(NOON + 31 * MINUTE))

    case = after(case, swept(NOON + 3 * HOUR))

    assert case.facts.duty is None
    assert case.facts.consults[0].level == 6


def test_the_promise_comes_near_while_a_department_still_thinks() -> None:
    case = after(a_waiting_case(), asked(NOON + A_DAY), swept(NOON + 30 * MINUTE))

    assert [move.kind for move in case.moves] == [MoveKind.PROMISE, MoveKind.CONSULT]


def test_two_consults_with_one_department_are_chased_one_by_one() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON), asked(NOON, number=1))

    first = what_is_due(case, NOON, POLICY)
    case = apply_all(case, first)
    second = what_is_due(case, NOON, POLICY)

    chased = [event.consult_id for event in (*first, *second) if hasattr(event, "consult_id")]
    assert chased == [consult_id(0), consult_id(1)]
    assert a_consult(NOON).level == 0


# --- silence -----------------------------------------------------------------------------------


def test_a_silent_contact_is_asked_once_more_and_then_the_case_ends() -> None:
    case = an_answered_case()

    assert not nudge_is_due(case, MONDAY_NINE + A_DAY - MINUTE)
    assert nudge_is_due(case, MONDAY_NINE + A_DAY)

    case = apply(case, nudged(case, MONDAY_NINE + A_DAY, message_id(700)))

    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.CLOSE
    assert case.next_move.due_at == MONDAY_NINE + 3 * A_DAY

    case = after(case, swept(MONDAY_NINE + 3 * A_DAY))

    assert case.facts.resolution is not None
    assert case.facts.resolution.outcome is Outcome.NO_REPLY
    assert case.facts.resolution.by is None


def test_the_clock_does_not_close_a_case_that_was_not_nudged() -> None:
    assert what_is_due(an_answered_case(), MONDAY_NINE + 9 * A_DAY, POLICY) == ()


def test_a_late_question_leaves_the_contact_their_time_to_answer() -> None:
    """After a long standstill a case must not be asked and closed in one breath."""
    case = an_answered_case()
    late = MONDAY_NINE + 5 * A_DAY

    case = apply(case, nudged(case, late, message_id(700)))

    assert case.next_move is not None
    assert case.next_move.due_at == late + 2 * A_DAY


def test_what_could_not_be_asked_changes_nothing_about_the_end() -> None:
    case = an_answered_case()

    case = apply(case, nudged(case, MONDAY_NINE + A_DAY))

    assert case.next_move is not None
    assert case.next_move.due_at == MONDAY_NINE + 3 * A_DAY


def test_a_question_comes_before_the_messaging_window_closes() -> None:
    window = MONDAY_NINE + 20 * HOUR

    case = after(a_waiting_case(), replied(window_closes_at=window))

    assert case.next_move is not None
    assert case.next_move.due_at == window - HOUR


def test_a_question_too_soon_to_make_sense_is_not_asked() -> None:
    window = MONDAY_NINE + 5 * HOUR

    case = after(a_waiting_case(), replied(window_closes_at=window))

    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.CLOSE


def test_a_channel_may_forbid_to_ask() -> None:
    policy = Policy(hours=OFFICE_HOURS, silence=SilentCases(nudge_after=None))

    case = an_answered_case(policy=policy)

    assert case.next_move is not None
    assert case.next_move.kind is MoveKind.CLOSE


def test_a_word_of_the_contact_ends_their_silence() -> None:
    case = after(an_answered_case(), received(MONDAY_NINE + 2 * A_DAY, 1))

    assert not nudge_is_due(case, MONDAY_NINE + 2 * A_DAY)
    assert case.next_move is not None
    assert case.next_move.holder is Holder.AGENT


def test_nothing_is_due_in_a_resolved_case() -> None:
    case = after(an_answered_case(), resolved(NOON))

    assert what_is_due(case, NOON + 30 * A_DAY, POLICY) == ()
    assert not nudge_is_due(case, NOON + 30 * A_DAY)
    assert next_action_at(case.moves) is None
