"""Many events call for help, few let it go; a window is a second."""

from __future__ import annotations

from clew.worker.relief.load import Load


class Watch:
    """Time that passes when it is told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_windows_with_many_events_are_counted_until_one_has_fewer() -> None:
    watch = Watch()
    load = Load(watch, many=10, few=2)

    seen = []
    for taken in (10, 12, 3, 0):
        load.note(taken)
        watch.now += 1.0
        load.note(0)
        seen.append((load.high, load.low))

    assert seen == [(1, 0), (2, 0), (0, 0), (0, 1)]


def test_what_comes_in_small_pieces_within_a_second_counts_together() -> None:
    watch = Watch()
    load = Load(watch, many=10)

    for _ in range(5):
        load.note(2)
        watch.now += 0.1
    watch.now = 1.05
    load.note(0)

    assert load.high == 1


def test_a_long_pause_is_many_quiet_windows() -> None:
    watch = Watch()
    load = Load(watch, many=10, few=2)

    load.note(50)
    watch.now = 8.5
    load.note(0)

    assert (load.high, load.low) == (0, 7)
