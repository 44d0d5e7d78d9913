"""When an answer may be expected: honest by day, by night, and when nobody knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.business_hours import BusinessHours, Span
from clew.domain.expectation import Staffing, State, Words, expect

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
NINE_TO_FIVE = Span(9 * HOUR, 17 * HOUR)
HOURS = BusinessHours("Europe/Warsaw", ((NINE_TO_FIVE,),) * 5 + ((),) * 2)
# A Monday, ten in Warsaw.
MONDAY_TEN = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
STAFFED = Staffing(hours=HOURS, available=2, members=4, queued=0, target=HOUR)


def test_by_day_with_quick_answers_it_says_soon() -> None:
    found = expect(MONDAY_TEN, replace(STAFFED, recent=[2 * MINUTE] * 10))

    assert (found.state, found.words) == (State.ONLINE, Words.SOON)
    assert found.answer_by == MONDAY_TEN + 5 * MINUTE


def test_at_night_it_says_a_time_of_the_next_morning() -> None:
    """ "We answer by 10:15 tomorrow": nothing is refused, and nothing is promised for the night."""
    night = datetime(2026, 11, 16, 21, 40, tzinfo=UTC)

    found = expect(night, replace(STAFFED, target=HOUR + 15 * MINUTE))

    assert found.state is State.CLOSED
    assert found.words is Words.BY
    assert found.answer_by == datetime(2026, 11, 17, 9, 15, tzinfo=UTC)  # 10:15, in Warsaw


def test_on_friday_evening_it_says_monday() -> None:
    friday = datetime(2026, 11, 20, 15, 45, tzinfo=UTC)

    found = expect(friday, STAFFED)

    assert found.answer_by == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # 10:00, after the weekend


def test_when_nobody_is_at_a_desk_past_speed_promises_nothing() -> None:
    found = expect(MONDAY_TEN, replace(STAFFED, available=0, recent=[MINUTE] * 10))

    assert (found.state, found.words) == (State.AWAY, Words.BY)
    assert found.answer_by == MONDAY_TEN + HOUR


def test_a_long_queue_takes_longer_than_usual() -> None:
    quick = replace(STAFFED, recent=[2 * MINUTE] * 10)

    short = expect(MONDAY_TEN, quick).answer_by
    long = expect(MONDAY_TEN, replace(quick, queued=29)).answer_by
    shared = expect(MONDAY_TEN, replace(quick, queued=29, available=10)).answer_by

    assert (short, long, shared) == (
        MONDAY_TEN + 5 * MINUTE,
        MONDAY_TEN + HOUR,
        MONDAY_TEN + 15 * MINUTE,
    )


def test_it_goes_by_the_slower_answers_and_not_by_the_average() -> None:
    recent = [MINUTE] * 7 + [40 * MINUTE] * 3

    assert expect(MONDAY_TEN, replace(STAFFED, recent=recent)).answer_by == (
        MONDAY_TEN + 40 * MINUTE
    )


def test_a_few_answers_teach_nothing_yet() -> None:
    found = expect(MONDAY_TEN, replace(STAFFED, recent=[MINUTE] * 4))

    assert found.answer_by == MONDAY_TEN + HOUR


def test_where_nobody_works_nothing_is_said() -> None:
    found = expect(MONDAY_TEN, replace(STAFFED, members=0, available=0))

    assert (found.answer_by, found.words) == (None, Words.UNKNOWN)


@given(
    minutes=st.integers(0, 60 * 24 * 28),
    available=st.integers(0, 4),
    queued=st.integers(0, 500),
    target=st.integers(1, 60 * 24 * 5),
    recent=st.lists(st.integers(0, 60 * 24 * 3), max_size=30),
)
def test_it_is_never_in_the_past_and_never_gets_earlier_by_more_work(
    minutes: int, available: int, queued: int, target: int, recent: list[int]
) -> None:
    now = MONDAY_TEN + minutes * MINUTE
    staffing = replace(
        STAFFED,
        available=available,
        queued=queued,
        target=target * MINUTE,
        recent=[one * MINUTE for one in recent],
    )

    found = expect(now, staffing)
    busier = expect(now, replace(staffing, queued=queued + 50))

    assert found.answer_by is not None
    assert busier.answer_by is not None
    assert now < found.answer_by <= busier.answer_by


@pytest.mark.parametrize("minutes", [3, 61, 60 * 13])
def test_times_are_said_as_people_say_them(minutes: int) -> None:
    always = replace(STAFFED, hours=BusinessHours.always_open())

    found = expect(MONDAY_TEN + 17 * timedelta(seconds=1), replace(always, target=minutes * MINUTE))

    assert found.answer_by is not None
    assert found.answer_by.minute % 5 == 0
    assert found.answer_by.second == 0
