"""Business hours that cannot be: no zone, no opening, spans that contradict each other."""

from datetime import date

import pytest

from clew.domain.business_hours import (
    BusinessHours,
    DayException,
    InvalidBusinessHours,
    NeverOpens,
    Span,
)
from tests.domain.hours import WARSAW

CLOSED_WEEK: tuple[tuple[Span, ...], ...] = ((),) * 7
ALL_DAY = Span.parse("00:00-24:00")


def test_hours_that_never_open_cannot_be_made() -> None:
    """Otherwise a deadline could be asked for that never comes."""
    new_year = DayException(date(2027, 1, 1), (ALL_DAY,))

    with pytest.raises(NeverOpens):
        BusinessHours("UTC", CLOSED_WEEK)
    with pytest.raises(NeverOpens):
        BusinessHours("UTC", CLOSED_WEEK, (new_year,))


@pytest.mark.parametrize(
    "zone",
    ["", "Warsaw", "Europe", "../etc/passwd", "/etc/passwd", "a\0b", "right/UTC", "localtime"],
)
def test_what_is_not_a_time_zone_is_refused(zone: str) -> None:
    """Some of these are files of the zone database; they are still no places."""
    with pytest.raises(InvalidBusinessHours) as refused:
        BusinessHours(zone, WARSAW.weekly)

    assert refused.value.field == "zone"


@pytest.mark.parametrize(
    ("weekly", "exceptions", "field"),
    [
        ({"monday": ["08:00-12:00", "11:00-18:00"]}, {}, "weekly.monday"),
        ({"monday": ["08:00-12:00", "08:00-12:00"]}, {}, "weekly.monday"),
        ({"monday": ["08:00-09:00"]}, {"2026-05-01": ["1", "2"]}, "exceptions.2026-05-01[0]"),
        (
            {"monday": ["08:00-09:00"]},
            {"2026-05-01": ["09:00-10:00", "08:00-24:00"]},
            "exceptions.2026-05-01",
        ),
        (
            {"monday": [f"{hour:02}:00-{hour:02}:10" for hour in range(24)] + ["00:20-00:30"]},
            {},
            "weekly.monday",
        ),
        ({}, {}, "weekly"),
    ],
)
def test_hours_that_contradict_themselves_are_refused_by_name(
    weekly: dict[str, list[str]], exceptions: dict[str, list[str]], field: str
) -> None:
    with pytest.raises(InvalidBusinessHours) as refused:
        BusinessHours.from_data({"zone": "UTC", "weekly": weekly, "exceptions": exceptions})

    assert refused.value.field == field


def test_a_week_has_seven_days_and_a_date_one_exception() -> None:
    day = DayException(date(2026, 5, 1))

    with pytest.raises(InvalidBusinessHours, match="seven"):
        BusinessHours("UTC", ((ALL_DAY,),) * 5)
    with pytest.raises(InvalidBusinessHours, match="twice"):
        BusinessHours("UTC", WARSAW.weekly, (day, day))
    with pytest.raises(InvalidBusinessHours, match="no more than"):
        BusinessHours("UTC", WARSAW.weekly, (day,) * 2001)
