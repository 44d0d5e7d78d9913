from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.storage.folding import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Łukasz Żółć", "lukasz zolc"),
        ("ZSÓFIA Őri", "zsofia ori"),
        ("Ёлкин", "елкин"),
        ("Straße", "strasse"),
        ("Anna", "anna"),
    ],
)
def test_case_and_accents_do_not_matter(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
