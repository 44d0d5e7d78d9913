"""Telephone numbers, with or without their country."""

from __future__ import annotations

import pytest

from clew.language.analyser.numbers import MAX_DIGITS, number_tokens
from clew.ports.language import kept_terms


def kept(text: str) -> set[str]:
    return set(kept_terms(number_tokens(text, 0, len(text))))


@pytest.mark.parametrize(
    "text", ["+48 601 234 567", "0048601234567", "601-234-567", "(601) 234.567", "48601234567"]
)
def test_a_number_is_kept_without_its_country(text: str) -> None:
    assert {"601234567", "1234567"} <= kept(text)


def test_a_number_asked_for_with_its_country_may_be_kept_without() -> None:
    (token,) = number_tokens("+36 1 234 5678", 0, 14)

    assert "12345678" in token.terms
    assert "1234567" not in token.terms


def test_short_groups_stay_apart() -> None:
    assert [token.terms for token in number_tokens("12.50", 0, 5)] == [("12",), ("50",)]


def test_a_number_beside_another_is_still_found() -> None:
    assert "601234567" in kept("12 601-234-567 12.50")


def test_digits_without_end_are_cut() -> None:
    assert max(map(len, kept("1" * 10_000))) == MAX_DIGITS
