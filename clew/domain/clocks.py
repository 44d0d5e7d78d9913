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
from clew.domain.facts import Consult, DutyKind, Outcome, is_in_reserve
from clew.domain.ids import MessageId
from clew.domain.moves import DEPARTMENT_LADDER, OURS, Holder, MoveKind, ladder_at
from clew.domain.sla.policy import Policy

# From this rung of a department's ladder on, an agent tells the contact (operations model, 3.3).
RECLAIM_LEVEL = 3


def what_is_due(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """Return what the clock brings about at `now`; a nudge is left to `nudge_is_due`."""
    for move in case.moves:
        if move.holder in OURS and ladder_at(move.due_at, move.level) <= now:
            return (events.DebtEscalated(at=now, level=move.level + 1),)
        if move.holder is Holder.DEPARTMENT and (late := _late(case.facts.consults, now)):
            return _chase(case, late, now, policy)
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


def nudged(case: Case, now: datetime, message_id: MessageId | None = None) -> events.ContactNudged:
    """Return that the contact was asked once more, or (without a message) could not be.

    However late the question went out, the contact has as long to answer it as they were
    meant to have; if nothing was asked, the silence goes on to its close.
    """
    silence = case.facts.silence
    close_at = silence.close_at
    if message_id is not None and silence.nudge_at is not None:
        close_at = max(close_at, now + (close_at - silence.nudge_at))
    silence = replace(silence, nudge_at=None, nudged_at=now, close_at=close_at)
    return events.ContactNudged(at=now, message_id=message_id, silence=silence)


def _fire(case: Case, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
    facts = case.facts
    if facts.park is None or is_in_reserve(facts, now):
        reason = facts.park.reason if facts.park else ""
        duty = duty_from(DutyKind.PROMISE, facts, now, policy, reason)
        return (events.PromiseCameNear(at=now, duty=duty),)
    duty = duty_from(DutyKind.WOKEN, facts, now, policy, facts.park.reason)
    return (events.CaseWoken(at=now, cause=events.Cause.TIMER, park=facts.park, duty=duty),)


def _late(consults: tuple[Consult, ...], now: datetime) -> Consult | None:
    """Return a consult that has to climb a rung."""
    return next((one for one in consults if _chased_at(one) <= now), None)


def _chased_at(consult: Consult) -> datetime:
    return ladder_at(consult.due_at, consult.level, DEPARTMENT_LADDER)


def _chase(case: Case, consult: Consult, now: datetime, policy: Policy) -> tuple[events.Event, ...]:
    level = consult.level + 1
    duty = None
    if level >= RECLAIM_LEVEL and not consult.is_reclaimed:
        duty = duty_from(DutyKind.TELL, case.facts, now, policy)
    return (events.ConsultEscalated(at=now, consult_id=consult.id, level=level, duty=duty),)
