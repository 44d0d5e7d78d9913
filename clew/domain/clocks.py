"""What time alone brings about: timers, ladders of escalation, nudges and honest closing.

`what_is_due` says what happens to a case at its `next_action_at`. It is idempotent: when the
instant has not come, nothing happens; after a long stop each rung is climbed once, in order,
by calling it until it returns nothing.
"""

from dataclasses import replace
from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.deadlines import duty_from, silence_from
from clew.domain.facts import Consult, DutyKind, Outcome
from clew.domain.moves import OURS, Holder, Move, MoveKind, ladder_at
from clew.domain.sla.policy import Policy

# From this rung of a department's ladder on, an agent tells the contact (operations model, 3.3).
RECLAIM_LEVEL = 3


def what_is_due(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """Return what the clock brings about at `now`; a nudge is left to `nudge_is_due`."""
    for move in case.moves:
        if move.holder in OURS and ladder_at(move.due_at, move.level) <= now:
            return (events.DebtEscalated(at=now, level=move.level + 1),)
        if move.holder is Holder.DEPARTMENT and ladder_at(move.due_at, move.level) <= now:
            return _chase(case, move, now, policy)
        if move.holder is Holder.BOT and move.due_at <= now:
            return (events.BotLeft(at=now, silence=silence_from(now, policy)),)
        if move.holder is Holder.TIMER and move.due_at <= now:
            return _fire(case, now, policy)
        if move.kind is MoveKind.CLOSE and move.due_at <= now:
            return (events.CaseResolved(at=now, outcome=Outcome.NO_REPLY, by=None),)
    return ()


def nudge_is_due(case: Case, now: datetime) -> bool:
    """Say whether the contact should be asked once more."""
    move = case.next_move
    return move is not None and move.kind is MoveKind.NUDGE and move.due_at <= now


def nudged(case: Case, now: datetime) -> events.ContactNudged:
    """Return that nothing could be sent, or need be: the silence goes on to its close."""
    silence = replace(case.facts.silence, nudge_at=None, nudged_at=now)
    return events.ContactNudged(at=now, message_id=None, silence=silence)


def _fire(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
    facts = case.facts
    if facts.promise is not None and facts.promise.prepare_at <= now:
        reason = facts.park.reason if facts.park else ""
        duty = duty_from(DutyKind.PROMISE, facts, now, policy, reason)
        return (events.PromiseCameNear(at=now, duty=duty),)
    assert facts.park is not None, "a timer without a cause"  # noqa: S101 - the model itself
    duty = duty_from(DutyKind.WOKEN, facts, now, policy, facts.park.reason)
    return (events.CaseWoken(at=now, cause=events.Cause.TIMER, park=facts.park, duty=duty),)


def _chase(case: Case, move: Move, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
    consult = _late(case.facts.consults, move)
    level = consult.level + 1
    duty = None
    if level >= RECLAIM_LEVEL and not consult.is_reclaimed:
        duty = duty_from(DutyKind.TELL, case.facts, now, policy)
    return (events.ConsultEscalated(at=now, consult_id=consult.id, level=level, duty=duty),)


def _late(consults: tuple[Consult, ...], move: Move) -> Consult:
    return next(
        one
        for one in consults
        if (one.department_id, one.due_at, one.level) == (move.holder_id, move.due_at, move.level)
    )
