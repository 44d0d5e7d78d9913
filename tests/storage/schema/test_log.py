"""What is brought in from archives has a place by its own time."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from clew.storage.schema.log import place_of

times = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1))  # noqa: DTZ001 - UTC
seqs = st.integers(min_value=1, max_value=2**40)


@given(times, times, seqs, seqs)
def test_the_earlier_stands_before_the_later_and_both_before_what_happened_here(
    one: datetime, other: datetime, first_seq: int, second_seq: int
) -> None:
    earlier, later = sorted((one.replace(tzinfo=UTC), other.replace(tzinfo=UTC)))

    first, second = place_of(earlier, first_seq), place_of(later, second_seq)

    assert (later - earlier).total_seconds() < 1 or first < second
    assert max(first, second) < 0
    assert min(first, second) >= -(2**53), "browsers count exactly so far"


def test_what_came_in_one_second_stands_as_it_was_brought_in() -> None:
    at = datetime(2019, 3, 4, 10, tzinfo=UTC)

    assert [place_of(at, seq) - place_of(at, 41) for seq in (41, 42, 43)] == [0, 1, 2]
    assert place_of(datetime(1900, 1, 1, tzinfo=UTC), 1) >= -(2**52)
