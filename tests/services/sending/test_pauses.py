from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from clew.services.sending.pauses import JITTER, LONGEST, MOST_TRIES, pause_after

A_DAY = timedelta(days=1)


def test_pauses_double_up_to_a_limit() -> None:
    pauses = [pause_after(tries, 0.5) for tries in range(1, 15)]

    assert [pause.total_seconds() for pause in pauses[:5] if pause] == [2, 4, 8, 16, 32]
    assert pauses[-1] == LONGEST


def test_we_give_up_after_about_a_day() -> None:
    pauses = [pause_after(tries, 0.5) for tries in range(1, MOST_TRIES + 1)]

    total = sum((pause for pause in pauses if pause is not None), timedelta())
    assert pauses[-1] is None
    assert 0.9 * A_DAY < total < 1.1 * A_DAY


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_chance_spreads_a_pause_and_never_more_than_so_much(tries: int, chance: float) -> None:
    usual, pause = pause_after(tries, 0.5), pause_after(tries, chance)

    assert (usual is None) == (pause is None)
    if usual and pause:
        assert abs(pause / usual - 1) <= JITTER + 1e-6
