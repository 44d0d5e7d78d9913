"""Text without what nobody sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.reading.tidying import tidy


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\u00a0b\u2003c", "a b c"),
        ("a\u200bb\ufeff\u2060c\x00", "abc"),
        ("family 👨\u200d👩\u200d👧", "family 👨\u200d👩\u200d👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Sale \u200c\u00a0\u200c\u00a0\u200c\u00a0\u200c now", "Sale now"),
        ("a  \nb\t\n", "a\nb"),
        ("a\n-- \nb", "a\n-- \nb"),
        ("a\n\n\n\n\n\nb", "a\n\n\nb"),
        ("\ud800", "\ufffd"),
        ("user\u202egpj.exe", "usergpj.exe"),
    ],
)
def test_odd_characters_go_and_words_stay(written: str, seen: str) -> None:
    assert tidy(written) == seen


@given(st.text())
def test_tidying_twice_is_tidying_once(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
