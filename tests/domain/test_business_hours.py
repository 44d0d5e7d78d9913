import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.domain.business_hours import (
    BusinessHours,
    DayException,
    HorizonIsTooFar,
    InvalidBusinessHours,
    NeverOpens,
    Span,
)
from tests.domain.hours import (
    ALWAYS,
    WARSAW,
    durations,
    exceptions_around,
    hours_and_instants,
    weeks,
)

ZONES = sorted(available_timezones() - {"Factory", "localtime"})
MONDAY_NINE = datetime(2026, 7, 6, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
NOTHING = timedelta(0)
A_TICK = timedelta(microseconds=1)
CLOSED_WEEK: tuple[tuple[Span, ...], ...] = ((),) * 7
ALL_DAY = Span.parse("00:00-24:00")

quickly = settings(max_examples=25, deadline=None)


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


def test_hours_that_never_open_cannot_be_made() -> None:
    """Otherwise a deadline could be asked for that never comes."""
    new_year = DayException(date(2027, 1, 1), (ALL_DAY,))

    with pytest.raises(NeverOpens):
        BusinessHours("UTC", CLOSED_WEEK)
    with pytest.raises(NeverOpens):
        BusinessHours("UTC", CLOSED_WEEK, (new_year,))


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


@quickly
@given(hours_and_instants(), durations())
def test_adding_open_time_and_counting_it_are_inverse(
    given_hours: tuple[BusinessHours, list[datetime]], duration: timedelta
) -> None:
    hours, [start] = given_hours

    assert hours.open_time(start, hours.add(start, duration)) == duration
    assert hours.open_time(hours.subtract(start, duration), start) == duration


@quickly
@given(hours_and_instants(), durations().filter(bool))
def test_a_deadline_is_the_earliest_instant_and_a_reserve_the_latest_that_will_do(
    given_hours: tuple[BusinessHours, list[datetime]], duration: timedelta
) -> None:
    hours, [start] = given_hours

    earlier = hours.add(start, duration) - A_TICK
    later = hours.subtract(start, duration) + A_TICK

    assert hours.open_time(start, earlier) == duration - A_TICK
    assert hours.open_time(later, start) == duration - A_TICK


@quickly
@given(hours_and_instants(count=2), durations(), durations())
def test_later_starts_and_longer_times_never_end_earlier(
    given_hours: tuple[BusinessHours, list[datetime]], one: timedelta, other: timedelta
) -> None:
    hours, [early, late] = given_hours
    short, long = sorted((one, other))

    assert hours.add(early, short) <= hours.add(early, long)
    assert hours.add(early, short) <= hours.add(late, short)
    assert hours.add(hours.add(early, short), long) == hours.add(early, short + long)


@quickly
@given(hours_and_instants(count=3))
def test_open_time_adds_up_and_never_exceeds_time(
    given_hours: tuple[BusinessHours, list[datetime]],
) -> None:
    hours, [began, middle, ended] = given_hours

    whole = hours.open_time(began, ended)

    assert whole == hours.open_time(began, middle) + hours.open_time(middle, ended)
    assert NOTHING <= whole <= ended - began


@quickly
@given(hours_and_instants())
def test_the_next_opening_is_open_and_nothing_before_it_is(
    given_hours: tuple[BusinessHours, list[datetime]],
) -> None:
    hours, [at] = given_hours

    opening = hours.next_opening(at)

    assert hours.is_open(opening)
    assert hours.open_time(at, opening) == NOTHING
    assert (opening == at) == hours.is_open(at)


@quickly
@given(st.data(), st.sampled_from(ZONES), durations())
def test_the_laws_hold_in_every_zone_of_the_world(
    data: st.DataObject, zone: str, duration: timedelta
) -> None:
    at = data.draw(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))  # noqa: DTZ001
    hours = BusinessHours(zone, data.draw(weeks()), data.draw(exceptions_around(at.date())))
    start = at.replace(tzinfo=UTC)

    due_at = hours.add(start, duration)

    assert hours.open_time(start, due_at) == duration <= due_at - start


@quickly
@given(st.sampled_from(ZONES), weeks(), exceptions_around(date(2026, 3, 29)))
def test_hours_survive_being_stored(
    zone: str, weekly: tuple[tuple[Span, ...], ...], exceptions: tuple[DayException, ...]
) -> None:
    hours = BusinessHours(zone, weekly, exceptions)

    stored = json.dumps(hours.to_data())

    assert BusinessHours.from_data(json.loads(stored)) == hours
    assert hash(BusinessHours.from_data(json.loads(stored))) == hash(hours)


@pytest.mark.parametrize(
    "zone",
    ["", "Warsaw", "Europe", "../etc/passwd", "/etc/passwd", "a\0b", "right/UTC", "localtime"],
)
def test_what_is_not_a_time_zone_is_refused(zone: str) -> None:
    """Some of these are files of the zone database; they are still no places."""
    with pytest.raises(InvalidBusinessHours) as refused:
        BusinessHours(zone, WARSAW.weekly)

    assert refused.value.field == "zone"


@pytest.mark.parametrize(
    ("weekly", "exceptions", "field"),
    [
        ({"monday": ["08:00-12:00", "11:00-18:00"]}, {}, "weekly.monday"),
        ({"monday": ["08:00-12:00", "08:00-12:00"]}, {}, "weekly.monday"),
        ({"monday": ["08:00-09:00"]}, {"2026-05-01": ["1", "2"]}, "exceptions.2026-05-01[0]"),
        (
            {"monday": ["08:00-09:00"]},
            {"2026-05-01": ["09:00-10:00", "08:00-24:00"]},
            "exceptions.2026-05-01",
        ),
        (
            {"monday": [f"{hour:02}:00-{hour:02}:10" for hour in range(24)] + ["00:20-00:30"]},
            {},
            "weekly.monday",
        ),
        ({}, {}, "weekly"),
    ],
)
def test_hours_that_contradict_themselves_are_refused_by_name(
    weekly: dict[str, list[str]], exceptions: dict[str, list[str]], field: str
) -> None:
    with pytest.raises(InvalidBusinessHours) as refused:
        BusinessHours.from_data({"zone": "UTC", "weekly": weekly, "exceptions": exceptions})

    assert refused.value.field == field


def test_a_week_has_seven_days_and_a_date_one_exception() -> None:
    day = DayException(date(2026, 5, 1))

    with pytest.raises(InvalidBusinessHours, match="seven"):
        BusinessHours("UTC", ((ALL_DAY,),) * 5)
    with pytest.raises(InvalidBusinessHours, match="twice"):
        BusinessHours("UTC", WARSAW.weekly, (day, day))
    with pytest.raises(InvalidBusinessHours, match="no more than"):
        BusinessHours("UTC", WARSAW.weekly, (day,) * 2001)


def test_the_order_in_which_spans_are_written_does_not_matter() -> None:
    morning, evening = "08:00-12:00", "12:00-18:00"

    one = BusinessHours.from_data({"zone": "UTC", "weekly": {"monday": [morning, evening]}})
    other = BusinessHours.from_data({"zone": "UTC", "weekly": {"monday": [evening, morning]}})

    assert one == other
