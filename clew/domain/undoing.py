"""A reply is taken back before it leaves: what it had settled is owed again.

When nothing else has happened since, everything stands as before. Otherwise the debts that
the reply had settled join those that have arisen since; unless a later answer settled them.
"""

from dataclasses import replace

from clew.domain.events import ReplyUndone
from clew.domain.facts import (
    CANCELLING,
    CaseStatus,
    Duty,
    Facts,
    Promise,
    Turn,
    covered,
    joint_turn,
    promise_without,
)
from clew.domain.moves import carried


def undone(facts: Facts, event: ReplyUndone) -> Facts:
    """Return the facts as they stand after a reply was taken back."""
    before = event.before
    if event.is_exact:
        return before
    if _is_settled_since(facts, event):
        return facts
    promise = promise_without(facts, event.message_id, before.promise)
    turn = _turn(facts, before, promise)
    duty = _duty(facts, before, promise)
    owes = bool(turn or promise or duty)
    is_last = facts.last_reply_id == event.message_id
    return replace(
        facts,
        status=CaseStatus.OPEN if owes else facts.status,
        resolution=None if owes else facts.resolution,
        answer=turn,
        promise=promise,
        duty=duty,
        park=None if owes else facts.park,
        holding_replies=max(before.holding_replies, facts.holding_replies),
        last_reply_at=before.last_reply_at if is_last else facts.last_reply_at,
        last_reply_id=before.last_reply_id if is_last else facts.last_reply_id,
    )


def _is_settled_since(facts: Facts, event: ReplyUndone) -> bool:
    """Say whether a later reply answered, or the case was ended as owing nothing."""
    if facts.resolution is not None and facts.resolution.outcome in CANCELLING:
        return True
    return facts.last_reply_id != event.message_id and facts.holding_replies == 0


def _turn(facts: Facts, before: Facts, promise: Promise | None) -> Turn | None:
    if promise is not None and promise != before.promise:  # given since, so after both were asked
        is_so = facts.answer.is_covered if facts.answer else True
        return covered(joint_turn(before.answer, facts.answer), is_so=is_so)
    now = facts.answer
    if now is not None and before.answer is not None and now.id == before.answer.id:
        return before.answer
    return joint_turn(before.answer, covered(now, is_so=False))


def _duty(facts: Facts, before: Facts, promise: Promise | None) -> Duty | None:
    duty = carried(facts, before.duty)
    if duty is None or promise is None or promise == before.promise:
        return duty
    return replace(duty, due_at=min(duty.due_at, promise.prepare_at))
