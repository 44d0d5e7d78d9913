from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.instants import EARLIEST, MOST_AHEAD, instant_of

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
SECONDS = int(NOON.timestamp())


@pytest.mark.parametrize("value", [SECONDS, str(SECONDS), SECONDS * 1000, str(SECONDS * 1000)])
def test_seconds_and_milliseconds_name_the_same_instant(value: object) -> None:
    assert instant_of(value, NOON) == NOON


def test_milliseconds_keep_their_fraction() -> None:
    assert instant_of(str(SECONDS * 1000 - 1), NOON) == NOON - timedelta(milliseconds=1)


def test_a_message_from_before_a_long_outage_keeps_its_time() -> None:
    a_week_ago = NOON - timedelta(days=7)

    assert instant_of(str(int(a_week_ago.timestamp())), NOON) == a_week_ago


@pytest.mark.parametrize(
    "value",
    ["0", "4294967295", "253402300800", "999999999999", "", "soon", "-5", "²", None, True, 1.5, {}],
)
def test_an_absurd_time_gives_the_time_of_receipt(value: Any) -> None:
    """1970 and 2106 are clocks that were never set; the message is real."""
    assert instant_of(value, NOON) == NOON


@given(
    st.none()
    | st.integers(0, 10**14)
    | st.integers()
    | st.floats()
    | st.text()
    | st.from_regex(r"\A\d{1,20}\Z")
)
def test_every_value_gives_a_sane_aware_instant(value: object) -> None:
    instant = instant_of(value, NOON)

    assert instant.tzinfo is UTC
    assert EARLIEST <= instant <= NOON + MOST_AHEAD
