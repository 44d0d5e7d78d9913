"""The reference pages are made from the code, so they cannot say anything else."""

import pytest

from scripts.reference import FOLDER, PAGES


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_reference_page_is_fresh(name: str) -> None:
    """Run `python scripts/reference.py` after a change of settings or commands."""
    assert (FOLDER / name).read_text() == PAGES[name]()
