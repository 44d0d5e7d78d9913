from datetime import date

import pytest

from clew.domain.business_hours_data import read, write
from clew.domain.opening import InvalidBusinessHours, Span

WRITTEN = {
    "zone": "Europe/Warsaw",
    "weekly": {"monday": ["08:00-12:00", "13:00-18:00"], "saturday": ["22:00-24:00"]},
    "exceptions": {"2026-05-01": [], "2026-12-24": ["08:00-12:00"]},
}


def test_what_is_written_is_what_was_read() -> None:
    parts = read(WRITTEN)

    assert parts.weekly[0] == (Span.parse("08:00-12:00"), Span.parse("13:00-18:00"))
    assert parts.weekly[1] == ()
    assert parts.exceptions[0] == (date(2026, 5, 1), ())
    assert write(parts) == WRITTEN


def test_exceptions_may_be_left_out() -> None:
    assert read({"zone": "UTC", "weekly": {}}).exceptions == ()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        (None, "business_hours"),
        ([], "business_hours"),
        ({"weekly": {}}, "zone"),
        ({"zone": 1, "weekly": {}}, "zone"),
        ({"zone": "UTC"}, "weekly"),
        ({"zone": "UTC", "weekly": []}, "weekly"),
        ({"zone": "UTC", "weekly": {}, "holidays": {}}, "holidays"),
        ({"zone": "UTC", "weekly": {"mon": []}}, "weekly.mon"),
        ({"zone": "UTC", "weekly": {1: []}}, "weekly.1"),
        ({"zone": "UTC", "weekly": {"monday": "08:00-18:00"}}, "weekly.monday"),
        ({"zone": "UTC", "weekly": {"monday": None}}, "weekly.monday"),
        ({"zone": "UTC", "weekly": {"monday": ["08:00-18:00", 8]}}, "weekly.monday[1]"),
        ({"zone": "UTC", "weekly": {"monday": ["18:00-08:00"]}}, "weekly.monday[0]"),
        ({"zone": "UTC", "weekly": {}, "exceptions": []}, "exceptions"),
        ({"zone": "UTC", "weekly": {}, "exceptions": {"2026-02-30": []}}, "exceptions.2026-02-30"),
        ({"zone": "UTC", "weekly": {}, "exceptions": {"2026-05-01": {}}}, "exceptions.2026-05-01"),
        ({"zone": "UTC", "weekly": {}, "exceptions": {"20260501": []}}, "exceptions.20260501"),
    ],
)
def test_every_slip_is_refused_by_its_place(data: object, field: str) -> None:
    with pytest.raises(InvalidBusinessHours) as refused:
        read(data)

    assert refused.value.field == field
    assert refused.value.extra["errors"] == [
        {"field": field, "message": refused.value.message, "fault": "unfit"}
    ]


def test_a_night_written_as_one_span_is_told_how_to_write_it() -> None:
    with pytest.raises(InvalidBusinessHours, match="two spans that meet at midnight"):
        read({"zone": "UTC", "weekly": {"monday": ["22:00-06:00"]}})
