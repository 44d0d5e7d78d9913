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
    DutyKind,
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


def _is_given_since(before: Facts, promise: Promise | None) -> bool:
    """Say whether the promise that stands was given after the reply, and so heard."""
    return promise is not None and promise != before.promise


def _turn(facts: Facts, before: Facts, promise: Promise | None) -> Turn | None:
    now, then = facts.answer, before.answer
    both = joint_turn(then, now)
    if _is_given_since(before, promise):
        return covered(both, is_so=now is None or now.is_covered)
    if now is None:
        return both
    is_same = then is not None and then.id == now.id
    if facts.promise == promise:
        return covered(both, is_so=now.is_covered) if is_same else both
    return covered(both, is_so=is_same and then is not None and then.is_covered)


def _duty(facts: Facts, before: Facts, promise: Promise | None) -> Duty | None:
    now = facts.duty
    if _is_given_since(before, promise):
        return now
    is_void = facts.promise is not None and facts.promise != promise
    if now is not None and is_void and now.kind is DutyKind.PROMISE:
        now = None
    if now is not None and promise is not None and facts.promise != promise:
        now = replace(now, due_at=min(now.due_at, promise.prepare_at))
    return carried(replace(facts, duty=now, promise=promise), before.duty)
