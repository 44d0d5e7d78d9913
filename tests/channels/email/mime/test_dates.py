"""A date is believed as far as the servers on the way allow."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from clew.channels.email.mime.dates import parse_date, read_date
from clew.channels.email.mime.fields import Fields

NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)
RECEIVED = ("Received", b"from a by b; Mon, 3 Jun 2024 14:00:00 +0200 (CEST)")


@pytest.mark.parametrize(
    ("raw", "at"),
    [
        (b"Mon, 3 Jun 2024 14:00:00 +0200 (CEST)", NOON),
        (b"3 Jun 24 12:00 GMT", NOON),
        (b"Mon Jun  3 12:00:00 2024", NOON),
        (b"2024-06-03T12:00:00Z", NOON),
        (b"Mon, 3 Jun 2024 12:00:00 +9999", NOON),
        (b"Mon, 3 Jun 2024 12:00:60 +0000", NOON.replace(second=59)),
        (b"Thu, 1 Jan 1970 00:00:00 +0000", None),
        (b"Mon, 3 Jun 9999 12:00:00 -1200", None),
        (b"Mon, 33 Jun 2024 12:00:00", None),
        (b"yesterday", None),
        (b"", None),
        (b"(" * 100, None),
        (b"1 Jan 99999999999999999999 0:0:0", None),
    ],
)
def test_dates_are_read(raw: bytes, at: datetime | None) -> None:
    assert parse_date(raw) == at


@pytest.mark.parametrize(
    "written",
    [b"", b"Fri, 3 Jun 2044 14:00:00 +0200", b"Tue, 3 Jun 2014 14:00:00 +0200", b"nonsense"],
)
def test_what_cannot_be_is_replaced_by_when_it_was_received(written: bytes) -> None:
    assert read_date(Fields.of([RECEIVED, ("Date", written)])) == NOON


def test_a_mail_may_be_days_on_its_way() -> None:
    fields = Fields.of([RECEIVED, ("Date", b"Fri, 31 May 2024 12:00:00 +0000")])

    assert read_date(fields) == datetime(2024, 5, 31, 12, tzinfo=UTC)


def test_without_any_believable_instant_there_is_none() -> None:
    fields = Fields.of([("Date", b"Mon, 3 Jun 2024 12:00:00 +0000")])

    assert read_date(fields) == NOON
    assert read_date(fields, datetime(2024, 5, 1, tzinfo=UTC)) is None
