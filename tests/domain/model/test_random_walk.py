"""A long walk: whatever happens to cases, in whatever order, nothing is lost or forgotten."""

from __future__ import annotations

import pytest

from clew.domain.effects import EFFECTS
from clew.domain.events import CaseOpened
from clew.domain.moves import Holder
from tests.domain.model.walk import DEEDS, Walk, walk

# Together 200,000 steps, in parts that can be walked at the same time.
SEEDS = (1, 2, 3, 4)
STEPS_A_SEED = 50_000

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", SEEDS)
def test_no_walk_breaks_the_model(seed: int) -> None:
    """Every event is checked, every life replayed from its log and left alone at its end."""
    seen = walk(seed, STEPS_A_SEED)

    assert seen.steps == STEPS_A_SEED
    assert_everything_was_seen(seen)


def assert_everything_was_seen(seen: Walk) -> None:
    """Check that the walk was a walk: all deeds, all events, all holders, many ways between."""
    assert seen.lives > 100
    assert {name for name, count in seen.done.items() if count} == set(DEEDS)
    assert seen.seen == {kind.__name__ for kind in EFFECTS if kind is not CaseOpened}
    assert {holder for holder, _, _ in seen.passes} == {*Holder, None}
    assert len(seen.passes) > 200


def test_the_walks_are_long_enough() -> None:
    assert len(SEEDS) * STEPS_A_SEED >= 200_000
