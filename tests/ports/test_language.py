"""What a text is kept under and what a question is about."""

from __future__ import annotations

from clew.ports.language import Token, asked_terms, kept_terms

TOKEN = Token(0, 5, ("a1",), also=("tail",), pieces=(Token(0, 1, ("a",)), Token(1, 2, ("1",))))


def test_a_text_is_kept_under_everything() -> None:
    assert list(kept_terms([TOKEN])) == ["a1", "tail", "a", "1"]


def test_a_question_does_not_ask_for_what_is_only_kept() -> None:
    assert list(asked_terms([TOKEN])) == ["a1", "a", "1"]
