"""The machine's time is now, and its names are new and in order."""

from __future__ import annotations

import time
from datetime import UTC

from clew.machine import SystemClock, SystemIds


def test_the_time_is_the_present_in_utc() -> None:
    now = SystemClock().now()

    assert now.tzinfo is UTC
    assert abs(now.timestamp() - time.time()) < 5


def test_names_are_new_and_sort_by_the_time_of_their_making() -> None:
    ids = SystemIds()

    made = [ids.new() for _ in range(1_000)]

    assert len(set(made)) == 1_000
    assert made == sorted(made)
    assert made[0].version == 7
