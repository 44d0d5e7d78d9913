"""When a contact may expect an answer, said honestly: from hours, people, queue and the past.

It is a sentence and not a promise: no deadline follows from it. It must hold far more often than
not, so it goes by the slower of recent answers rather than by their average, it never counts time
in which nobody works, and it is rounded up. Nothing is refused because of what it says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from clew.domain.business_hours import BusinessHours, HorizonIsTooFar

# Of ten recent answers eight came within what is said.
HOLDS_FOR = 0.8
FEWEST_ANSWERS = 5
# What one answer takes of a person's time, as long as nothing better is known.
EFFORT = timedelta(minutes=4)
SOON = timedelta(minutes=5)
ROUNDINGS = (
    (timedelta(hours=1), timedelta(minutes=5)),
    (timedelta(hours=12), timedelta(minutes=15)),
    (timedelta.max, timedelta(minutes=30)),
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class State(StrEnum):
    """Whether somebody is there."""

    ONLINE = "online"
    AWAY = "away"
    CLOSED = "closed"


class Words(StrEnum):
    """Which sentence to say."""

    SOON = "answer-soon"
    BY = "answer-by"
    UNKNOWN = "answer-unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """What the answer depends on.

    Attributes:
        available: Agents of the team who take work now.
        members: Agents of the team, at work or not.
        queued: Cases of the team that wait before this one.
        target: The team's own target of a first reply, in open time.
        recent: How long recent contacts waited, in open time.
    """

    hours: BusinessHours
    available: int
    members: int
    queued: int
    target: timedelta
    recent: Sequence[timedelta] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What the contact is told; without an instant there is nothing honest to say."""

    state: State
    answer_by: datetime | None
    words: Words


def expect(now: datetime, staffing: Staffing) -> Expectation:
    """Return what somebody who writes now may expect."""
    state = _state(now, staffing)
    if not staffing.members:
        return Expectation(state=state, answer_by=None, words=Words.UNKNOWN)
    try:
        at = staffing.hours.add(now, _wait(state, staffing))
    except HorizonIsTooFar:
        return Expectation(state=state, answer_by=None, words=Words.UNKNOWN)
    is_soon = state is State.ONLINE and at - now <= SOON
    words = Words.SOON if is_soon else Words.BY
    return Expectation(state=state, answer_by=_rounded(now, at), words=words)


def _state(now: datetime, staffing: Staffing) -> State:
    if not staffing.hours.is_open(now):
        return State.CLOSED
    return State.ONLINE if staffing.available else State.AWAY


def _wait(state: State, staffing: Staffing) -> timedelta:
    """Return how much open time passes before the answer."""
    usual = _usual(staffing)
    if state is State.AWAY:  # nobody is there, whatever the past says
        usual = max(usual, staffing.target)
    # When it is closed we go by half of the team, for the shift that comes is not here to count.
    people = staffing.available if state is State.ONLINE else max(1, staffing.members // 2)
    return max(usual, (staffing.queued + 1) * EFFORT / people)


def _usual(staffing: Staffing) -> timedelta:
    """Return how long contacts wait, most of the time."""
    if len(staffing.recent) < FEWEST_ANSWERS:
        return staffing.target
    ordered = sorted(staffing.recent)
    return ordered[min(int(len(ordered) * HOLDS_FOR), len(ordered) - 1)]


def _rounded(now: datetime, at: datetime) -> datetime:
    """Return an instant as people say it: never earlier."""
    step = next(step for limit, step in ROUNDINGS if at - now <= limit)
    past = (at - EPOCH) % step
    return at if not past else at - past + step
