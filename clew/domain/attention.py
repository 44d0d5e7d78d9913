"""Attention: the seconds in which an agent demonstrably worked on a case.

One person has one attention, so what is credited never overlaps: a case has it from when its agent
turned to it until they turned elsewhere, on whatever window or machine. Within that time count the
surroundings of what they did there, and the reading of what was new to them; nothing else, above
all no waiting.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from clew.domain.ids import CaseId

# Around each beat so much counts: what led to it, and what may be silent thought after it.
BEFORE_A_BEAT = timedelta(seconds=15)
AFTER_A_BEAT = timedelta(seconds=60)
WORDS_A_MINUTE = 200
LONGEST_READING = timedelta(minutes=2)
# What is longer is told of as several.
LONGEST_FOCUS = timedelta(minutes=30)

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """A time in which an agent was turned to a case.

    Attributes:
        words: How many words were new to the agent when it began.
        beats: When they did something there: a key, a press, scrolling; never which.
    """

    id: UUID
    case_id: CaseId
    began_at: datetime
    ended_at: datetime
    words: int = 0
    beats: tuple[datetime, ...] = ()


def exclusive(foci: Iterable[Focus]) -> list[Focus]:
    """Return one agent's foci in order, each ended where the next begins: the last one wins."""
    ordered = sorted(foci, key=lambda one: (one.began_at, one.id))
    cut = [
        replace(one, ended_at=min(one.ended_at, following.began_at))
        for one, following in pairwise(ordered)
    ]
    return cut + ordered[-1:]


def credited(focus: Focus) -> list[Span]:
    """Return the spans of a focus that count, in order and apart from each other."""
    reading = min(timedelta(minutes=focus.words / WORDS_A_MINUTE), LONGEST_READING)
    done = (beat for beat in focus.beats if focus.began_at <= beat <= focus.ended_at)
    spans = [(beat - BEFORE_A_BEAT, beat + AFTER_A_BEAT) for beat in done]
    spans.append((focus.began_at, focus.began_at + reading))
    clipped = ((max(a, focus.began_at), min(b, focus.ended_at)) for a, b in spans)
    return _joined(sorted((a, b) for a, b in clipped if a < b))


def credit(focus: Focus) -> int:
    """Return the whole seconds of a focus that count."""
    spent = sum((b - a for a, b in credited(focus)), timedelta())
    return int(spent.total_seconds())


def _joined(spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for began, ended in spans:
        if joined and began <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], ended))
        else:
            joined.append((began, ended))
    return joined
