from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from clew.demo.clock import (
    FURTHEST,
    ClockIsOnlyMovedForward,
    MovableClock,
    ScriptedClock,
    until_tomorrow_morning,
)

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_the_clock_goes_on_from_where_it_was_moved_to() -> None:
    real = [NOON]
    clock = MovableClock(read=lambda: real[0])

    clock.move(HOUR)
    real[0] += timedelta(minutes=1)

    assert clock.now() == NOON + HOUR + timedelta(minutes=1)


@pytest.mark.parametrize("by", [-timedelta(seconds=1), FURTHEST + timedelta(seconds=1)])
def test_the_clock_goes_neither_back_nor_beyond_the_horizon(by: timedelta) -> None:
    clock = MovableClock(read=lambda: NOON)

    with pytest.raises(ClockIsOnlyMovedForward):
        clock.move(by)

    assert clock.offset == timedelta(0)


def test_a_scripted_clock_stands() -> None:
    clock = ScriptedClock(NOON)

    assert clock.now() == clock.now() == NOON


def test_tomorrow_morning_is_nine_by_the_wall_also_when_the_clocks_change() -> None:
    """On the night of 25 October 2026 clocks in Warsaw go back: that day has 25 hours."""
    zone = ZoneInfo("Europe/Warsaw")
    before = datetime(2026, 10, 24, 9, 0, tzinfo=zone).astimezone(UTC)

    assert until_tomorrow_morning(before, zone) == 25 * HOUR
