"""What in a reply promises a time, in four languages, and what does not."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.spoken_promises import promised_time
from tests.domain.test_spoken_times import WORDS

WARSAW = ZoneInfo("Europe/Warsaw")
# A Wednesday.
NOW = datetime(2026, 11, 18, 14, 30, tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I will write by Monday 14:20.", "2026-11-23 14:20"),
        ("You have it by tomorrow (we hope).", "2026-11-19 17:00"),
        ("By 5pm, I hope.", "2026-11-18 17:00"),
        ("Dam znać do piątku 10:00, dziękuję", "2026-11-20 10:00"),
        ("Odpowiem do jutra", "2026-11-19 17:00"),
        ("Отвечу до пятницы.", "2026-11-20 17:00"),
        ("Напишу к понедельнику 12:00", "2026-11-23 12:00"),
        ("Hétfő 14:20-ig válaszolunk.", "2026-11-23 14:20"),
        ("Holnapig megírjuk", "2026-11-19 17:00"),
        ("by today", "2026-11-18 17:00"),
        ("By Monday 9:00, or rather by Friday 12:00.", "2026-11-20 12:00"),
    ],
)
def test_a_time_by_which_something_is_said_to_come(text: str, meant: str) -> None:
    found = promised_time(text, NOW)

    assert found is not None
    assert found.astimezone(WARSAW).strftime("%Y-%m-%d %H:%M") == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "by",
        "I stand by 5 of them",
        "Monday 14:20 was fine",
        "It was sent by courier.",
        "Zwrot do 14 dni",
        "do 5 sztuk",
        "by the way. Monday 14:20",
        "Eddig jó volt",
    ],
)
def test_what_promises_nothing(text: str) -> None:
    found = promised_time(text, NOW)

    assert found is None


@given(st.lists(st.sampled_from([*WORDS, "by", "do", "до", "-ig", "14:20-ig", "."])), st.text())
def test_whatever_is_written_a_promise_lies_ahead(words: list[str], more: str) -> None:
    found = promised_time(" ".join([*words, more]), NOW)

    assert found is None or found > NOW.astimezone(UTC)
