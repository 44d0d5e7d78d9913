"""Fences against floods."""

from __future__ import annotations

from datetime import timedelta

import pytest

from clew.services.visitors.errors import TooManyRequests
from clew.services.visitors.limits import Fence, Rate, as_windows, count_everywhere
from tests.clocks import StoppedClock
from tests.fixtures.chat import Chat

SIX_A_MINUTE = Rate(6, timedelta(minutes=1))


def test_a_burst_passes_then_as_many_as_the_rate_says() -> None:
    clock = StoppedClock()
    fence = Fence(clock)

    burst = [fence.take(SIX_A_MINUTE, "knocks", "anna") for _ in range(7)]
    clock.advance(timedelta(seconds=10))
    later = [fence.take(SIX_A_MINUTE, "knocks", "anna") for _ in range(2)]

    assert burst == [0] * 6 + [10]
    assert later == [0, 10]


def test_everybody_and_everything_is_counted_alone() -> None:
    fence = Fence(StoppedClock())
    for _ in range(6):
        fence.pass_through(SIX_A_MINUTE, "knocks", "anna")

    fence.pass_through(SIX_A_MINUTE, "knocks", "ben")
    fence.pass_through(SIX_A_MINUTE, "calls", "anna")
    with pytest.raises(TooManyRequests) as refused:
        fence.pass_through(SIX_A_MINUTE, "knocks", "anna")

    assert refused.value.retry_after_seconds == 10


def test_a_clock_that_is_put_back_locks_nobody_out() -> None:
    clock = StoppedClock()
    fence = Fence(clock)
    fence.take(SIX_A_MINUTE, "knocks", "anna")

    clock.advance(-timedelta(days=1))

    assert fence.take(SIX_A_MINUTE, "knocks", "anna") == 0


async def test_what_the_store_counts_holds_for_all_processes_until_the_time_is_over(
    each_chat: Chat,
) -> None:
    deps, clock = each_chat.shop.deps, each_chat.shop.clock
    for _ in range(6):
        await count_everywhere(as_windows(SIX_A_MINUTE), "knocks", "anna", deps)

    with pytest.raises(TooManyRequests) as refused:
        await count_everywhere(as_windows(SIX_A_MINUTE), "knocks", "anna", deps)
    await count_everywhere(as_windows(SIX_A_MINUTE), "knocks", "ben", deps)
    clock.advance(timedelta(minutes=1))
    await count_everywhere(as_windows(SIX_A_MINUTE), "knocks", "anna", deps)

    assert 1 <= refused.value.retry_after_seconds <= 60
