"""`audit` and `doctor` end with 1 when they find something."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fixtures.command_line import Run, init


def test_an_empty_installation_has_no_violations(clew: Run) -> None:
    init(clew)

    code, out, _ = clew("audit", "--json")

    assert (code, json.loads(out)["violations"]) == (0, 0)


@pytest.mark.parametrize("command", ["audit", "inbox list", "intake list", "token list"])
def test_where_nothing_is_nothing_is_said_to_be_well(
    clew: Run, tmp_path: Path, command: str
) -> None:
    """A folder mistyped must not pass for an installation in order."""
    code, out, complaint = clew(*command.split(), "--data", str(tmp_path / "typo"))

    assert (code, out, complaint.count("\n")) == (2, "", 1)
    assert "`clew init` makes one" in complaint
    assert not (tmp_path / "typo").exists()


def test_what_doctor_finds_amiss_is_an_exit_code_and_a_line(
    clew: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLEW_SECRET_KEY", "not a key")

    code, out, complaint = clew("doctor", "--json")

    checks = {row["check"]: row["ok"] for row in map(json.loads, out.splitlines())}
    assert code == 1
    assert checks["data folder"]
    assert not checks["secret key"]
    assert "checks found something" in complaint
