from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.domain.opening import (
    BLOCK_TICKS,
    EPOCH,
    TICK,
    HorizonIsTooFar,
    InvalidBusinessHours,
    Span,
    open_block,
)
from tests.domain.hours import CHANGES, weeks

STEP = timedelta(minutes=1)


def utc_tick(day: date, text: str) -> int:
    day -= timedelta(days=text.startswith("-"))
    return (datetime.combine(day, time.fromisoformat(text[-5:]), UTC) - EPOCH) // TICK


def spans_of(weekly: tuple[tuple[Span, ...], ...]) -> Callable[[date], tuple[Span, ...]]:
    return lambda day: weekly[day.weekday()]


@settings(max_examples=8, deadline=None)
@given(st.sampled_from(CHANGES), weeks())
def test_open_is_what_a_watcher_of_a_clock_that_never_goes_back_would_say(
    change: tuple[str, datetime], weekly: tuple[tuple[Span, ...], ...]
) -> None:
    """Walk through the days around a change, reading the clock; a clock put back stands still."""
    zone, at = ZoneInfo(change[0]), change[1] - timedelta(hours=26, seconds=30)
    tick = (at - EPOCH) // TICK
    blocks = {
        index: open_block(index, zone, spans_of(weekly))
        for index in range(tick // BLOCK_TICKS, tick // BLOCK_TICKS + 2)
    }
    shown = at.astimezone(zone).replace(tzinfo=None)

    for _ in range(timedelta(hours=52) // STEP):
        shown = max(shown, at.astimezone(zone).replace(tzinfo=None))
        wall = shown - datetime.combine(shown, time.min)
        watched = any(span.opens <= wall < span.closes for span in weekly[shown.weekday()])
        tick = (at - EPOCH) // TICK
        block = blocks[tick // BLOCK_TICKS]
        counted = any(b <= tick < e for b, e in zip(block.begins, block.ends, strict=True))

        assert counted == watched, (zone, at, shown)
        at += STEP


SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)  # Sundays with 23 and with 25 hours


@pytest.mark.parametrize(
    ("sunday", "text", "stretches"),
    [
        (SPRING, "02:30-05:00", [("01:00", "03:00")]),  # 02:30 was skipped, so from the skip on
        (SPRING, "02:10-02:50", []),  # all of it was skipped
        (SPRING, "01:00-02:30", [("00:00", "01:00")]),
        (AUTUMN, "01:30-02:30", [("-23:30", "00:30")]),  # up to the first 02:30
        (AUTUMN, "02:30-05:00", [("00:30", "04:00")]),  # from it, an hour longer and in one piece
        (AUTUMN, "02:00-03:00", [("00:00", "02:00")]),
    ],
)
def test_times_skipped_or_shown_twice_follow_the_rule(
    sunday: date, text: str, stretches: list[tuple[str, str]]
) -> None:
    """Stretches are written in UTC; a minus sign means the day before."""
    noon = (datetime.combine(sunday, time(12), UTC) - EPOCH) // TICK

    block = open_block(
        noon // BLOCK_TICKS,
        ZoneInfo("Europe/Warsaw"),
        lambda day: (Span.parse(text),) if day == sunday else (),
    )

    assert list(zip(block.begins, block.ends, strict=True)) == [
        (utc_tick(sunday, begin), utc_tick(sunday, end)) for begin, end in stretches
    ]


def test_blocks_meet_without_a_gap() -> None:
    """A span across the border of two blocks is counted in both, each its part."""
    always = spans_of(((Span.parse("00:00-24:00"),),) * 7)
    for index in (0, 1, 1290, 1291):
        block = open_block(index, ZoneInfo("Pacific/Auckland"), always)

        assert (block.begins, block.ends) == ([index * BLOCK_TICKS], [(index + 1) * BLOCK_TICKS])


@pytest.mark.parametrize("index", [-1, 10_000])
def test_there_are_no_blocks_beyond_the_horizon(index: int) -> None:
    with pytest.raises(HorizonIsTooFar):
        open_block(index, ZoneInfo("UTC"), lambda _day: ())


@pytest.mark.parametrize("text", ["00:00-24:00", "08:00-18:00", "23:59-24:00", "00:00-00:01"])
def test_a_span_is_written_as_it_is_read(text: str) -> None:
    assert str(Span.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "", "8:00-18:00", "08:00", "08:00 - 18:00", "18:00-08:00", "08:00-08:00", "24:00-24:00",
        "08:00-24:01", "08:60-09:00", "08:00-25:00", "08:00-18:00\n", "0٨:00-18:00",
    ],
)  # fmt: skip
def test_what_is_not_a_span_is_refused(text: str) -> None:
    with pytest.raises(InvalidBusinessHours):
        Span.parse(text)


def test_a_span_is_made_of_whole_minutes_of_one_day() -> None:
    for opens, closes in ((0.5, 1), (-1, 1), (0, 1441), (1440, 1441), (5, 5)):
        with pytest.raises(InvalidBusinessHours):
            Span(timedelta(minutes=opens), timedelta(minutes=closes))
