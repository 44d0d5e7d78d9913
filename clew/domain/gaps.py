"""Stretches in which nobody said anything, divided: for whom was being waited, and how long."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from clew.domain.business_hours import BusinessHours
from clew.domain.moves import Holder

# A working day. Less than that is an answer that took its time, and no gap.
LEAST_OPEN = timedelta(hours=8)


class Awaited(StrEnum):
    """For whom was being waited. Where several cases wait, the first of these counts."""

    US = "us"
    BOT = "bot"
    DEPARTMENT = "department"
    TIMER = "timer"
    CONTACT = "contact"
    NOBODY = "nobody"


_AWAITED = {
    Holder.AGENT: Awaited.US,
    Holder.TEAM: Awaited.US,
    Holder.BOT: Awaited.BOT,
    Holder.DEPARTMENT: Awaited.DEPARTMENT,
    Holder.TIMER: Awaited.TIMER,
    Holder.CONTACT: Awaited.CONTACT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """From when to when somebody held the next move of a case; `ended_at` is None while they do."""

    holder: Holder
    began_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How long was waited for somebody, in all and within business hours."""

    awaited: Awaited
    length: timedelta
    open_time: timedelta


def divide(
    began: datetime, ended: datetime, holdings: Iterable[Holding], hours: BusinessHours
) -> tuple[Part, ...] | None:
    """Return for whom was waited from `began` to `ended`, the longest first; the parts add up.

    None if no more than `LEAST_OPEN` of it lies within business hours. `NOBODY` is the time in
    which no case was open.

    Raises:
        HorizonIsTooFar: An instant lies before 1970 or after 2200.
    """
    if hours.open_time(began, ended) <= LEAST_OPEN:
        return None
    length: dict[Awaited, timedelta] = {}
    open_time: dict[Awaited, timedelta] = {}
    for awaited, since, until in _slices(began, ended, holdings):
        length[awaited] = length.get(awaited, timedelta(0)) + (until - since)
        open_time[awaited] = open_time.get(awaited, timedelta(0)) + hours.open_time(since, until)
    parts = (Part(awaited=one, length=length[one], open_time=open_time[one]) for one in length)
    return tuple(sorted(parts, key=lambda part: part.length, reverse=True))


def _slices(
    began: datetime, ended: datetime, holdings: Iterable[Holding]
) -> Iterable[tuple[Awaited, datetime, datetime]]:
    """Yield who was being waited for from when to when, without holes."""
    standing: Counter[Awaited] = Counter()
    since = began
    for at, awaited, by in [*_turns(began, ended, holdings), (ended, Awaited.NOBODY, 0)]:
        if at > since:
            yield _first(standing), since, at
            since = at
        standing[awaited] += by


def _turns(
    began: datetime, ended: datetime, holdings: Iterable[Holding]
) -> Sequence[tuple[datetime, Awaited, int]]:
    """Return in order when a holding begins (1) and ends (-1) between two instants."""
    turns = []
    for one in holdings:
        first, last = max(began, one.began_at), min(ended, one.ended_at or ended)
        if first < last:
            turns += [(first, _AWAITED[one.holder], 1), (last, _AWAITED[one.holder], -1)]
    return sorted(turns, key=lambda turn: turn[0])


def _first(standing: Counter[Awaited]) -> Awaited:
    return next((awaited for awaited in Awaited if standing[awaited]), Awaited.NOBODY)
