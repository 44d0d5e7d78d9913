"""What somebody is asked who may confirm an address, in their language."""

from __future__ import annotations

from pathlib import Path

import pytest

from clew.services.confirmations.words import BY_CODE, BY_LINK, in_language

LANGUAGES = {one.name for one in Path("locales").iterdir() if one.is_dir()}


def test_a_contact_is_asked_in_every_language_that_we_speak() -> None:
    for words, place in ((BY_LINK, "{link}"), (BY_CODE, "{email}")):
        assert set(words) == LANGUAGES
        assert all(said.count(place) == 1 for said in words.values())
        assert len(set(words.values())) == len(words)


@pytest.mark.parametrize(
    ("wanted", "given"), [("pl", "pl"), ("pl-PL", "pl"), ("HU", "hu"), ("de", "en"), ("", "en")]
)
def test_who_speaks_another_language_is_asked_in_english(wanted: str, given: str) -> None:
    assert in_language(BY_LINK, wanted) == BY_LINK[given]
