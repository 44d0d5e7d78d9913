"""Steps that need no running program: side by side, and none of them is passed over."""

from __future__ import annotations

import sys

import pytest

from scripts.checks import Step, run_steps


def a_step(name: str, code: str) -> Step:
    return Step(name, [sys.executable, "-c", code])


def test_every_step_that_went_well_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    run_steps([a_step(name, "") for name in ("one", "two", "three")])

    told = capsys.readouterr().out.splitlines()
    assert sorted(line.split()[0] for line in told) == ["one", "three", "two"]


def test_it_ends_with_what_a_failed_step_said(capsys: pytest.CaptureFixture[str]) -> None:
    steps = [a_step("one", ""), a_step("two", "print('why'); raise SystemExit(3)")]

    with pytest.raises(SystemExit, match=r"two failed\."):
        run_steps(steps)

    assert "why" in capsys.readouterr().out
