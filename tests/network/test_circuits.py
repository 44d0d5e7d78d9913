from __future__ import annotations

from datetime import timedelta

import pytest

from clew.network.circuits import FAILURES, FIRST_PAUSE, LONGEST_PAUSE, CircuitIsOpen, Circuits
from tests.clocks import StoppedClock

NAME = "inbox"


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def circuits(clock: StoppedClock) -> Circuits:
    return Circuits(clock)


def fail(circuits: Circuits, times: int = 1) -> None:
    for _ in range(times):
        circuits.enter(NAME)
        circuits.leave(NAME, is_well=False)


def is_open(circuits: Circuits) -> bool:
    try:
        circuits.enter(NAME)
    except CircuitIsOpen:
        return True
    circuits.leave(NAME, is_well=None)
    return False


def test_it_opens_after_so_many_failures_in_a_row(circuits: Circuits) -> None:
    fail(circuits, FAILURES - 1)
    assert not is_open(circuits)

    fail(circuits)
    assert is_open(circuits)


def test_a_success_between_begins_the_count_anew(circuits: Circuits) -> None:
    fail(circuits, FAILURES - 1)
    circuits.leave(NAME, is_well=True)
    fail(circuits, FAILURES - 1)

    assert not is_open(circuits)


def test_others_are_not_concerned(circuits: Circuits) -> None:
    fail(circuits, FAILURES)

    circuits.enter("another")


def test_after_the_pause_one_probe_passes_and_only_one(
    circuits: Circuits, clock: StoppedClock
) -> None:
    fail(circuits, FAILURES)
    clock.advance(FIRST_PAUSE)

    circuits.enter(NAME)
    with pytest.raises(CircuitIsOpen):
        circuits.enter(NAME)

    circuits.leave(NAME, is_well=True)
    assert not is_open(circuits)


def test_a_probe_that_fails_makes_the_pause_longer_up_to_a_limit(
    circuits: Circuits, clock: StoppedClock
) -> None:
    fail(circuits, FAILURES)
    pauses = []
    for _ in range(10):
        with pytest.raises(CircuitIsOpen) as refused:
            circuits.enter(NAME)
        pauses.append(refused.value.until - clock.now())
        clock.advance(pauses[-1])
        fail(circuits)

    assert pauses[:3] == [FIRST_PAUSE, 2 * FIRST_PAUSE, 4 * FIRST_PAUSE]
    assert pauses[-1] == LONGEST_PAUSE


def test_a_probe_that_never_came_back_does_not_close_the_way_for_ever(
    circuits: Circuits, clock: StoppedClock
) -> None:
    fail(circuits, FAILURES)
    clock.advance(FIRST_PAUSE)
    circuits.enter(NAME)

    clock.advance(timedelta(hours=1))

    circuits.enter(NAME)


def test_a_probe_that_tells_nothing_lets_another_pass(
    circuits: Circuits, clock: StoppedClock
) -> None:
    fail(circuits, FAILURES)
    clock.advance(FIRST_PAUSE)
    circuits.enter(NAME)
    circuits.leave(NAME, is_well=None)

    circuits.enter(NAME)
