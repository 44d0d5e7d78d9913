"""The checker is worth what it notices: each planted fault must be caught, and soon."""

from __future__ import annotations

import pytest

from tests.domain.model.invariants import Violation
from tests.domain.model.mutants import MUTANTS
from tests.domain.model.planting import Plant, planted
from tests.domain.model.walk import walk

# More than twice as many as the shyest mutant needs.
SEEDS = 20
STEPS_A_SEED = 300

pytestmark = pytest.mark.slow


def seeds_until_caught(plant: Plant) -> int | None:
    """Return how many seeds it takes to notice a mutant, or None if it lives through all."""
    with planted(plant):
        for seed in range(SEEDS):
            try:
                walk(seed, STEPS_A_SEED)
            except Violation:
                return seed + 1
    return None


@pytest.mark.parametrize("plant", MUTANTS, ids=lambda plant: str(plant.__name__))
def test_a_planted_fault_is_caught(plant: Plant) -> None:
    assert seeds_until_caught(plant) is not None


def test_without_a_planted_fault_nothing_is_caught() -> None:
    """The same seeds, so that what catches the mutants is the mutants."""
    for seed in range(SEEDS):
        walk(seed, STEPS_A_SEED)


def test_a_mutant_leaves_no_trace() -> None:
    with planted(MUTANTS[0]), pytest.raises(Violation):
        walk(0, STEPS_A_SEED)

    walk(0, STEPS_A_SEED)
