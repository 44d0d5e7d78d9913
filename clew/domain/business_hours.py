"""When time counts: open time between two instants, and the instant after so much open time.

Every reply target and department agreement is counted here and nowhere else. Time is
absolute: results are exact to the microsecond through every change of the clock, and a day
that is open around the clock has 23 or 25 hours when the zone says so. What a wall time
means when the clock skips or repeats it: see `clew.domain.opening`.

Instants are aware datetimes, results are UTC; a naive one raises `TypeError`. Make business
hours once and keep them: the first question about a fortnight compiles it in a fraction of
a millisecond, every further one takes a few microseconds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Self
from zoneinfo import ZoneInfo

from clew.domain import business_hours_data as form
from clew.domain.faults import Fault
from clew.domain.opening import (
    A_DAY,
    BLOCK_TICKS,
    EPOCH,
    LATEST_TICK,
    TICK,
    Block,
    HorizonIsTooFar,
    InvalidBusinessHours,
    NeverOpens,
    Span,
    open_block,
)

__all__ = [
    "BusinessHours",
    "DayException",
    "HorizonIsTooFar",
    "InvalidBusinessHours",
    "NeverOpens",
    "Span",
]

ALL_DAY = Span(timedelta(0), A_DAY)

# What people write stays far below these; they bound what one calendar can cost.
MAX_SPANS_A_DAY = 24
MAX_EXCEPTIONS = 2_000

# The zone database has entries that are no places: these depend on the machine, or count leap
# seconds, which UTC as computers keep it does not.
_NOT_A_ZONE = ("Factory", "localtime", "posix/", "posixrules", "right/")


@dataclass(frozen=True, slots=True)
class DayException:
    """A date whose spans replace those of its weekday; without any it is closed."""

    on: date
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class BusinessHours:
    """The open spans of a week in one time zone, with exceptions by date.

    Spans may come in any order and may touch, never overlap.

    Attributes:
        zone: A name of the IANA time zone database.
        weekly: Seven days, Monday first; an empty one is closed.
        exceptions: Holidays and other special days, each date once.

    Raises:
        NeverOpens: All seven days are closed.
        InvalidBusinessHours: The zone is unknown, spans overlap or a date comes twice.
    """

    zone: str
    weekly: tuple[tuple[Span, ...], ...]
    exceptions: tuple[DayException, ...] = ()

    _zone: ZoneInfo = field(init=False, repr=False, compare=False)
    _special: dict[date, tuple[Span, ...]] = field(init=False, repr=False, compare=False)
    _blocks: dict[int, Block] = field(init=False, repr=False, compare=False, default_factory=dict)
    _never_closes: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        weekly, exceptions = _checked_week(self.weekly), _checked_exceptions(self.exceptions)
        made = {
            "weekly": weekly,
            "exceptions": exceptions,
            "_zone": _zone_named(self.zone),
            "_special": {exception.on: exception.spans for exception in exceptions},
            "_never_closes": not exceptions and all(day == (ALL_DAY,) for day in weekly),
        }
        for name, value in made.items():
            object.__setattr__(self, name, value)

    @classmethod
    def always_open(cls, zone: str = "UTC") -> Self:
        """Return hours that never close."""
        return cls(zone, ((ALL_DAY,),) * 7)

    @classmethod
    def from_data(cls, data: object) -> Self:
        """Return the hours written in `data`; for the form see `business_hours_data`.

        Raises:
            InvalidBusinessHours: `data` is not of the form; `field` says where.
        """
        parts = form.read(data)
        exceptions = (DayException(day, spans) for day, spans in parts.exceptions)
        return cls(parts.zone, parts.weekly, tuple(exceptions))

    def to_data(self) -> form.BusinessHoursData:
        """Return the form that `from_data` reads."""
        exceptions = ((exception.on, exception.spans) for exception in self.exceptions)
        return form.write(form.Parts(self.zone, self.weekly, tuple(exceptions)))

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """Return the spans of a local date, in order."""
        special = self._special.get(day)
        return self.weekly[day.weekday()] if special is None else special

    def special_days(self, began: datetime, ended: datetime) -> list[date]:
        """Return the local dates from `began` to `ended` whose spans are not their weekday's."""
        first, last = (at.astimezone(self._zone).date() for at in (began, ended))
        return sorted(day for day in self._special if first <= day <= last)

    def open_time(self, began: datetime, ended: datetime) -> timedelta:
        """Return how much of the time from `began` up to `ended` was open; none if they cross.

        Raises:
            HorizonIsTooFar: An instant lies before 1970 or after 2200.
        """
        first, last = _tick(began), _tick(ended)
        if last <= first:
            return timedelta(0)
        if self._never_closes:
            return (last - first) * TICK
        index, last_index = first // BLOCK_TICKS, last // BLOCK_TICKS
        counted = self._block(last_index).open_before(last)
        counted -= self._block(index).open_before(first)
        while index < last_index:
            counted += self._block(index).total
            index += 1
        return counted * TICK

    def add(self, start: datetime, duration: timedelta) -> datetime:
        """Return the earliest instant by which `duration` of open time has passed since `start`.

        Time that runs out exactly at closing ends there, not at the next opening; nothing
        added to a closed hour stays in it.

        Raises:
            HorizonIsTooFar: The instant would lie after 2200.
            ValueError: The duration is negative; see `subtract`.
        """
        at, left = _tick(start), _ticks_of(duration)
        if left == 0 or self._never_closes:
            return _instant(at + left)
        if at + left >= LATEST_TICK:  # open time is never more than time: no need to search
            raise HorizonIsTooFar
        index = at // BLOCK_TICKS
        block = self._block(index)
        left += block.open_before(at)
        while left > block.total:
            left -= block.total
            index += 1
            block = self._block(index)
        stretch = bisect_left(block.before, left) - 1
        return _instant(block.begins[stretch] + left - block.before[stretch])

    def subtract(self, end: datetime, duration: timedelta) -> datetime:
        """Return the latest instant from which `duration` of open time passes until `end`.

        Raises:
            HorizonIsTooFar: The instant would lie before 1970.
            ValueError: The duration is negative; see `add`.
        """
        at, left = _tick(end), _ticks_of(duration)
        if left == 0 or self._never_closes:
            return _instant(at - left)
        index = at // BLOCK_TICKS
        block = self._block(index)
        mark = block.open_before(at) - left
        while mark < 0:
            index -= 1
            block = self._block(index)
            mark += block.total
        stretch = bisect_right(block.before, mark) - 1
        return _instant(block.begins[stretch] + mark - block.before[stretch])

    def is_open(self, at: datetime) -> bool:
        """Say whether `at` counts; the instant of opening does, that of closing does not."""
        tick = _tick(at)
        block = self._block(tick // BLOCK_TICKS)
        stretch = bisect_right(block.begins, tick) - 1
        return stretch >= 0 and tick < block.ends[stretch]

    def next_opening(self, at: datetime) -> datetime:
        """Return the first open instant from `at` on: `at` itself while open.

        Raises:
            HorizonIsTooFar: Exceptions keep everything closed until 2200.
        """
        tick = _tick(at)
        index = tick // BLOCK_TICKS
        while True:  # ends at the horizon, where `_block` raises
            block = self._block(index)
            stretch = bisect_right(block.ends, tick)
            if stretch < len(block.begins):
                return _instant(max(tick, block.begins[stretch]))
            index += 1

    def _block(self, index: int) -> Block:
        block = self._blocks.get(index)
        if block is None:
            block = self._blocks[index] = open_block(index, self._zone, self.spans_on)
        return block


def _tick(at: datetime) -> int:
    """Return microseconds since the epoch; a naive `at` raises `TypeError`."""
    tick = (at - EPOCH) // TICK
    if not 0 <= tick < LATEST_TICK:
        raise HorizonIsTooFar
    return tick


def _ticks_of(duration: timedelta) -> int:
    ticks = duration // TICK
    if ticks < 0:
        raise ValueError(f"a duration is never negative: {duration}")
    return ticks


def _instant(tick: int) -> datetime:
    if not 0 <= tick < LATEST_TICK:
        raise HorizonIsTooFar
    return EPOCH + timedelta(microseconds=tick)


def _zone_named(name: str) -> ZoneInfo:
    if not name.startswith(_NOT_A_ZONE):
        try:
            return ZoneInfo(name)
        except (
            LookupError,
            ValueError,
            OSError,
        ):  # what a hostile name can raise: "..", "", "Europe"
            pass
    raise InvalidBusinessHours("zone", f"{name!r} is not a known time zone such as Europe/Warsaw")


def _checked_week(weekly: tuple[tuple[Span, ...], ...]) -> tuple[tuple[Span, ...], ...]:
    if len(weekly) != len(form.WEEKDAYS):
        raise InvalidBusinessHours("weekly", "seven days are needed, Monday first")
    if not any(weekly):
        raise NeverOpens
    days = zip(form.WEEKDAYS, weekly, strict=True)
    return tuple(_in_order(spans, f"weekly.{day}") for day, spans in days)


def _checked_exceptions(exceptions: tuple[DayException, ...]) -> tuple[DayException, ...]:
    if len(exceptions) > MAX_EXCEPTIONS:
        too_many = f"no more than {MAX_EXCEPTIONS} dates"
        raise InvalidBusinessHours("exceptions", too_many, Fault.TOO_MANY, most=MAX_EXCEPTIONS)
    return tuple(_checked_dates(sorted(exceptions, key=lambda exception: exception.on)))


def _checked_dates(exceptions: list[DayException]) -> Iterator[DayException]:
    before: date | None = None
    for exception in exceptions:
        place = f"exceptions.{exception.on}"
        if exception.on == before:
            raise InvalidBusinessHours(place, "the date comes twice")
        before = exception.on
        yield DayException(exception.on, _in_order(exception.spans, place))


def _in_order(spans: tuple[Span, ...], place: str) -> tuple[Span, ...]:
    if len(spans) > MAX_SPANS_A_DAY:
        too_many = f"no more than {MAX_SPANS_A_DAY} spans a day"
        raise InvalidBusinessHours(place, too_many, Fault.TOO_MANY, most=MAX_SPANS_A_DAY)
    ordered = tuple(sorted(spans))
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            raise InvalidBusinessHours(place, f"{earlier} and {later} overlap")
    return ordered
