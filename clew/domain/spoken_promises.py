"""A time by which words of ours say that there will be more: "I will write by Monday 14:20".

What comes after "by", "do" or "до", or ends in "-ig", is read as any other time that people type;
whoever wrote it is asked whether it is a promise. A bare number is none: "by 5" may be
anything.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from clew.domain.spoken_time_words import UNITS, bare
from clew.domain.spoken_times import spoken_time

MAX_CHARS = 500
# The words of the longest time that is looked for.
MOST_WORDS = 5
# By a day means by the end of its work.
EVENING = "17:00"
_BY = frozenset({"by", "do", "до", "к", "ко"})
_UNTIL = re.compile(r"(.*\w)-?ig", re.IGNORECASE)
_MARKS = "()[]\"'„”«»"
_ENDS = ".,;:!?…"


def promised_time(text: str, now: datetime) -> datetime | None:
    """Return the last instant (UTC) by which `text` promises something, or None.

    Args:
        text: What is about to be said; of a long one the end is looked at.
        now: The wall clock of whoever writes, with its zone.
    """
    words = text[-MAX_CHARS:].split()
    times = (_meant(said, now) for said in _said(words))
    return next((found for found in times if found is not None), None)


def _said(words: list[str]) -> Iterator[str]:
    """Yield what may be times, the last first and of those the longest first."""
    for place in range(len(words) - 1, -1, -1):
        if bare(words[place].strip(_MARKS)) in _BY:
            after = _sentence(words[place + 1 : place + 1 + MOST_WORDS])
            yield from (" ".join(after[:count]) for count in range(len(after), 0, -1))
        elif until := _UNTIL.fullmatch(words[place].strip(_MARKS + _ENDS)):
            before = words[max(0, place - MOST_WORDS + 1) : place]
            yield from (" ".join([*before[start:], until[1]]) for start in range(len(before) + 1))


def _sentence(words: list[str]) -> list[str]:
    """Return the words up to the first that ends something, without their marks."""
    kept: list[str] = []
    for word in words:
        kept.append(word.strip(_MARKS + _ENDS))
        if word.rstrip(_MARKS)[-1:] in _ENDS:
            break
    return kept


def _meant(said: str, now: datetime) -> datetime | None:
    if not _names_time(said, now):
        return None
    return spoken_time(f"{said} {EVENING}", now) or spoken_time(said, now)


def _names_time(said: str, now: datetime) -> bool:
    """Say whether words name a day or a time: no bare number, and no amount, as in "do 14 dni"."""
    first, *others = said.split() or [""]
    if first.isdecimal() and (not others or bare(others[0]) in UNITS):
        return False
    # Of today, too, the morning of which may be over.
    return spoken_time(said, now.replace(hour=0, minute=0)) is not None
