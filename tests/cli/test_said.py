"""Tables for people, JSON lines for machines."""

import json
from datetime import UTC, datetime

import pytest

from clew.cli.said import complain, say_rows

ROWS = [{"name": "WhatsApp", "at": datetime(2026, 11, 22, 4, 0, tzinfo=UTC), "reason": None}]


def test_rows_are_aligned_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    say_rows(ROWS, as_json=False)

    head, row = capsys.readouterr().out.splitlines()
    assert head.split() == ["name", "at", "reason"]
    assert row.split() == ["WhatsApp", "2026-11-22T04:00:00Z", "-"]
    assert head.index("at") == row.index("2026")


def test_rows_are_json_lines_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    say_rows(ROWS, as_json=True)

    assert json.loads(capsys.readouterr().out) == {
        "name": "WhatsApp",
        "at": "2026-11-22T04:00:00Z",
        "reason": None,
    }


def test_a_complaint_is_one_line_whatever_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    code = complain("first\nsecond   third")

    assert (code, capsys.readouterr().err) == (2, "clew: first second third\n")
