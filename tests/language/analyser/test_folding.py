"""One spelling for many."""

from __future__ import annotations

import pytest

from clew.language.analyser.folding import fold, lowered


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("ZAŻÓŁĆ", "zazolc"),
        ("Ёлка", "елка"),
        ("Őrült", "orult"),
        ("straße", "strasse"),
        ("e\u0301te\u0301", "ete"),
        ("ＡＢ１２", "ab12"),
        ("L’Hôtel", "lhotel"),
        ("don't", "dont"),
        ("한국", "한국"),
        ("ที่", "ที่"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_spellings_meet(word: str, plain: str) -> None:
    assert fold(word) == plain
    assert fold(plain) == plain


def test_a_stemmer_gets_accents_in_composed_form() -> None:
    assert lowered("ZAŻO\u0301ŁC\u0301") == "zażółć"
