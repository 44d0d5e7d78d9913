"""The invariants of the operations model, as a checker that trusts nothing it checks.

Priorities, the ladder and the reopening rules are written out here again: a checker that
took them from the model would agree with any fault in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from clew.domain import events, moves
from clew.domain.case import Case
from clew.domain.facts import CANCELLING, CaseStatus, Duty, Facts, Promise, Turn
from clew.domain.moves import Holder, Move, MoveKind
from clew.domain.sla.policy import Policy

RANKS = {
    Holder.AGENT: 0,
    Holder.TEAM: 0,
    Holder.BOT: 1,
    Holder.DEPARTMENT: 2,
    Holder.TIMER: 3,
    Holder.CONTACT: 4,
}
COVERS = (Holder.AGENT, Holder.TEAM, Holder.BOT, Holder.TIMER)
OURS = (Holder.AGENT, Holder.TEAM)
NEVER = datetime.max.replace(tzinfo=UTC)
MINUTES = {False: (0, 5, 15, 60), True: (0, 15, 30, 60)}


class Violation(AssertionError):
    """An invariant does not hold; its name comes first."""


def rung_at(move: Move, level: int) -> datetime:
    """Return when the ladder of a move reaches the rung after `level`."""
    minutes = MINUTES[move.holder is Holder.DEPARTMENT]
    last = len(minutes) - 1
    passed = minutes[min(level, last)] + 60 * max(0, level - last)
    return move.due_at + timedelta(minutes=passed)


def is_uncovered(facts: Facts) -> bool:
    """Return whether an answer is open that no promise given since allows to wait."""
    return facts.answer is not None and not (facts.answer.is_covered and facts.promise is not None)


@dataclass(frozen=True, slots=True)
class Times:
    """What a case alone does not say.

    Attributes:
        latest: The latest time ever seen; clocks are put back.
        promised_at: Since when the promise stands that stands now.
    """

    latest: datetime
    promised_at: datetime


def faults_of(case: Case, policy: Policy, times: Times) -> Iterator[str]:
    """Yield what is wrong with a case as it stands."""
    facts = case.facts
    if case.moves != moves.rearm(facts):
        yield "rearm: the moves are not those of the facts"
    if facts.status is CaseStatus.RESOLVED:
        if case.moves or case.next_move is not None:
            yield "I7: a resolved case has a move"
        if any((facts.answer, facts.promise, facts.consults, facts.park, facts.duty, facts.bot)):
            yield "I7: a resolved case owes something"
        return
    if not case.moves:
        yield "I1: an open case has no move"
        return
    yield from _faults_of_moves(case, facts)
    yield from _faults_of_debts(case, facts, policy, times)
    yield from _faults_of_parking(facts)
    yield from _faults_of_levels(facts, times.latest)


def _faults_of_moves(case: Case, facts: Facts) -> Iterator[str]:
    ranks = [RANKS[move.holder] for move in case.moves]
    if case.next_move is not case.moves[0] or ranks[0] != min(ranks):
        yield "I1: the next move is not the one of highest priority"
    if ranks.count(0) > 1 or ranks.count(4) > 1:
        yield "I1: a holder has two moves"
    if any(move.due_at.tzinfo is None for move in case.moves):
        yield "I2: a deadline is naive"
    ours = {(move.holder, move.holder_id) for move in case.moves if move.holder in OURS}
    is_personal = facts.owner_id is not None and facts.owner_is_reachable and not facts.is_offered
    team = (Holder.TEAM, facts.team_id)
    if ours - {(Holder.AGENT, facts.owner_id) if is_personal else team}:
        yield "I2: the move is not with the owner, nor with their team"
    held = [move.holder_id for move in case.moves if move.holder is Holder.DEPARTMENT]
    if Counter(held) != Counter(one.department_id for one in facts.consults):
        yield "I2: the departments that are asked do not hold a move each"


def _faults_of_debts(case: Case, facts: Facts, policy: Policy, times: Times) -> Iterator[str]:
    holders = {move.holder for move in case.moves}
    if Holder.CONTACT in holders and (facts.answer or facts.promise or facts.consults):
        yield "I3/I4: the contact holds the move although we owe them something"
    if facts.duty and holders.isdisjoint(OURS):
        yield "I1: a duty has no move"
    if facts.bot and Holder.BOT not in holders:
        yield "I1: a bot has no move"
    if is_uncovered(facts) and not facts.bot and holders.isdisjoint(OURS):
        yield "I9: nobody of ours holds an answer that is owed"
    first = min((move.due_at for move in case.moves if move.holder in COVERS), default=NEVER)
    if first > _promised_until(facts, policy, times):
        yield "I8: no move is due by the promise"
    if is_uncovered(facts) and facts.answer is not None and first > facts.answer.due_at:
        yield "I9: no move is due by the answer"


def _promised_until(facts: Facts, policy: Policy, times: Times) -> datetime:
    """Return by when a move must be due for the sake of the promise."""
    if facts.promise is None:
        return NEVER
    if facts.duty is None:
        return facts.promise.due_at
    # It may have arisen when the promise was broken already.
    arisen_at = max(facts.duty.opened_at, times.promised_at)
    return max(facts.promise.due_at, policy.acknowledge_due(arisen_at))


def _faults_of_parking(facts: Facts) -> Iterator[str]:
    if facts.park is None:
        return
    if is_uncovered(facts):
        yield "I11: the case is parked while the contact waits"
    if facts.promise is not None and facts.park.wake_at > facts.promise.prepare_at:
        yield "I11: the case sleeps past the reserve of its promise"


def _faults_of_levels(facts: Facts, latest: datetime) -> Iterator[str]:
    debts = (facts.answer, facts.duty)
    if any(debt is not None and debt.level > 0 and debt.due_at > latest for debt in debts):
        yield "I13: a debt that is not late has been escalated"


def faults_between(before: Case, event: events.Event, after: Case) -> Iterator[str]:
    """Yield what must not happen to a debt in one event."""
    old, new = before.facts, after.facts
    if isinstance(event, events.ReplyUndone) and event.is_exact:
        if new != event.before:
            yield "undo: not all is as it was"
        return
    is_cancelled = isinstance(event, events.CaseResolved) and event.outcome in CANCELLING
    answered = is_cancelled or isinstance(event, events.ReplySent | events.ReplyNotNeeded)
    if old.answer is not None and new.answer is None and not answered:
        yield f"debt: {type(event).__name__} lost an answer"
    kept = is_cancelled or isinstance(event, events.ReplySent | events.PromiseWithdrawn | VOIDING)
    if old.promise is not None and new.promise is None and not kept:
        yield f"debt: {type(event).__name__} lost a promise"
    closed = is_cancelled or isinstance(event, events.ConsultClosed)
    if len(new.consults) < len(old.consults) and not closed:
        yield f"debt: {type(event).__name__} lost a consult"
    yield from _faults_of_the_turn(old.answer, new.answer, event)
    yield from _faults_of_the_ladder(before, event, after)
    if isinstance(event, events.ConsultOpened) and event.consult.due_at > event.promise.prepare_at:
        yield "I10: the consult is due after the reserve of the promise"


# These make void what a message had promised.
VOIDING = events.DeliveryFailed | events.ReplyUndone
# These satisfy a promise or replace it by another that the contact heard of.
SETTLING = (
    events.ReplySent
    | events.HoldingReplySent
    | events.PromiseMade
    | events.PromiseWithdrawn
    | events.CaseResolved
    | events.ReplyUndone
)


def _faults_of_the_turn(old: Turn | None, new: Turn | None, event: events.Event) -> Iterator[str]:
    if old is None or new is None:
        return
    if new.opened_at > old.opened_at or new.due_at > old.due_at:
        yield f"debt: {type(event).__name__} restarted the clock of an answer"
    if new.level < old.level and not isinstance(event, events.ReplyUndone):
        yield f"I13: {type(event).__name__} sent an answer's ladder back"


def _faults_of_the_ladder(before: Case, event: events.Event, after: Case) -> Iterator[str]:
    old, new = before.facts, after.facts
    for consult in new.consults:
        earlier = next((one for one in old.consults if one.id == consult.id), None)
        if earlier is not None and consult.level < earlier.level:
            yield f"I13: {type(event).__name__} sent a consult's ladder back"
    if isinstance(event, SETTLING):
        return
    if _is_same(old.promise, new.promise) and old.promise and new.promise:
        if new.promise.level < old.promise.level:
            yield f"I13: {type(event).__name__} sent a promise's ladder back"
        if old.promise.prepare_at <= event.at and _is_sent_back(old.duty, new.duty):
            yield f"I13: {type(event).__name__} restarted the clock of a promise"
    if isinstance(event, events.DebtEscalated):
        yield from _faults_of_the_rung(before, event, after)


def _is_same(old: Promise | None, new: Promise | None) -> bool:
    return (
        old is not None
        and new is not None
        and (old.made_at, old.due_at, old.message_id) == (new.made_at, new.due_at, new.message_id)
    )


def _is_sent_back(old: Duty | None, new: Duty | None) -> bool:
    return old is not None and (new is None or new.level < old.level or new.due_at > old.due_at)


def _faults_of_the_rung(before: Case, event: events.DebtEscalated, after: Case) -> Iterator[str]:
    move, then = before.next_move, after.next_move
    if move is None or move.holder not in OURS:
        yield "I6: a ladder was climbed that nobody stands on"
        return
    if event.level != move.level + 1:
        yield "I6: a rung was left out"
    if then is None or then.level != event.level:
        yield "I6: climbing did not raise the level"
    if rung_at(move, move.level) > event.at:
        yield "I6: a rung was climbed before its time"


def is_overdue(case: Case, now: datetime) -> bool:
    """Return whether something is due in a case that the clock has not seen to (I6)."""
    return any(
        (rung_at(move, move.level) if move.holder in (*OURS, Holder.DEPARTMENT) else move.due_at)
        <= now
        for move in case.moves
    )


def is_honest(event: events.CaseResolved, before: Case) -> bool:
    """Return whether a case that was closed for silence had given the contact their time."""
    move, silence = before.next_move, before.facts.silence
    return (
        move is not None
        and move.kind is MoveKind.CLOSE
        and silence.nudge_at is None
        and silence.close_at <= event.at
    )
