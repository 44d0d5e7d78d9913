from __future__ import annotations

from dataclasses import replace

from clew.domain.facts import (
    Duty,
    DutyKind,
    Parking,
    Promise,
    Turn,
    capped,
    covered,
    is_covered,
    is_in_reserve,
    is_pressed,
    joint_duty,
    joint_turn,
    promise_without,
)
from tests.builders import (
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    held,
    message_id,
    promised,
    received,
    turn_id,
)

NOON = MONDAY_NINE + 3 * HOUR
OLDER = Turn(
    id=turn_id(1),
    opened_at=MONDAY_NINE,
    due_at=MONDAY_NINE + 2 * HOUR,
    acknowledge_by=MONDAY_NINE + 10 * MINUTE,
    is_first=True,
    is_covered=True,
)
NEWER = Turn(
    id=turn_id(2),
    opened_at=MONDAY_NINE + MINUTE,
    due_at=MONDAY_NINE + HOUR,
    acknowledge_by=MONDAY_NINE + 11 * MINUTE,
    level=2,
)
FINISH = Duty(kind=DutyKind.FINISH, opened_at=MONDAY_NINE, due_at=NOON, reason="answered")
DELIVERY = Duty(
    kind=DutyKind.DELIVERY,
    opened_at=MONDAY_NINE + HOUR,
    due_at=MONDAY_NINE + HOUR,
    reason="unreachable",
    level=3,
)


def test_an_answer_is_covered_by_a_promise_given_after_it_was_asked_for() -> None:
    case = after(a_waiting_case(), held())

    assert is_covered(case.facts)
    assert not is_covered(a_waiting_case().facts)
    assert not is_covered(replace(case.facts, promise=None))


def test_a_promise_given_before_does_not_cover_a_new_question() -> None:
    case = after(an_answered_case(), promised(NOON), received(MONDAY_NINE, 1))

    assert not is_covered(case.facts)


def test_writing_again_presses_a_covered_answer() -> None:
    case = after(a_waiting_case(), held())

    assert not is_pressed(case.facts)
    assert is_pressed(after(case, received(MONDAY_NINE, 1)).facts)


def test_the_reserve_of_a_promise_begins_at_its_instant() -> None:
    facts = after(an_answered_case(), promised(NOON)).facts

    assert not is_in_reserve(facts, NOON - 31 * MINUTE)
    assert is_in_reserve(facts, NOON - 30 * MINUTE)
    assert not is_in_reserve(an_answered_case().facts, NOON)


def test_two_turns_become_the_older_with_the_earliest_deadlines() -> None:
    joint = joint_turn(NEWER, OLDER)

    assert joint == joint_turn(OLDER, NEWER)
    assert joint == replace(OLDER, due_at=NEWER.due_at, level=2, is_covered=False)


def test_one_turn_or_none_stays_as_it_is() -> None:
    assert joint_turn(OLDER, None) == joint_turn(None, OLDER) == OLDER
    assert joint_turn(None, None) is None


def test_two_duties_become_the_more_telling_with_the_earliest_deadline_and_highest_level() -> None:
    joint = joint_duty(FINISH, DELIVERY)

    assert joint == joint_duty(DELIVERY, FINISH)
    assert joint == replace(DELIVERY, opened_at=MONDAY_NINE)


def test_one_duty_or_none_stays_as_it_is() -> None:
    assert joint_duty(FINISH, None) == joint_duty(None, FINISH) == FINISH
    assert joint_duty(None, None) is None


def test_covering_nothing_is_nothing() -> None:
    assert covered(None) is None
    assert covered(NEWER) == replace(NEWER, is_covered=True)
    assert covered(OLDER, is_so=False) == replace(OLDER, is_covered=False)


def test_a_parking_is_capped_at_the_reserve_of_a_promise() -> None:
    promise = Promise(made_at=MONDAY_NINE, due_at=NOON, prepare_at=NOON - 30 * MINUTE)
    late = Parking(set_at=MONDAY_NINE, wake_at=NOON, reason="parts")
    early = replace(late, wake_at=MONDAY_NINE + HOUR)

    assert capped(None, promise) is None
    assert capped(early, promise) == early
    assert capped(late, promise) == replace(late, wake_at=NOON - 30 * MINUTE)


def test_a_message_that_was_never_seen_promised_nothing() -> None:
    before = after(an_answered_case(), promised(NOON)).facts
    facts = after(an_answered_case(), promised(NOON), held(number=601)).facts

    assert promise_without(facts, message_id(601), before.promise) == before.promise
    assert promise_without(facts, message_id(602), before.promise) == facts.promise
    assert promise_without(an_answered_case().facts, message_id(601), None) is None
