"""What people type for a time, in four languages, and what is no time at all."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.spoken_time_words import DAYS, MONTHS, PARTS, UNITS, WEEKDAYS
from clew.domain.spoken_times import LONGEST, MAX_CHARS, spoken_time

WARSAW = ZoneInfo("Europe/Warsaw")
# A Wednesday.
NOW = datetime(2026, 11, 18, 14, 30, tzinfo=WARSAW)
WORDS = [*DAYS, *MONTHS, *PARTS, *UNITS, *WEEKDAYS, "in", "at", "next", "через", "9", "10:30", "pm"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("fri 9", "2026-11-20 09:00"),
        ("park Fri at 9:15", "2026-11-20 09:15"),
        ("jutro 10:00", "2026-11-19 10:00"),
        ("péntek 9", "2026-11-20 09:00"),
        ("завтра 10", "2026-11-19 10:00"),
        ("tomorrow", "2026-11-19 09:00"),
        ("pojutrze rano", "2026-11-20 09:00"),
        ("środa", "2026-11-25 09:00"),  # it is past nine on this one
        ("wed 17", "2026-11-18 17:00"),
        ("next wed 17", "2026-11-25 17:00"),
        ("w piątek o 8 wieczorem", "2026-11-20 20:00"),
        ("пт 15.30", "2026-11-20 15:30"),
        ("в пятницу в 9 часов", "2026-11-20 09:00"),
        ("hétfőn 10 óra", "2026-11-23 10:00"),
        ("holnap 8-kor", "2026-11-19 08:00"),
        ("5pm", "2026-11-18 17:00"),
        ("12 am", "2026-11-19 00:00"),
        ("9", "2026-11-19 09:00"),
        ("wieczorem", "2026-11-18 18:00"),
        ("in 2 hours", "2026-11-18 16:30"),
        ("2h 15m", "2026-11-18 16:45"),
        ("za godzinę", "2026-11-18 15:30"),
        ("через 3 дня", "2026-11-21 09:00"),
        ("2 óra múlva", "2026-11-18 16:30"),
        ("za tydzień 12:00", "2026-11-25 12:00"),
        ("in a week", "2026-11-25 09:00"),
        ("next week", "2026-11-23 09:00"),
        ("на следующей неделе", "2026-11-23 09:00"),
        ("24 listopada 10", "2026-11-24 10:00"),
        ("nov 24", "2026-11-24 09:00"),
        ("24.11 8:30", "2026-11-24 08:30"),
        ("3.2", "2027-02-03 09:00"),
        ("2026-12-01 16:00", "2026-12-01 16:00"),
    ],
)
def test_a_time_is_understood_in_each_language(text: str, meant: str) -> None:
    wall = datetime.fromisoformat(meant).replace(tzinfo=WARSAW)

    assert spoken_time(text, NOW) == wall.astimezone(UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "fri 9 maybe",
        "at",
        "today 10",  # it is half past two
        "25:00",
        "9:75",
        "13 pm",
        "31.2",
        "0 days",
        "fri mon",
        "9 10",
        "2020-01-01",
        "2031-01-01",
        "0000-00-00",
        "400 days",
        "99999999999999999999 hours",
        "in 2 hours 9:00",
    ],
)
def test_what_names_no_time_to_come_has_no_answer(text: str) -> None:
    assert spoken_time(text, NOW) is None


def test_a_weekday_keeps_its_hour_over_a_change_of_clocks() -> None:
    before = datetime(2026, 10, 23, 12, 0, tzinfo=WARSAW)  # summer time ends on the 25th

    found = spoken_time("mon 9", before)

    assert found == datetime(2026, 10, 26, 8, 0, tzinfo=UTC)


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(max_size=MAX_CHARS))
def test_whatever_is_typed_an_answer_lies_ahead_and_not_too_far(text: str) -> None:
    found = spoken_time(text, NOW)

    assert found is None or NOW < found <= NOW + LONGEST


@given(st.integers(0, 6), st.integers(0, 23), st.integers(0, 59), st.integers(0, 364))
def test_a_weekday_with_a_time_is_that_weekday_within_a_week(
    weekday: int, hour: int, minute: int, later: int
) -> None:
    now = NOW + timedelta(days=later)
    names = [word for word, meaning in WEEKDAYS.items() if meaning == weekday]

    for name in names:
        found = spoken_time(f"{name} {hour}:{minute:02}", now)
        assert found is not None
        wall = found.astimezone(WARSAW)
        assert wall.weekday() == weekday
        assert now < found <= now + timedelta(days=7, hours=1)


def test_a_long_text_is_not_even_read() -> None:
    assert spoken_time("9" + " " * MAX_CHARS, NOW) is None
