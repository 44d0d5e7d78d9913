"""One person has one attention, and nothing but what they did counts."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from clew.domain.attention import LONGEST_READING, Focus, credit, credited, exclusive
from clew.domain.ids import CaseId

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
A, B, C = (CaseId(UUID(int=number)) for number in (1, 2, 3))
SURROUNDINGS = 75


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def focus(
    number: int, case_id: CaseId, began: float, ended: float, words: int = 0, *beats: float
) -> Focus:
    return Focus(
        id=UUID(int=number),
        case_id=case_id,
        began_at=at(began),
        ended_at=at(ended),
        words=words,
        beats=tuple(at(beat) for beat in beats),
    )


def of_cases(foci: list[Focus]) -> dict[CaseId, int]:
    found: dict[CaseId, int] = {}
    for one in exclusive(foci):
        found[one.case_id] = found.get(one.case_id, 0) + credit(one)
    return found


def test_a_day_that_was_worked_out_by_hand() -> None:
    """Told as browsers tell it: no window knows of the others, so none has an end of its own."""
    foci = [
        focus(1, A, 0, 700, 100, 50, 55, 58),
        focus(2, B, 70, 700),
        focus(3, A, 80, 700, 0, 85, 400),
        focus(4, C, 405, 700, 600),
    ]

    spans = [
        [(int((a - START).total_seconds()), int((b - START).total_seconds())) for a, b in one]
        for one in map(credited, exclusive(foci))
    ]
    assert spans == [[(0, 30), (35, 70)], [], [(80, 145), (385, 405)], [(405, 525)]]
    assert of_cases(foci) == {A: 150, B: 0, C: 120}


def test_a_case_that_only_lies_open_counts_nothing() -> None:
    assert credit(focus(1, A, 0, 3_600)) == 0


def test_what_was_done_after_one_turned_elsewhere_counts_nothing() -> None:
    assert credit(focus(1, A, 0, 60, 0, 90)) == 0


def test_nothing_is_made_of_nothing() -> None:
    assert exclusive([]) == []


seconds = st.integers(0, 3_000)


@st.composite
def days(draw: st.DrawFn) -> list[Focus]:
    """Draw what the windows of one agent tell, that know nothing of each other."""
    told = draw(
        st.lists(st.tuples(seconds, seconds, st.integers(0, 900), st.lists(seconds)), max_size=8)
    )
    return [
        focus(number, (A, B, C)[number % 3], began, began + length, words, *beats)
        for number, (began, length, words, beats) in enumerate(told)
    ]


@given(days())
def test_nobody_works_on_two_cases_at_once(foci: list[Focus]) -> None:
    spans = sorted(span for one in exclusive(foci) for span in credited(one))

    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    if foci:
        whole = max(one.ended_at for one in foci) - min(one.began_at for one in foci)
        assert sum(of_cases(foci).values()) <= whole.total_seconds()


@given(days(), st.randoms(use_true_random=False))
def test_the_order_in_which_windows_tell_is_of_no_matter(
    foci: list[Focus], chance: random.Random
) -> None:
    mixed = list(foci)
    chance.shuffle(mixed)

    assert exclusive(mixed) == exclusive(foci)


@given(days(), seconds)
def test_another_beat_never_takes_anything_away(foci: list[Focus], second: int) -> None:
    more = [replace(one, beats=(*one.beats, at(second))) for one in foci]

    before, after = of_cases(foci), of_cases(more)
    assert all(after[case_id] >= credit for case_id, credit in before.items())


@given(days())
def test_no_more_counts_than_what_was_done_and_read(foci: list[Focus]) -> None:
    for one in exclusive(foci):
        most = SURROUNDINGS * len(one.beats) + LONGEST_READING.total_seconds()
        assert credit(one) <= most


@given(days())
def test_what_is_cut_already_is_not_cut_again(foci: list[Focus]) -> None:
    once = exclusive(foci)

    assert exclusive(once) == once
