"""A time as it was typed, by the clock on the asker's wall."""

from datetime import datetime

import pytest

from clew.domain.errors import InvalidInput
from clew.services.wake_times import read_promise, read_wake_time
from tests.fixtures.workplace import Shop


async def test_a_time_is_read_in_the_zone_of_who_asks(shop: Shop) -> None:
    deps = shop.deps

    warsaw = read_wake_time("tomorrow 9", "Europe/Warsaw", deps=deps).at
    tokyo = read_wake_time("tomorrow 9", "Asia/Tokyo", deps=deps).at

    assert isinstance(warsaw, datetime)
    assert isinstance(tokyo, datetime)
    assert (tokyo.hour, warsaw.hour) in {(0, 7), (0, 8)}


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../../etc/passwd", "", "/etc/localtime"])
async def test_what_is_no_zone_is_refused(shop: Shop, zone: str) -> None:
    with pytest.raises(InvalidInput, match="time_zone"):
        read_wake_time("tomorrow 9", zone, deps=shop.deps)
    with pytest.raises(InvalidInput, match="time_zone"):
        read_promise("by tomorrow", zone, deps=shop.deps)


async def test_a_promise_is_read_in_the_zone_of_who_writes(shop: Shop) -> None:
    found = read_promise("You hear of us by tomorrow 9:00.", "Asia/Tokyo", deps=shop.deps)

    assert found.at is not None
    assert (found.at.hour, found.at.minute) == (0, 0)
