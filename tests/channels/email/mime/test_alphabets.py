"""Letters weigh by how often people write them."""

from __future__ import annotations

from clew.channels.email.mime.alphabets import ALPHABETS, CYRILLIC, EXTENDS_LATIN


def test_frequent_letters_weigh_more_and_marks_nothing() -> None:
    russian = ALPHABETS["koi8_r"][0]

    assert (russian["о"], russian["щ"], russian["Щ"], russian["«"]) == (2, 1, 1, 0)


def test_every_charset_has_its_languages() -> None:
    assert {*CYRILLIC, *EXTENDS_LATIN} <= set(ALPHABETS)
