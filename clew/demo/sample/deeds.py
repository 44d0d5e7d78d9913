"""The words in which the stories of the sample are written, and when they happen.

A story is told in days of work before now and in minutes before now, so that the sample always
ends today, whenever it is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

from clew.domain.facts import Outcome

ZONE = ZoneInfo("Europe/Warsaw")
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Day:
    """A time of the day, so many days of work before today."""

    before: int
    at: str


@dataclass(frozen=True, slots=True)
class Ago:
    """So many minutes before now; less than nothing lies ahead."""

    minutes: float


When: TypeAlias = Day | Ago


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """The contact wrote. `quotes` names an earlier deed of the story by its `name`."""

    text: str = ""
    picture: str = ""
    place: tuple[float, float, str] | None = None
    quotes: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted:
    """The contact put an emoji on what `to` names."""

    to: str
    emoji: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An agent answered.

    Attributes:
        is_read: The contact has looked at it.
        fails: The provider takes it and cannot deliver it.
        promise: By when the contact was told to hear more; the answer is a holding one.
        park, reason: Put aside with the answer.
    """

    by: str
    text: str
    picture: str = ""
    quotes: str = ""
    name: str = ""
    is_read: bool = True
    fails: bool = False
    promise: When | None = None
    park: When | None = None
    reason: str = ""
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """An agent wrote a note for the team."""

    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A case was given to a person, or to a team's queue."""

    by: str
    to: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parked:
    """An agent put the case aside."""

    by: str
    until: When
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """An agent ended the case."""

    by: str
    outcome: Outcome = Outcome.SOLVED


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsNoReply:
    """An agent said that the contact's last word asks for nothing."""

    by: str


Deed: TypeAlias = Wrote | Reacted | Answered | Noted | Given | Parked | Resolved | NeedsNoReply


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happened between one contact and the shop.

    Attributes:
        subjects: What its cases are about, by their order.
        owner: Who has its cases from their beginning; nobody: the team's queue.
    """

    name: str
    phone: str
    deeds: Sequence[tuple[When, Deed]]
    subjects: Sequence[str]
    owner: str = ""
    username: str = field(default="")


def instant(when: When, now: datetime) -> datetime:
    """Return when something happened, or will."""
    if isinstance(when, Ago):
        return now - timedelta(minutes=when.minutes)
    day = now.astimezone(ZONE).date()
    step = timedelta(days=1 if when.before < 0 else -1)
    for _ in range(abs(when.before)):
        day += step
        while day.weekday() >= SATURDAY:
            day += step
    return datetime.combine(day, time.fromisoformat(when.at), ZONE).astimezone(UTC)
