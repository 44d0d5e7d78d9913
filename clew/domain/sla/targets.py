"""How long things may take, in business time; whose business hours is another matter.

Targets are hours and minutes that count while the team is open, never "days": a day of a
team that opens for eight hours is not a day of one that never closes. What follows for a
given instant: see `clew.domain.sla.policy`.
"""

from dataclasses import dataclass, fields
from datetime import timedelta

from clew.domain.errors import InvalidInput

# Half a year of eight-hour days. More is a slip of the pen, and would leave the horizon of
# business hours that open for an hour a month.
MAX_TARGET = timedelta(hours=1_000)


class InvalidPolicy(InvalidInput):
    """These targets contradict each other or make no sense; `field` says which."""

    code = "invalid_sla_policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyTargets:
    """The reply targets of a team; every one is business time.

    Attributes:
        first: From the first message of a case to our first answer.
        next: From the oldest unanswered message to each later answer.
        acknowledge: Until a contact who writes while a department is asked hears something.
        finish: Until an agent acts on what a department answered, or on what woke a case.
        reserve: How long before a promise an agent has to be at it.
        promise: What is promised when nothing else was agreed.
        max_promise: The longest that an agent may promise.

    Raises:
        InvalidPolicy: One is not positive (`reserve` may be none), is longer than 1,000 hours,
            or the order reserve < promise <= max_promise is broken.
    """

    first: timedelta = timedelta(minutes=30)
    next: timedelta = timedelta(hours=1)
    acknowledge: timedelta = timedelta(minutes=10)
    finish: timedelta = timedelta(hours=1)
    reserve: timedelta = timedelta(minutes=30)
    promise: timedelta = timedelta(hours=4)
    max_promise: timedelta = timedelta(hours=40)

    def __post_init__(self) -> None:
        for target in fields(self):
            length: timedelta = getattr(self, target.name)
            least = timedelta(0) if target.name == "reserve" else timedelta(microseconds=1)
            if not least <= length <= MAX_TARGET:
                raise InvalidPolicy(target.name, "a time above 0 and up to 1,000 hours is needed")
        if self.reserve >= self.promise:
            raise InvalidPolicy("reserve", "it must be shorter than what is promised")
        if self.promise > self.max_promise:
            raise InvalidPolicy("promise", "it is longer than the longest promise allowed")
