from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from clew.domain.deadlines import (
    duty_from,
    duty_of_message,
    promise_until,
    silence_from,
    turn_from,
)
from clew.domain.facts import DutyKind
from tests.builders import (
    A_DAY,
    FRIDAY_NINE,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    OFFICE_POLICY,
    POLICY,
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
NOTHING = an_answered_case().facts
PROMISED = after(an_answered_case(), promised(NOON)).facts
SOON = 10 * MINUTE


def test_no_second_turn_opens_beside_an_open_one() -> None:
    assert turn_from(a_waiting_case().facts, turn_id(1), NOON, POLICY) is None


def test_a_promise_leaves_a_reserve_in_business_time() -> None:
    monday = FRIDAY_NINE + 3 * A_DAY

    promise = promise_until(monday, FRIDAY_NINE, OFFICE_POLICY, message_id())

    assert promise.prepare_at == monday - 30 * MINUTE
    assert promise.message_id == message_id()
    assert (
        promise_until(monday - HOUR, FRIDAY_NINE, OFFICE_POLICY).prepare_at
        == FRIDAY_NINE + 8.5 * HOUR
    )


def test_a_reserve_never_reaches_back_before_the_promise() -> None:
    assert promise_until(NOON + SOON, NOON, POLICY).prepare_at == NOON


@pytest.mark.parametrize(
    ("kind", "length"),
    [
        (DutyKind.START, HOUR),
        (DutyKind.FINISH, HOUR),
        (DutyKind.WOKEN, HOUR),
        (DutyKind.DELIVERY, SOON),
        (DutyKind.TELL, SOON),
        (DutyKind.ACKNOWLEDGE, SOON),
    ],
)
def test_without_a_promise_a_duty_has_the_time_of_its_kind(
    kind: DutyKind, length: timedelta
) -> None:
    assert duty_from(kind, NOTHING, NOON, POLICY).due_at - NOON == length


@pytest.mark.parametrize(
    ("at", "due_at"),
    [
        (NOON - 3 * HOUR, NOON - 2 * HOUR),  # its own time comes first
        (NOON - HOUR, NOON - 30 * MINUTE),  # the reserve is kept
        (NOON - 30 * MINUTE, NOON),  # the reserve is being eaten
        (NOON, NOON + SOON),  # broken: as soon as anyone can act
        (NOON + A_DAY, NOON + A_DAY + SOON),
    ],
)
def test_a_promise_bounds_a_duty(at: datetime, due_at: datetime) -> None:
    assert duty_from(DutyKind.FINISH, PROMISED, at, POLICY).due_at == due_at


@pytest.mark.parametrize(
    ("at", "due_at"),
    [(NOON - HOUR, NOON), (NOON - MINUTE, NOON), (NOON + HOUR, NOON + HOUR + SOON)],
)
def test_the_duty_of_a_promise_is_due_with_it(at: datetime, due_at: datetime) -> None:
    assert duty_from(DutyKind.PROMISE, PROMISED, at, POLICY).due_at == due_at


def test_a_message_without_a_promise_asks_for_a_turn_alone() -> None:
    assert duty_of_message(NOTHING, NOON, POLICY) is None
    assert duty_of_message(a_waiting_case().facts, NOON, POLICY) is None


def test_the_first_word_under_a_promise_sets_the_deadline_and_later_ones_join() -> None:
    covered = after(a_waiting_case(), held(promise_at=NOON))
    pressed = after(covered, received(MONDAY_NINE + MINUTE, 1))

    first = duty_of_message(covered.facts, MONDAY_NINE + MINUTE, POLICY)

    assert first is not None
    assert (first.kind, first.due_at) == (DutyKind.ANSWER, NOON - 30 * MINUTE)
    assert duty_of_message(pressed.facts, MONDAY_NINE + HOUR, POLICY) is None


def test_a_new_question_in_the_reserve_of_a_promise_brings_the_promise_with_it() -> None:
    duty = duty_of_message(PROMISED, NOON - MINUTE, POLICY)

    assert duty is not None
    assert (duty.kind, duty.due_at) == (DutyKind.PROMISE, NOON)
    assert duty_of_message(PROMISED, NOON - HOUR, POLICY) is None


def test_a_duty_that_is_open_already_is_not_opened_again() -> None:
    duty = duty_from(DutyKind.PROMISE, PROMISED, NOON, POLICY)

    assert duty_of_message(replace(PROMISED, duty=duty), NOON, POLICY) is None


def test_silence_is_counted_on_the_calendar() -> None:
    silence = silence_from(FRIDAY_NINE, OFFICE_POLICY)

    assert silence.nudge_at == FRIDAY_NINE + A_DAY
    assert silence.close_at == FRIDAY_NINE + 3 * A_DAY


@pytest.mark.parametrize(
    ("window", "nudge"),
    [
        (None, A_DAY),
        (25 * HOUR, A_DAY),
        (24 * HOUR, 23 * HOUR),
        (13 * HOUR, 12 * HOUR),
        (12 * HOUR, None),
        (-HOUR, None),
    ],
)
def test_a_nudge_comes_while_free_text_is_allowed_or_not_at_all(
    window: timedelta | None, nudge: timedelta | None
) -> None:
    closes_at = None if window is None else NOON + window

    silence = silence_from(NOON, POLICY, closes_at)

    assert silence.nudge_at == (None if nudge is None else NOON + nudge)
