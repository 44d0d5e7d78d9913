"""When is "fri 9", "jutro 10:00", "péntek 9" or "завтра 10"?

A small grammar over words of four languages: a day, a time, an amount of time, in any order and
each at most once. What it does not know it does not guess: one unknown word, and there is no
answer. Pure; the asker's wall clock comes in as `now`, with its zone.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from clew.domain.spoken_time_words import (
    AT,
    DAYS,
    IDLE,
    MONDAY,
    MONTHS,
    NEXT,
    ONES,
    PARTS,
    UNITS,
    WEEKDAYS,
    Unit,
    bare,
)

MAX_CHARS = 80
MORNING, NOON = time(9), 12
LONGEST = timedelta(days=366)
MAX_AMOUNT = 999

# Numbers and letters stand apart: "9am", "2h" and "10-kor" are two words each.
_WORD = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d+(?:[:./]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|\S")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?$")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}))?$")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
_HALVES = {"am": 0, "pm": 12}
_DOTS = frozenset(".,-+")


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said of a time so far."""

    day: date | None = None
    is_weekday: bool = False
    is_next: bool = False
    at: time | None = None
    part: int | None = None
    after: timedelta | None = None
    is_at: bool = False


def spoken_time(text: str, now: datetime) -> datetime | None:
    """Return the instant (UTC) that `text` names, or None if it names none to come.

    A day without a time means nine in the morning; a time without a day, the next one. Nothing
    lies further ahead than a case may be parked.
    """
    if len(text) > MAX_CHARS:
        return None
    words = [one for one in _WORD.findall(bare(text)) if one not in _DOTS]
    wish = _read(words, now)
    if wish is None or not (wish.day or wish.at or wish.part or wish.after):
        return None
    found = _instant(wish, now)
    return found if found and now < found <= now + LONGEST else None


def _read(words: Sequence[str], now: datetime) -> Wish | None:
    wish: Wish | None = Wish()
    place = 0
    while place < len(words) and wish is not None:
        used, wish = _next(words[place:], wish, now)
        place += used
    return wish


def _next(words: Sequence[str], wish: Wish, now: datetime) -> tuple[int, Wish | None]:
    for rule in _RULES:
        for used, read in rule(words, wish, now):
            return used, read
    return 1, None


Found = Iterator[tuple[int, Wish | None]]
Rule = Callable[[Sequence[str], Wish, datetime], Found]


def _with_day(wish: Wish, day: date, *, is_weekday: bool = False) -> Wish | None:
    return replace(wish, day=day, is_weekday=is_weekday) if wish.day is None else None


def _with_time(wish: Wish, at: time | None) -> Wish | None:
    return replace(wish, at=at) if wish.at is None and at is not None else None


def _with_amount(wish: Wish, count: int, unit: Unit, now: datetime) -> Wish | None:
    if not 0 < count <= MAX_AMOUNT or wish.day:
        return None
    if unit in {Unit.MINUTE, Unit.HOUR}:
        more = timedelta(**{f"{unit.value}s": count})
        return replace(wish, after=(wish.after or timedelta()) + more)
    days = count * (7 if unit is Unit.WEEK else 1)
    return _with_day(wish, now.date() + timedelta(days=days))


def _named_day(words: Sequence[str], wish: Wish, now: datetime) -> Found:
    word = words[0]
    if isinstance(ahead := DAYS.get(word), int):
        # "za tydzień", "jutro rano": a day by its distance.
        yield 1, _with_day(wish, now.date() + timedelta(days=ahead))
    elif isinstance(weekday := WEEKDAYS.get(word), int):
        ahead = (weekday - now.weekday()) % 7
        yield 1, _with_day(wish, now.date() + timedelta(days=ahead), is_weekday=True)


def _next_week(words: Sequence[str], wish: Wish, now: datetime) -> Found:
    is_said = words[0] in NEXT and len(words) > 1
    if is_said and UNITS.get(words[1]) is Unit.WEEK:
        ahead = (MONDAY - now.weekday() - 1) % 7 + 1
        yield 2, _with_day(wish, now.date() + timedelta(days=ahead))
    elif is_said and words[1] in WEEKDAYS:
        yield 1, replace(wish, is_next=True)


