"""Where a page ended."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.domain.errors import InvalidInput
from clew.storage.reading.cursors import (
    instant_cursor,
    instant_of,
    name_cursor,
    name_of,
    number_cursor,
    number_of,
)

INSTANTS = st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - st adds it
READERS: tuple[Callable[[str], object], ...] = (number_of, instant_of, name_of)


@given(INSTANTS, st.uuids())
def test_an_instant_comes_back_exactly(at: datetime, row_id: UUID) -> None:
    assert instant_of(instant_cursor(at, row_id)) == (at, row_id)


@given(st.integers(min_value=0, max_value=2**63 - 1))
def test_a_number_comes_back_exactly(number: int) -> None:
    assert number_of(number_cursor(number)) == number


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=99))
def test_a_name_comes_back_exactly(name: str) -> None:
    row_id = UUID(int=7)

    assert name_of(name_cursor(name, row_id)) == (name, row_id)


@given(st.text())
def test_what_is_no_cursor_is_refused_and_never_an_error(cursor: str) -> None:
    for reader in READERS:
        with contextlib.suppress(InvalidInput):
            assert reader(cursor) is not None


@pytest.mark.parametrize("cursor", ["", "x", "!!", "😀", "a" * 5_000, number_cursor(2**64)])
@pytest.mark.parametrize("reader", READERS)
def test_odd_cursors_are_refused(reader: Callable[[str], object], cursor: str) -> None:
    with pytest.raises(InvalidInput):
        reader(cursor)
