"""How open time is counted: golden vectors, changes of the clock, the borders of days and weeks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clew.domain.business_hours import BusinessHours, DayException, HorizonIsTooFar, Span
from tests.domain.hours import ALWAYS, WARSAW

MONDAY_NINE = datetime(2026, 7, 6, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOTHING = timedelta(0)
A_TICK = timedelta(microseconds=1)
CLOSED_WEEK: tuple[tuple[Span, ...], ...] = ((),) * 7
ALL_DAY = Span.parse("00:00-24:00")


def local(text: str) -> datetime:
    """Return a Warsaw time; where it is shown twice, `text` has to say which with its offset."""
    at = datetime.fromisoformat(text)
    return at if at.tzinfo else at.replace(tzinfo=ZoneInfo("Europe/Warsaw"))


@pytest.mark.parametrize(
    ("start", "seconds", "hours", "result"),
    [
        ("2026-04-30T17:50", 1800, WARSAW, "2026-05-04T08:20"),
        ("2026-03-29T01:50", 3600, ALWAYS, "2026-03-29T03:50+02:00"),
        ("2026-10-25T01:30+02:00", 10800, ALWAYS, "2026-10-25T03:30+01:00"),
        ("2026-06-03T18:00", 60, WARSAW, "2026-06-05T08:01"),
        ("2026-03-27T17:00", 7200, WARSAW, "2026-03-30T09:00"),
        ("2026-07-04T12:00", 28800, WARSAW, "2026-07-06T16:00"),
    ],
)
def test_deadlines_of_the_golden_vectors_fall_where_they_should(
    start: str, seconds: int, hours: BusinessHours, result: str
) -> None:
    due_at = hours.add(local(start), timedelta(seconds=seconds))

    assert due_at == local(result)
    assert due_at.tzinfo is UTC
    assert hours.open_time(local(start), due_at) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("day", "length"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-10-26", 24)]
)
@pytest.mark.parametrize("closed_on", [(), (date(2030, 1, 1),)], ids=["shortcut", "counted"])
def test_a_day_around_the_clock_is_as_long_as_the_zone_makes_it(
    day: str, length: int, closed_on: tuple[date, ...]
) -> None:
    """With an exception elsewhere the spans are really counted; without, time is just time."""
    hours = BusinessHours(ALWAYS.zone, ALWAYS.weekly, tuple(map(DayException, closed_on)))
    midnight = local(f"{day}T00:00")
    next_midnight = midnight + timedelta(days=1)  # wall time, as arithmetic within a zone is

    assert hours.open_time(midnight, next_midnight) == length * HOUR


def test_time_that_runs_out_at_closing_ends_there() -> None:
    assert WARSAW.add(local("2026-07-03T17:00"), HOUR) == local("2026-07-03T18:00")
    assert WARSAW.add(local("2026-07-03T17:00"), HOUR + A_TICK) == (
        local("2026-07-06T08:00") + A_TICK
    )


def test_time_counted_back_ends_at_an_opening_and_not_at_the_closing_before() -> None:
    assert WARSAW.subtract(local("2026-07-06T09:00"), HOUR) == local("2026-07-06T08:00")
    assert WARSAW.subtract(local("2026-07-06T08:10"), HOUR) == local("2026-07-03T17:10")


def test_nothing_added_stays_where_it_is_even_while_closed() -> None:
    at_night = local("2026-07-06T03:00")

    assert WARSAW.add(at_night, NOTHING) == at_night
    assert WARSAW.subtract(at_night, NOTHING) == at_night


def test_an_exception_replaces_its_whole_day() -> None:
    christmas_eve = DayException(date(2026, 12, 24), (Span.parse("10:00-12:00"),))
    hours = BusinessHours(WARSAW.zone, WARSAW.weekly, (christmas_eve,))

    opened = hours.open_time(local("2026-12-24T00:00"), local("2026-12-25T00:00"))

    assert opened == 2 * HOUR
    assert hours.next_opening(local("2026-12-24T06:00")) == local("2026-12-24T10:00")


def test_an_exception_over_a_change_of_the_clock_keeps_that_days_length() -> None:
    """A night shift on the night in which the clock goes back works an hour more."""
    night = DayException(date(2026, 10, 25), (Span.parse("00:00-06:00"),))
    hours = BusinessHours(WARSAW.zone, WARSAW.weekly, (night,))

    assert hours.open_time(local("2026-10-24T12:00"), local("2026-10-25T12:00")) == 7 * HOUR
    assert hours.add(local("2026-10-24T12:00"), 3 * HOUR) == local("2026-10-25T02:00+01:00")


def test_the_instant_of_opening_is_open_and_that_of_closing_is_not() -> None:
    assert WARSAW.is_open(local("2026-07-06T08:00"))
    assert not WARSAW.is_open(local("2026-07-06T08:00") - A_TICK)
    assert WARSAW.is_open(local("2026-07-06T18:00") - A_TICK)
    assert not WARSAW.is_open(local("2026-07-06T18:00"))


def test_spans_that_meet_at_midnight_are_one_stretch() -> None:
    hours = BusinessHours.from_data(
        {"zone": "UTC", "weekly": {"friday": ["22:00-24:00"], "saturday": ["00:00-06:00"]}}
    )

    assert hours.add(datetime(2026, 7, 3, 22, tzinfo=UTC), 8 * HOUR) == datetime(
        2026, 7, 4, 6, tzinfo=UTC
    )
    assert hours.is_open(datetime(2026, 7, 4, 0, tzinfo=UTC))


def test_the_friday_that_samoa_skipped_had_no_hours() -> None:
    hours = BusinessHours("Pacific/Apia", ((ALL_DAY,),) * 7, (DayException(date(2030, 1, 1)),))
    fridays = BusinessHours("Pacific/Apia", (*CLOSED_WEEK[:4], (ALL_DAY,), (), ()))
    before, after = datetime(2011, 12, 29, 10, tzinfo=UTC), datetime(2011, 12, 31, 10, tzinfo=UTC)

    assert hours.open_time(before, after) == 48 * HOUR
    assert fridays.open_time(before, after) == NOTHING


def test_instants_in_the_wrong_order_have_no_time_between_them() -> None:
    assert WARSAW.open_time(MONDAY_NINE + HOUR, MONDAY_NINE) == NOTHING


def test_a_naive_instant_is_refused() -> None:
    naive = datetime(2026, 7, 6, 9)  # noqa: DTZ001 - the point

    for ask in (WARSAW.is_open, WARSAW.next_opening):
        with pytest.raises(TypeError):
            ask(naive)
    with pytest.raises(TypeError):
        WARSAW.add(naive, HOUR)
    with pytest.raises(TypeError):
        ALWAYS.open_time(MONDAY_NINE, naive)


def test_a_negative_duration_is_refused() -> None:
    for count in (WARSAW.add, WARSAW.subtract, ALWAYS.add):
        with pytest.raises(ValueError, match="never negative"):
            count(MONDAY_NINE, -A_TICK)


def test_a_deadline_beyond_the_horizon_is_refused_and_not_searched_for() -> None:
    a_minute_a_week = BusinessHours.from_data(
        {"zone": "UTC", "weekly": {"monday": ["08:00-08:01"]}}
    )
    last = datetime(2199, 12, 30, 12, tzinfo=UTC)

    for hours in (WARSAW, ALWAYS):
        with pytest.raises(HorizonIsTooFar):
            hours.add(MONDAY_NINE, timedelta.max)
        with pytest.raises(HorizonIsTooFar):
            hours.subtract(datetime(1970, 1, 1, 12, tzinfo=UTC), 24 * HOUR)
        with pytest.raises(HorizonIsTooFar):
            hours.open_time(MONDAY_NINE, datetime(9999, 1, 1, tzinfo=UTC))
        with pytest.raises(HorizonIsTooFar):
            hours.is_open(datetime(1969, 12, 31, tzinfo=UTC))
    with pytest.raises(HorizonIsTooFar):
        a_minute_a_week.add(last, HOUR)
    with pytest.raises(HorizonIsTooFar):
        a_minute_a_week.next_opening(last)


def test_far_deadlines_are_still_exact() -> None:
    assert WARSAW.add(local("2026-07-06T08:00"), 50 * 10 * HOUR) == local("2026-09-11T18:00")


def test_the_order_in_which_spans_are_written_does_not_matter() -> None:
    morning, evening = "08:00-12:00", "12:00-18:00"

    one = BusinessHours.from_data({"zone": "UTC", "weekly": {"monday": [morning, evening]}})
    other = BusinessHours.from_data({"zone": "UTC", "weekly": {"monday": [evening, morning]}})

    assert one == other


def test_special_days_are_told_by_the_calendar_of_the_hours() -> None:
    before = datetime(2026, 11, 10, 23, 30, tzinfo=UTC)  # Wednesday the 11th already, in Warsaw

    assert WARSAW.special_days(before, before + timedelta(hours=1)) == [date(2026, 11, 11)]
    assert WARSAW.special_days(before - timedelta(hours=1), before) == [date(2026, 11, 11)]
    assert WARSAW.special_days(before + timedelta(days=1), before + timedelta(days=9)) == []
