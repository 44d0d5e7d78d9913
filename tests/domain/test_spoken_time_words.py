"""Words of times, in four languages: without marks, and none with two meanings of a kind."""

from __future__ import annotations

import pytest

from clew.domain.spoken_time_words import DAYS, MONTHS, PARTS, UNITS, WEEKDAYS, bare


@pytest.mark.parametrize(
    ("written", "read"),
    [("Środa", "sroda"), ("PÉNTEK", "pentek"), ("północ", "polnoc"), ("Днём", "днем")],
)
def test_marks_and_capitals_make_no_difference(written: str, read: str) -> None:
    assert bare(written) == read


@pytest.mark.parametrize("table", [WEEKDAYS, DAYS, PARTS, UNITS, MONTHS])
def test_every_word_is_found_as_people_write_it(table: dict[str, object]) -> None:
    assert all(word == bare(word) for word in table)


def test_there_are_seven_days_and_twelve_months() -> None:
    assert (set(WEEKDAYS.values()), set(MONTHS.values())) == (set(range(7)), set(range(1, 13)))
