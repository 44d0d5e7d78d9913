from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clew.demo.clock import ScriptedClock
from clew.demo.graph.keeping import FOLDER, Keeping
from clew.demo.graph.provider import Provider
from clew.demo.sample.making import prepare, present
from clew.ports.store.views import CaseView
from tests.demo.sample.looking import look_into
from tests.fixtures.sample import ADDRESS, NOW, MadeSample, make_sample

KINDS: dict[str, Callable[[CaseView], bool]] = {
    "over": lambda case: case.next_move is not None and case.next_move.due_at < NOW,
    "within the hour": lambda case: (
        case.next_move is not None
        and NOW <= case.next_move.due_at < NOW + timedelta(hours=1)
        and case.next_move.holder == "agent"
    ),
    "parked with a reason": lambda case: case.park is not None and case.park.reason != "",
    "waiting for the contact": lambda case: (
        case.next_move is not None and case.next_move.holder == "contact"
    ),
    "in a team's queue": lambda case: case.status == "open" and case.owner is None,
    "promised": lambda case: case.promise_at is not None,
    "not delivered": lambda case: case.delivery_failed,
    "resolved": lambda case: case.resolution is not None,
    "a sequel": lambda case: case.previous_case_id is not None,
}


@pytest.mark.parametrize("kind", KINDS)
async def test_the_sample_has_a_case_of_every_kind(made_sample: MadeSample, kind: str) -> None:
    async with look_into(made_sample) as sample:
        found = [case for case in await sample.cases() if KINDS[kind](case)]

    assert found != []


async def test_no_invariant_is_violated(made_sample: MadeSample) -> None:
    async with look_into(made_sample) as sample:
        violations = await sample.deps.store.audit(NOW)
        counts = await sample.deps.store.intake.counts(sample.shop.workspace_id)

    assert {name: count for name, count in violations.items() if count} == {}
    assert (counts.pending, counts.quarantined) == (0, 0)


async def test_what_is_there_is_not_made_again(made_sample: MadeSample, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    shutil.copytree(made_sample.settings.data, folder)
    again = replace(made_sample, settings=replace(made_sample.settings, data=folder))
    provider = Provider(Keeping(folder / FOLDER), ScriptedClock(NOW))
    async with look_into(again) as sample:
        before = await sample.seq()

    second = await prepare(again.settings, provider, ADDRESS, NOW + timedelta(days=1))

    async with look_into(again) as sample:
        assert await sample.seq() == before
    assert (second.inbox_id, second.is_new) == (made_sample.sample.inbox_id, False)
    assert len(provider.memory.chats) == 12


@pytest.mark.slow
@pytest.mark.parametrize(
    "now",
    [datetime(2026, 7, 6, 5, 0, tzinfo=UTC), datetime(2026, 11, 22, 23, 30, tzinfo=UTC)],
    ids=["before opening on a Monday", "on a Sunday night"],
)
async def test_it_is_made_whenever_somebody_starts_it(tmp_path: Path, now: datetime) -> None:
    made = await make_sample(tmp_path, now)

    async with look_into(made) as sample:
        assert len(await sample.cases()) == 13
        assert not any((await sample.deps.store.audit(now)).values())


def test_the_present_is_ahead_by_as_much_as_the_clock_was_moved() -> None:
    assert present(3600.0) - datetime.now(UTC) > timedelta(minutes=59)
