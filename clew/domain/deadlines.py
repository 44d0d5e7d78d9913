"""Deadlines for the things an event gives rise to: small makers of facts, used by the verbs."""

from datetime import datetime, timedelta

from clew.domain.facts import Duty, DutyKind, Facts, Promise, Silence, Turn
from clew.domain.ids import TurnId
from clew.domain.sla.policy import Policy

# A turn that was waived as needing no reply keeps its clock for so long if the contact
# comes back and nobody of ours has written in between (operations model, section 4).
WAIVED_FOR = timedelta(hours=24)


def turn_from(facts: Facts, turn_id: TurnId, at: datetime, policy: Policy) -> Turn | None:
    """Return the turn that a message received `at` opens, or None if one is open.

    A turn waived within the last day comes back with its own clock.
    """
    if facts.answer is not None:
        return None
    opened_at = at
    if facts.waived is not None and at - facts.waived.at <= WAIVED_FOR:
        opened_at = facts.waived.turn.opened_at
    is_first = facts.turns_opened == 0
    due_at = policy.first_reply_due(opened_at) if is_first else policy.next_reply_due(opened_at)
    acknowledge_by = policy.acknowledge_due(at)
    if opened_at < at:  # never due before anybody could have acted on it
        due_at = max(due_at, acknowledge_by)
    return Turn(
        id=turn_id,
        opened_at=opened_at,
        due_at=due_at,
        acknowledge_by=acknowledge_by,
        is_first=is_first,
    )


def promise_until(due_at: datetime, made_at: datetime, policy: Policy) -> Promise:
    """Return a promise to come back by `due_at`."""
    prepare_at = policy.promise_reserve(due_at, made_at=made_at)
    return Promise(made_at=made_at, due_at=due_at, prepare_at=prepare_at)


def duty_from(kind: DutyKind, facts: Facts, at: datetime, policy: Policy, reason: str = "") -> Duty:
    """Return an agent's own move that arises `at`.

    It is due after the team's finish target (acknowledgement target for what is urgent), but
    no later than a standing promise allows; and once the promise is overdue, at
    max(promise, now + acknowledgement time), for nobody can act sooner.
    """
    soonest = policy.acknowledge_due(at)
    due_at = soonest if kind in URGENT else policy.finish_due(at, None)
    if (promise := facts.promise) is not None:
        is_the_promise = kind is DutyKind.PROMISE
        limits = () if is_the_promise else (promise.prepare_at,)
        ahead = [limit for limit in (*limits, promise.due_at) if limit > at]
        limit = ahead[0] if ahead else soonest
        due_at = limit if is_the_promise else min(due_at, limit)
    return Duty(kind=kind, opened_at=at, due_at=due_at, reason=reason)


URGENT: frozenset[DutyKind] = frozenset({DutyKind.DELIVERY, DutyKind.TELL})


def silence_from(at: datetime, policy: Policy, window_closes_at: datetime | None = None) -> Silence:
    """Return the clock of a contact who owes us the next word since `at`.

    The nudge comes while the channel still takes free text, or not at all.
    """
    nudge_at = policy.nudge_due(at)
    if nudge_at is not None and window_closes_at is not None and nudge_at >= window_closes_at:
        is_early = window_closes_at - NUDGE_LEAD - at < (nudge_at - at) / 2
        nudge_at = None if is_early else window_closes_at - NUDGE_LEAD
    return Silence(since=at, nudge_at=nudge_at, close_at=policy.close_due(at))


# A nudge leaves the contact an hour to write while we may still answer in free text.
NUDGE_LEAD = timedelta(hours=1)
