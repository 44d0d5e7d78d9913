"""Marks of days: as few as there can be, and of exactly the days that are asked for."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clew.storage.search.marks import of_channel, of_instant, of_span

EPOCH = datetime(1971, 1, 1, tzinfo=UTC)
DAYS = st.timedeltas(timedelta(0), timedelta(days=40_000)).map(lambda since: EPOCH + since)


def test_whole_years_and_months_are_one_mark() -> None:
    found = of_span(datetime(2024, 11, 29, 22, 30, tzinfo=UTC), datetime(2026, 2, 2, tzinfo=UTC))

    assert found == (
        "_h2024112922",
        "_h2024112923",
        "_d20241130",
        "_m202412",
        "_y2025",
        "_m202601",
        "_d20260201",
    )


def test_no_time_before_the_first_is_nothing() -> None:
    assert of_span(datetime(2026, 2, 2, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)) == ()


@given(DAYS, DAYS, st.timedeltas(timedelta(0), timedelta(days=4_000)))
def test_an_instant_has_a_mark_of_the_hours_that_it_lies_in(
    at: datetime, since: datetime, length: timedelta
) -> None:
    until = since + length
    asked = set(of_span(since, until))

    is_asked = not asked.isdisjoint(of_instant(at))

    hour = at.replace(minute=0, second=0, microsecond=0)
    assert is_asked == (hour + timedelta(hours=1) > since and hour < until and since < until)


def test_a_channel_is_one_word() -> None:
    assert of_channel("Web-Chat 2") == "_cweb_chat_2"
