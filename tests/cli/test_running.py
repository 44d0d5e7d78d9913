"""What runs or prepares the server; the server itself is tried in `tests/test_app.py`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.fixtures.command_line import Run


def test_the_api_describes_itself(clew: Run) -> None:
    code, out, _ = clew("openapi")

    assert code == 0
    assert json.loads(out)["openapi"].startswith("3.1")


def test_a_database_that_cannot_be_reached_is_said_in_one_line(clew: Run) -> None:
    code, _, complaint = clew("migrate", "--database", "postgresql://nobody@127.0.0.1:1/none")

    assert (code, complaint.count("\n")) == (2, 1)


def test_migrating_twice_changes_nothing(clew: Run) -> None:
    first = clew("migrate")

    assert first == clew("migrate") == (0, "the database has the newest schema\n", "")


def test_a_data_folder_that_is_a_file_is_named_with_what_to_do(clew: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    code, _, complaint = clew("migrate", "--data", str(tmp_path / "file"))

    assert (code, complaint.count("\n")) == (2, 1)
    assert "cannot be used: File exists; give another --data" in complaint
