from __future__ import annotations

from datetime import UTC, datetime

import pytest

from clew.demo.sample.deeds import Ago, Day, When, instant

WEDNESDAY = datetime(2026, 7, 8, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (Ago(30), datetime(2026, 7, 8, 8, 30, tzinfo=UTC)),
        (Ago(-45), datetime(2026, 7, 8, 9, 45, tzinfo=UTC)),
        (Day(0, "08:00"), datetime(2026, 7, 8, 6, 0, tzinfo=UTC)),
        (Day(2, "10:00"), datetime(2026, 7, 6, 8, 0, tzinfo=UTC)),
        (Day(3, "10:00"), datetime(2026, 7, 3, 8, 0, tzinfo=UTC)),
        (Day(-1, "10:00"), datetime(2026, 7, 9, 8, 0, tzinfo=UTC)),
        (Day(-3, "10:00"), datetime(2026, 7, 13, 8, 0, tzinfo=UTC)),
    ],
)
def test_days_of_work_leave_the_weekend_out(when: When, expected: datetime) -> None:
    assert instant(when, WEDNESDAY) == expected


def test_the_wall_clock_counts_on_both_sides_of_a_change() -> None:
    """Warsaw went to winter time on 25 October 2026."""
    now = datetime(2026, 10, 27, 9, 0, tzinfo=UTC)

    assert instant(Day(1, "10:00"), now) == datetime(2026, 10, 26, 9, 0, tzinfo=UTC)
    assert instant(Day(2, "10:00"), now) == datetime(2026, 10, 23, 8, 0, tzinfo=UTC)
