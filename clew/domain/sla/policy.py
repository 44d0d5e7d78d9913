"""From a policy and an instant to a deadline: the only place where one is computed.

What *we* owe is counted in the team's business hours. The silence of a *contact* is counted
on the calendar, because contacts live there. Deadlines are computed once, when their event
happens, and kept in the facts of the case; nothing here remembers anything.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from clew.domain.business_hours import BusinessHours
from clew.domain.sla.targets import InvalidPolicy, ReplyTargets

__all__ = ["InvalidPolicy", "Policy", "ReplyTargets", "SilentCases"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentCases:
    """What happens when a contact whom we answered says nothing more, in calendar time.

    Attributes:
        nudge_after: When to ask once more; None where the channel does not allow it.
        close_after: When the case ends for want of an answer.
        reopen_within: How long after its end a message reopens a case; later ones open a new one.

    Raises:
        InvalidPolicy: One is not positive, or the case would end before the nudge.
    """

    nudge_after: timedelta | None = timedelta(hours=24)
    close_after: timedelta = timedelta(hours=72)
    reopen_within: timedelta = timedelta(days=30)

    def __post_init__(self) -> None:
        if self.nudge_after is not None and self.nudge_after <= timedelta(0):
            raise InvalidPolicy("nudge_after", "a time above 0 is needed")
        if self.close_after <= (self.nudge_after or timedelta(0)):
            raise InvalidPolicy("close_after", "the case must not end before the contact is asked")
        if self.reopen_within < timedelta(0):
            raise InvalidPolicy("reopen_within", "a time of 0 or more is needed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The SLA policy of a team: when time counts, how much there is of it, how often we may stall.

    Attributes:
        max_holding_replies: In a row without a supervisor; with no cap a promise could be
            renewed for ever.
    """

    hours: BusinessHours
    targets: ReplyTargets = field(default_factory=ReplyTargets)
    silence: SilentCases = field(default_factory=SilentCases)
    max_holding_replies: int = 2

    def __post_init__(self) -> None:
        if self.max_holding_replies < 0:
            raise InvalidPolicy("max_holding_replies", "a number of 0 or more is needed")

    def first_reply_due(self, opened_at: datetime) -> datetime:
        """Return the deadline of the first answer of a case."""
        return self.hours.add(opened_at, self.targets.first)

    def next_reply_due(self, opened_at: datetime) -> datetime:
        """Return the deadline of a later answer; `opened_at` is the oldest unanswered message."""
        return self.hours.add(opened_at, self.targets.next)

    def acknowledge_due(self, now: datetime) -> datetime:
        """Return by when the contact must hear something, though the answer is not ours to give."""
        return self.hours.add(now, self.targets.acknowledge)

    def finish_due(self, now: datetime, promise_at: datetime | None) -> datetime:
        """Return the deadline of an agent's own duty, such as passing on a department's answer.

        It keeps the reserve of a standing promise. When the reserve is already being eaten the
        duty is due with the promise, and when the promise is broken, as soon as anyone can
        acknowledge it: a deadline that has passed before its duty arose would help nobody.
        """
        due_at = self.hours.add(now, self.targets.finish)
        if promise_at is None:
            return due_at
        if promise_at <= now:
            return min(due_at, self.acknowledge_due(now))
        reserve_at = self.promise_reserve(promise_at)
        return min(due_at, reserve_at if reserve_at > now else promise_at)

    def promise_reserve(self, promise_at: datetime, *, made_at: datetime | None = None) -> datetime:
        """Return when an agent has to be at a promise: the reserve before it, in business time.

        A promise for Monday at opening is prepared on Friday, when somebody is there. With
        `made_at` the reserve never reaches back to before the promise was made.
        """
        reserve_at = self.hours.subtract(promise_at, self.targets.reserve)
        return reserve_at if made_at is None else max(reserve_at, made_at)

    def default_promise(self, now: datetime) -> datetime:
        """Return what is promised when we still owe and nothing else was agreed."""
        return self.hours.add(now, self.targets.promise)

    def latest_promise(self, now: datetime) -> datetime:
        """Return the latest instant that may be promised."""
        return self.hours.add(now, self.targets.max_promise)

    def nudge_due(self, since: datetime) -> datetime | None:
        """Return when to ask a contact who is silent since `since`, or None if never."""
        after = self.silence.nudge_after
        return None if after is None else since + after

    def close_due(self, since: datetime) -> datetime:
        """Return when a case whose contact is silent since `since` ends."""
        return since + self.silence.close_after

    def can_reopen(self, resolved_at: datetime, at: datetime) -> bool:
        """Say whether a message at `at` reopens a case that was resolved at `resolved_at`."""
        return at <= resolved_at + self.silence.reopen_within