def _amount(words: Sequence[str], wish: Wish, now: datetime) -> Found:
    first, unit = words[0], UNITS.get(words[1]) if len(words) > 1 else None
    if isinstance(unit, Unit) and (first in ONES or first.isdecimal()):
        if not _is_time_of_day(words, wish, unit):
            yield 2, _with_amount(wish, 1 if first in ONES else int(first[:6]), unit, now)
    elif isinstance(alone := UNITS.get(first), Unit) and len(first) > 1 and first not in IDLE:
        # "za tydzień", "через час": one of them.
        yield 1, _with_amount(wish, 1, alone, now)


def _is_time_of_day(words: Sequence[str], wish: Wish, unit: Unit) -> bool:
    """Return whether hours are counted from midnight: "в 9 часов", "10 óra"."""
    return unit is Unit.HOUR and (wish.is_at or (words[1] == "ora" and "mulva" not in words))


def _calendar(words: Sequence[str], wish: Wish, now: datetime) -> Found:
    if found := _ISO.match(words[0]):
        yield 1, _with_date(wish, int(found[3]), int(found[2]), int(found[1]))
    elif (found := _DAY_OF_MONTH.match(words[0])) and int(found[2]) <= 12 and wish.day is None:
        year = int(found[3]) if found[3] else None
        yield 1, _with_date(wish, int(found[1]), int(found[2]), year, now)
    elif len(words) > 1 and words[0].isdecimal() and isinstance(month := MONTHS.get(words[1]), int):
        yield 2, _with_date(wish, int(words[0][:4]), month, None, now)
    elif len(words) > 1 and words[1].isdecimal() and isinstance(month := MONTHS.get(words[0]), int):
        yield 2, _with_date(wish, int(words[1][:4]), month, None, now)


def _with_date(
    wish: Wish, day: int, month: int, year: int | None, now: datetime | None = None
) -> Wish | None:
    try:
        if year is not None or now is None:
            return _with_day(wish, date(year or 1, month, day))
        named = date(now.year, month, day)
        return _with_day(wish, named if named >= now.date() else date(now.year + 1, month, day))
    except ValueError:
        return None


def _clock(words: Sequence[str], wish: Wish, _now: datetime) -> Found:
    if isinstance(hour := PARTS.get(words[0]), int):
        yield 1, replace(wish, part=hour) if wish.part is None else None
    elif found := _CLOCK.match(words[0]):
        half = words[1] if len(words) > 1 and words[1] in _HALVES else ""
        is_followed = len(words) > 1 and (half != "" or UNITS.get(words[1]) is Unit.HOUR)
        at = _time(int(found[1]), int(found[2] or 0), half)
        yield 2 if is_followed else 1, _with_time(wish, at)


def _time(hour: int, minute: int, half: str) -> time | None:
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + _HALVES[half] if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _nothing(words: Sequence[str], wish: Wish, _now: datetime) -> Found:
    if words[0] in IDLE:
        yield 1, replace(wish, is_at=words[0] in AT)


# The first that fits: an amount before a bare number, a date before a time with a point.
_RULES: tuple[Rule, ...] = (_next_week, _named_day, _amount, _calendar, _clock, _nothing)


def _instant(wish: Wish, now: datetime) -> datetime | None:
    if wish.after is not None:
        is_exact = wish.at is None and wish.part is None and wish.day is None
        return now.astimezone(UTC) + wish.after if is_exact else None
    day, at = wish.day or now.date(), _time_of_day(wish)
    found = _on(day, at, now)
    if wish.day is None and found <= now:
        return _on(day + timedelta(days=1), at, now)
    if wish.is_weekday and (found <= now or (wish.is_next and day == now.date())):
        return _on(day + timedelta(days=7), at, now)
    return found


def _time_of_day(wish: Wish) -> time:
    if wish.at is None:
        return MORNING if wish.part is None else time(wish.part)
    # "8 wieczorem" is twenty o'clock.
    is_late = wish.part is not None and wish.part > NOON and wish.at.hour < NOON
    return wish.at.replace(hour=wish.at.hour + NOON) if is_late else wish.at


def _on(day: date, at: time, now: datetime) -> datetime:
    return datetime.combine(day, at, now.tzinfo).astimezone(UTC)
