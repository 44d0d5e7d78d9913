"""Tables of short names."""

from __future__ import annotations

from clew.channels.email.reading.names import names


def test_names_are_the_words_of_all_lines() -> None:
    assert names("a b", "c  a") == {"a", "b", "c"}
