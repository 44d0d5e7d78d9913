"""What is left of a word without its endings."""

from __future__ import annotations

import pytest

from clew.language.analyser.stems import MAX_TERM, word_terms


@pytest.mark.parametrize(
    ("form", "other"),
    [
        ("paczka", "paczek"),
        ("paczka", "paczce"),
        ("faktura", "fakturze"),
        ("droga", "drodze"),
        ("woda", "wodzie"),
        ("посылка", "посылок"),
        ("подарок", "подарка"),
        ("levél", "levelet"),
        ("parcel", "parcels"),
    ],
)
def test_forms_of_a_word_share_a_stem(form: str, other: str) -> None:
    assert set(word_terms(form)) & set(word_terms(other))


@pytest.mark.parametrize("word", ["an", "the", "на", "x1", "2026"])
def test_short_words_and_codes_are_left_alone(word: str) -> None:
    assert word_terms(word) == (word,)


def test_a_word_comes_first_and_its_stems_once() -> None:
    terms = word_terms("zamówieniem")

    assert terms[0] == "zamowieniem"
    assert len(set(terms)) == len(terms)


def test_a_word_without_end_is_cut() -> None:
    assert max(map(len, word_terms("a" * 10_000))) == MAX_TERM
