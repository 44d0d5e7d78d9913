"""Values that several resources take."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from clew.domain.errors import InvalidInput
from clew.web.parameters import checked_instant, page_of


@dataclass
class Thing:
    id: UUID


THINGS = [Thing(UUID(int=number)) for number in range(5)]


def test_pages_follow_each_other_to_the_end() -> None:
    first = page_of(THINGS, None, 2)
    second = page_of(THINGS, first.next_cursor, 2)
    third = page_of(THINGS, second.next_cursor, 2)

    assert first.items + second.items + third.items == THINGS
    assert third.next_cursor is None


def test_things_without_an_id_are_paged_by_their_place() -> None:
    first = page_of(["a", "b", "c"], None, 2)

    assert page_of(["a", "b", "c"], first.next_cursor, 2).items == ["c"]


def test_a_page_that_ends_exactly_is_the_last() -> None:
    assert page_of(THINGS, None, 5).next_cursor is None


def test_a_foreign_cursor_is_refused() -> None:
    with pytest.raises(InvalidInput):
        page_of(THINGS, "nonsense", 2)


def test_an_instant_is_kept_in_utc() -> None:
    east = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=2)))

    assert checked_instant(east, "at") == datetime(2026, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("year", [1, 1969, 2200, 9999])
def test_an_instant_out_of_range_is_refused(year: int) -> None:
    with pytest.raises(InvalidInput):
        checked_instant(datetime(year, 6, 1, tzinfo=UTC), "at")
