"""Texts that are too long or too short, and too many things, are refused in the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.errors import InvalidInput
from clew.domain.faults import Fault
from clew.domain.sizes import check_count, check_length


def refusal(text: str, least: int, most: int) -> InvalidInput | None:
    try:
        check_length("name", text, least=least, most=most)
    except InvalidInput as wrong:
        return wrong
    return None


@given(st.text(max_size=8), st.integers(0, 4), st.integers(4, 8))
def test_a_text_is_refused_exactly_when_its_length_is_out_of_bounds(
    text: str, least: int, most: int
) -> None:
    assert (refusal(text, least, most) is None) == (least <= len(text) <= most)


def test_the_refusal_says_both_bounds_only_where_there_are_two() -> None:
    short, long = refusal("", 1, 3), refusal("four", 0, 3)

    assert short is not None
    assert long is not None
    assert (short.fault, short.facts) == (Fault.WRONG_LENGTH, {"least": 1, "most": 3})
    assert (long.fault, long.facts) == (Fault.TOO_LONG, {"most": 3})


def test_too_many_things_are_refused() -> None:
    check_count("tag_ids", {1, 2}, most=2)
    with pytest.raises(InvalidInput, match="at most 2") as refused:
        check_count("tag_ids", {1, 2, 3}, most=2)
    assert refused.value.fault is Fault.TOO_MANY
