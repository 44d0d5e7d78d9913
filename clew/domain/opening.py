"""Spans of the wall clock in which we are open, and the instants they stand for.

A `Span` is what people write ("08:00-18:00"); a `Block` is what arithmetic needs: the open
instants of sixteen days, in order, with the open time before each. Between them lies the
time zone, and one rule carries every surprise it has:

    A wall time stands for the first instant at which the local clock shows it or a later one.

(Put otherwise: a clock that is put back is read as if it stood still until it catches up.)
So a time skipped in spring means the moment of the skip, and a time shown twice in autumn
means its first showing. Spans keep their order, never overlap, and never tear: 02:30-05:00
is one unbroken stretch every night, an hour longer when the clock goes back. A span or a
whole day that the zone skipped has no open time.

Which spans belong to which day is the matter of `clew.domain.business_hours`.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

from clew.domain.errors import ClewError, InvalidInput

TICK = timedelta(microseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Beyond this no deadline is meant; the limit is what bounds every search (`HorizonIsTooFar`).
LATEST = datetime(2200, 1, 1, tzinfo=UTC)
LATEST_TICK = (LATEST - EPOCH) // TICK

A_DAY = timedelta(days=1)
A_MINUTE = timedelta(minutes=1)
DAY_TICKS = A_DAY // TICK
BLOCK_TICKS = 16 * DAY_TICKS

_TEXT = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)", re.ASCII)


class InvalidBusinessHours(InvalidInput):
    """These are not business hours; `field` says where in their data form: `weekly.monday[1]`."""

    code = "invalid_business_hours"


class NeverOpens(InvalidBusinessHours):
    """No day of the week has an opening span, so no deadline could ever be reached."""

    code = "business_hours_never_open"

    def __init__(self) -> None:
        super().__init__("weekly", "at least one day of the week must open")


class HorizonIsTooFar(ClewError):
    """Business time is counted from 1970 up to 2200, and this would leave that."""

    code = "horizon_is_too_far"
    status = 422

    def __init__(self) -> None:
        super().__init__(f"business time is counted from {EPOCH:%Y} up to {LATEST:%Y}")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """One stretch of wall time in a day, half-open: `closes` itself is closed.

    Attributes:
        opens: Wall time since midnight, in whole minutes.
        closes: Likewise, later than `opens`; 24 hours is the midnight that ends the day.

    Raises:
        InvalidBusinessHours: It is empty, leaves its day or is finer than a minute.
    """

    opens: timedelta
    closes: timedelta

    def __post_init__(self) -> None:
        if self.opens % A_MINUTE or self.closes % A_MINUTE:
            raise InvalidBusinessHours("span", "times are whole minutes")
        if not timedelta(0) <= self.opens < A_DAY or self.closes > A_DAY:
            raise InvalidBusinessHours("span", "times lie between 00:00 and 24:00")
        if self.closes <= self.opens:
            raise InvalidBusinessHours(
                "span",
                "it must close after it opens; for a night write two spans that meet at midnight",
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the span written as `08:00-18:00`; the last minute of a day ends at 24:00.

        Raises:
            InvalidBusinessHours: The text is not of that form, or is not a span.
        """
        match = _TEXT.fullmatch(text)
        if match is None:
            raise InvalidBusinessHours("span", f"{text!r} is not of the form 08:00-18:00")
        hours, minutes, end_hours, end_minutes = map(int, match.groups())
        return cls(
            timedelta(hours=hours, minutes=minutes),
            timedelta(hours=end_hours, minutes=end_minutes),
        )

    def __str__(self) -> str:
        """Return the form that `parse` reads."""
        return f"{_clock(self.opens)}-{_clock(self.closes)}"


class Block(NamedTuple):
    """The open instants of sixteen days from the epoch, in microseconds since it.

    Attributes:
        begins: When each open stretch begins, ascending; stretches neither touch nor overlap.
        ends: When each ends.
        before: Open time of the block before each stretch.
        total: Open time of the whole block.
    """

    begins: list[int]
    ends: list[int]
    before: list[int]
    total: int

    def open_before(self, at: int) -> int:
        """Return the open time from the beginning of the block up to `at`."""
        index = bisect_right(self.begins, at) - 1
        if index < 0:
            return 0
        return self.before[index] + min(at, self.ends[index]) - self.begins[index]


def open_block(index: int, zone: ZoneInfo, spans_on: Callable[[date], tuple[Span, ...]]) -> Block:
    """Return block number `index`, counted from the epoch.

    `spans_on` gives the spans of a local date, in order and without overlap.

    Raises:
        HorizonIsTooFar: It would lie before 1970 or after 2200.
    """
    first, last = index * BLOCK_TICKS, (index + 1) * BLOCK_TICKS
    if index < 0 or first >= LATEST_TICK:
        raise HorizonIsTooFar
    begins: list[int] = []
    ends: list[int] = []
    for begin, end in _stretches(first, last, zone, spans_on):
        if ends and ends[-1] >= begin:
            ends[-1] = end
        else:
            begins.append(begin)
            ends.append(end)
    running = list(accumulate((e - b for b, e in zip(begins, ends, strict=True)), initial=0))
    return Block(begins, ends, running[:-1], running[-1])


def _stretches(
    first: int, last: int, zone: ZoneInfo, spans_on: Callable[[date], tuple[Span, ...]]
) -> Iterator[tuple[int, int]]:
    """Yield what is open from tick `first` up to `last`, in order."""
    # A local date begins within a day of the same date in UTC, whatever the zone.
    day = (EPOCH + first * TICK).date() - A_DAY
    last_day = (EPOCH + last * TICK).date() + A_DAY
    midnight = _first_tick(zone, datetime.combine(day, time.min))
    while day <= last_day:
        next_midnight = _first_tick(zone, datetime.combine(day + A_DAY, time.min))
        for span in spans_on(day):
            # A day of 24 hours has no change of the clock: no zone had two within three days
            # since 1970 that could cancel out (all 6,300 changes of tzdata checked).
            if next_midnight - midnight == DAY_TICKS:
                begin, end = midnight + span.opens // TICK, midnight + span.closes // TICK
            else:
                wall = datetime.combine(day, time.min)
                begin = _first_tick(zone, wall + span.opens)
                end = _first_tick(zone, wall + span.closes)
            begin, end = max(first, begin), min(last, end)
            if begin < end:
                yield begin, end
        day, midnight = day + A_DAY, next_midnight


def _first_tick(zone: ZoneInfo, wall: datetime) -> int:
    """Return the first instant at which the clock of `zone` shows `wall` or a later time."""
    first = wall.replace(tzinfo=zone)
    second = first.replace(fold=1)
    tick = (first - EPOCH) // TICK
    skipped = _offset(second) - _offset(first)
    if skipped <= timedelta(0):  # an ordinary time, or one shown twice, of which this is the first
        return tick
    # The time was skipped: between these two lies the skip itself (PEP 495, "Mind the gap").
    early, late = tick - skipped // TICK, tick
    second_ticks = timedelta(seconds=1) // TICK
    while late - early > second_ticks:
        middle = (early + late) // 2 // second_ticks * second_ticks
        shown = (EPOCH + middle * TICK).astimezone(zone).replace(tzinfo=None)
        if shown < wall:
            early = middle
        else:
            late = middle
    return late


def _offset(at: datetime) -> timedelta:
    return at.utcoffset() or timedelta(0)


def _clock(since_midnight: timedelta) -> str:
    hours, minutes = divmod(since_midnight // A_MINUTE, 60)
    return f"{hours:02}:{minutes:02}"
