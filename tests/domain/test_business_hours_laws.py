"""What holds for all business hours, whatever the zone, the week and the exceptions."""

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

from hypothesis import given, settings
from hypothesis import strategies as st

from clew.domain.business_hours import BusinessHours, DayException, Span
from tests.domain.hours import durations, exceptions_around, hours_and_instants, weeks

NOTHING = timedelta(0)
A_TICK = timedelta(microseconds=1)
ZONES = sorted(available_timezones() - {"Factory", "localtime"})

quickly = settings(max_examples=25, deadline=None)


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
