"""A silence is divided fairly: into who was waited for, and how long of it was work time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from clew.domain.gaps import Awaited, Holding, divide
from clew.domain.moves import Holder
from tests.domain.hours import ALWAYS, WARSAW

# A Monday, 8:00 in Warsaw.
MONDAY = datetime(2026, 11, 16, 7, tzinfo=UTC)


def at(hours: float) -> datetime:
    return MONDAY + timedelta(hours=hours)


def held(holder: Holder, since: float, until: float | None) -> Holding:
    return Holding(holder=holder, began_at=at(since), ended_at=None if until is None else at(until))


def told(
    since: float, until: float, *holdings: Holding, business: bool = True
) -> list[tuple[Awaited, float, float]] | None:
    parts = divide(at(since), at(until), holdings, WARSAW if business else ALWAYS)
    hour = timedelta(hours=1)
    if parts is None:
        return None
    return [(one.awaited, one.length / hour, one.open_time / hour) for one in parts]


def test_a_silence_says_who_was_waited_for_and_how_much_of_it_was_work_time() -> None:
    assert told(
        0,
        72,
        held(Holder.TEAM, -5, 1),
        held(Holder.AGENT, 1, 10),
        held(Holder.CONTACT, 10, 60),
        held(Holder.AGENT, 60, None),
    ) == [(Awaited.CONTACT, 50, 20), (Awaited.US, 22, 10)]


def test_up_to_a_working_day_of_silence_is_no_gap() -> None:
    assert told(0, 8) is None
    assert told(10, 24 + 8) is None
    assert told(10, 24 + 9) == [(Awaited.NOBODY, 23, 9)]
    # From Friday evening to Monday morning.
    assert told(4 * 24 + 10, 7 * 24) is None


def test_of_several_cases_the_one_that_waits_for_us_counts() -> None:
    assert told(
        0,
        40,
        held(Holder.TIMER, 0, 40),
        held(Holder.DEPARTMENT, 10, 30),
        held(Holder.BOT, 18, 25),
        held(Holder.AGENT, 20, 30),
        business=False,
    ) == [
        (Awaited.TIMER, 20, 20),
        (Awaited.US, 10, 10),
        (Awaited.DEPARTMENT, 8, 8),
        (Awaited.BOT, 2, 2),
    ]


def test_time_without_an_open_case_waited_for_nobody() -> None:
    assert told(0, 100, held(Holder.AGENT, 0, 4), held(Holder.TEAM, 90, None), business=False) == [
        (Awaited.NOBODY, 86, 86),
        (Awaited.US, 14, 14),
    ]


times = st.floats(-50, 150, allow_nan=False)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(Holder), times, st.none() | times), max_size=8),
    st.integers(0, 40),
    st.integers(50, 100),
)
def test_the_parts_add_up_to_the_silence_whatever_was_held(
    spans: list[tuple[Holder, float, float | None]], since: int, until: int
) -> None:
    holdings = [
        held(holder, began, None if ended is None else max(began, ended))
        for holder, began, ended in spans
    ]

    parts = divide(at(since), at(until), holdings, WARSAW)

    open_time = WARSAW.open_time(at(since), at(until))
    if open_time <= timedelta(hours=8):
        assert parts is None
        return
    assert parts is not None
    assert sum((part.length for part in parts), timedelta(0)) == at(until) - at(since)
    assert sum((part.open_time for part in parts), timedelta(0)) == open_time
    assert all(timedelta(0) < part.length >= part.open_time for part in parts)
    assert len({part.awaited for part in parts}) == len(parts)
