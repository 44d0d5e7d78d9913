"""Business hours as people write them and as they are stored: plain JSON.

    {"zone": "Europe/Warsaw",
     "weekly": {"monday": ["08:00-12:00", "13:00-18:00"], "friday": ["22:00-24:00"]},
     "exceptions": {"2026-05-01": [], "2026-12-24": ["08:00-12:00"]}}

A day of the week that is missing is closed; an exception replaces its whole day, and an
empty one closes it. This module knows the form only; what makes good business hours is
decided in `clew.domain.business_hours`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, NotRequired, TypedDict

from clew.domain.opening import InvalidBusinessHours, Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
FIELDS = frozenset({"zone", "weekly", "exceptions"})


class BusinessHoursData(TypedDict):
    """The JSON form."""

    zone: str
    weekly: dict[str, list[str]]
    exceptions: NotRequired[dict[str, list[str]]]


class Parts(NamedTuple):
    """What the JSON form holds, read but not yet judged."""

    zone: str
    weekly: tuple[tuple[Span, ...], ...]
    exceptions: tuple[tuple[date, tuple[Span, ...]], ...]


def read(data: object) -> Parts:
    """Return what is written in `data`, a value as a JSON parser gives it.

    Raises:
        InvalidBusinessHours: Something is missing, unknown or not of the form; `field` says where.
    """
    form = _mapping(data, "business_hours")
    for field in form:
        if field not in FIELDS:
            raise InvalidBusinessHours(str(field), "there is no such field")
    zone = form.get("zone")
    if not isinstance(zone, str):
        raise InvalidBusinessHours("zone", "a time zone such as Europe/Warsaw is needed")
    weekly = _mapping(form.get("weekly"), "weekly")
    for weekday in weekly:
        if weekday not in WEEKDAYS:
            raise InvalidBusinessHours(
                f"weekly.{weekday}", "days are written in full: monday, tuesday, ..."
            )
    days = (_spans(weekly.get(day, []), f"weekly.{day}") for day in WEEKDAYS)
    return Parts(zone, tuple(days), tuple(_exceptions(form.get("exceptions", {}))))


def write(parts: Parts) -> BusinessHoursData:
    """Return the JSON form that `read` takes back."""
    return {
        "zone": parts.zone,
        "weekly": {
            day: [str(span) for span in spans]
            for day, spans in zip(WEEKDAYS, parts.weekly, strict=True)
            if spans
        },
        "exceptions": {
            day.isoformat(): [str(span) for span in spans] for day, spans in parts.exceptions
        },
    }


def _exceptions(data: object) -> Iterator[tuple[date, tuple[Span, ...]]]:
    for text, spans in _mapping(data, "exceptions").items():
        field = f"exceptions.{text}"
        day: date | None
        try:
            day = date.fromisoformat(str(text))
        except ValueError:
            day = None
        if day is None or day.isoformat() != text:  # ISO 8601 has other forms; one is enough
            raise InvalidBusinessHours(field, "dates are written as 2026-05-01")
        yield day, _spans(spans, field)


def _spans(data: object, field: str) -> tuple[Span, ...]:
    if not isinstance(data, Sequence) or isinstance(data, str | bytes):
        raise InvalidBusinessHours(field, "a list of spans such as 08:00-18:00 is needed")
    return tuple(_span(text, f"{field}[{place}]") for place, text in enumerate(data))


def _span(data: object, field: str) -> Span:
    if not isinstance(data, str):
        raise InvalidBusinessHours(field, "a span is a text such as 08:00-18:00")
    try:
        return Span.parse(data)
    except InvalidBusinessHours as error:
        raise InvalidBusinessHours(field, error.message) from None


def _mapping(data: object, field: str) -> Mapping[object, object]:
    if not isinstance(data, Mapping):
        raise InvalidBusinessHours(field, "an object with named fields is needed")
    return data
