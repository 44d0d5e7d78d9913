"""Deadlines for the things an event gives rise to: small makers of facts, used by the verbs."""

from datetime import datetime, timedelta

from clew.domain.facts import (
    Duty,
    DutyKind,
    Facts,
    Promise,
    Silence,
    Turn,
    is_covered,
    is_in_reserve,
    is_pressed,
)
from clew.domain.ids import MessageId, TurnId
from clew.domain.sla.policy import Policy

# A turn that was waived as needing no reply keeps its clock for so long if the contact
# comes back and nobody of ours has written in between (operations model, section 4).
WAIVED_FOR = timedelta(hours=24)


def turn_from(facts: Facts, turn_id: TurnId, at: datetime, policy: Policy) -> Turn | None:
    """Return the turn that a message received `at` opens, or None if one is open.

    A turn waived within the last day comes back with its own clock, but is never due before
    anybody could have acted on it. The first answer of a case that we began, or in which we
    have written, is no first reply.
    """
    if facts.answer is not None:
        return None
    acknowledge_by = policy.acknowledge_due(at)
    if facts.waived is not None and at - facts.waived.at <= WAIVED_FOR:
        waived = facts.waived.turn
        due_at = max(waived.due_at, acknowledge_by)
        opened_at, is_first = waived.opened_at, waived.is_first
    else:
        is_ours = facts.duty is not None and facts.duty.kind is DutyKind.START
        is_first = facts.turns_opened == 0 and facts.last_reply_at is None and not is_ours
        due_at = policy.first_reply_due(at) if is_first else policy.next_reply_due(at)
        opened_at = at
    return Turn(
        id=turn_id,
        opened_at=opened_at,
        due_at=due_at,
        acknowledge_by=acknowledge_by,
        is_first=is_first,
    )


def promise_until(
    due_at: datetime, made_at: datetime, policy: Policy, message_id: MessageId | None = None
) -> Promise:
    """Return a promise to come back by `due_at`, given in a message of ours or elsewhere."""
    prepare_at = policy.promise_reserve(due_at, made_at=made_at)
    return Promise(made_at=made_at, due_at=due_at, prepare_at=prepare_at, message_id=message_id)


def duty_from(kind: DutyKind, facts: Facts, at: datetime, policy: Policy, reason: str = "") -> Duty:
    """Return an agent's own move that arises `at`.

    It is due after the team's finish target (acknowledgement target for what is urgent), but
    no later than a standing promise allows: before its reserve, or with it once the reserve
    is being eaten. After a promise is overdue it is due at now + acknowledgement time, for
    nobody can act sooner.
    """
    soonest = policy.acknowledge_due(at)
    due_at = soonest if kind in URGENT else policy.finish_due(at, None)
    if (promise := facts.promise) is not None:
        is_the_promise = kind is DutyKind.PROMISE
        limits = (promise.due_at,) if is_the_promise else (promise.prepare_at, promise.due_at)
        limit = next((limit for limit in limits if limit > at), soonest)
        due_at = limit if kind in WAITING else min(due_at, limit)
    return Duty(kind=kind, opened_at=at, due_at=due_at, reason=reason)


URGENT: frozenset[DutyKind] = frozenset({DutyKind.ACKNOWLEDGE, DutyKind.DELIVERY, DutyKind.TELL})
# The promise alone says when.
WAITING: frozenset[DutyKind] = frozenset({DutyKind.ANSWER, DutyKind.PROMISE})


def duty_of_message(facts: Facts, at: datetime, policy: Policy) -> Duty | None:
    """Return what a message received `at` asks for beside the turn that it opens or joins.

    While a department is asked, somebody has to acknowledge it. The first word that presses a
    covered answer sets the deadline, later ones join it. And in the reserve of a promise the
    agent has to act on that, not only on the message.
    """
    if is_covered(facts):
        if is_pressed(facts):
            return None
        kind = DutyKind.ACKNOWLEDGE if facts.consults else DutyKind.ANSWER
        return duty_from(kind, facts, at, policy)
    if facts.consults and facts.answer is None:
        return duty_from(DutyKind.ACKNOWLEDGE, facts, at, policy)
    if facts.answer is None and facts.duty is None and is_in_reserve(facts, at):
        return duty_from(DutyKind.PROMISE, facts, at, policy)
    return None


def silence_from(at: datetime, policy: Policy, window_closes_at: datetime | None = None) -> Silence:
    """Return the clock of a contact who owes us the next word since `at`.

    The nudge comes while the channel still takes free text, or not at all.
    """
    nudge_at = policy.nudge_due(at)
    if nudge_at is not None and window_closes_at is not None and nudge_at >= window_closes_at:
        is_early = window_closes_at - NUDGE_MARGIN - at < (nudge_at - at) / 2
        nudge_at = None if is_early else window_closes_at - NUDGE_MARGIN
    return Silence(since=at, nudge_at=nudge_at, close_at=policy.close_due(at))


# A nudge leaves the contact an hour to write while we may still answer in free text.
NUDGE_MARGIN = timedelta(hours=1)
