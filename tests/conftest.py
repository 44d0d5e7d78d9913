"""Load every plugin of `tests/fixtures`: to add a fixture, add a file there."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "fixtures"

_FIXTURES = [
    f"tests.fixtures.{path.stem}"
    for path in sorted(FOLDER.glob("[a-z]*.py"))
    if not path.stem.startswith("test_")
]
# All of them before the first is loaded: one may import another.
pytest.register_assert_rewrite(*_FIXTURES)

pytest_plugins = ["pytester", *_FIXTURES]
