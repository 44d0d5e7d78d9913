"""Load every plugin of `tests/fixtures`: to add a fixture, add a file there."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "fixtures"

pytest_plugins = [
    "pytester",
    *(
        f"tests.fixtures.{path.stem}"
        for path in sorted(FOLDER.glob("[a-z]*.py"))
        if not path.stem.startswith("test_")
    ),
]
