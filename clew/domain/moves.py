"""Whose move it is and until when: one pure function from facts to moves.

Status (open, resolved) is the life of a case; the next move is its debt. `rearm` is called
after every event and is the only maker of moves, so there is no timer to leak, none to
forget and none to cancel. Because every instant is already in the facts, it needs neither
a clock nor a policy, and deriving twice can never push a deadline.

The next move is the open move of highest priority: agent, bot, department, timer, contact.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from clew.domain.facts import CaseStatus, Duty, DutyKind, Facts, is_covered, joint_duty


class Holder(StrEnum):
    """Who has to act, in order of priority."""

    AGENT = "agent"
    TEAM = "team"
    BOT = "bot"
    DEPARTMENT = "department"
    TIMER = "timer"
    CONTACT = "contact"


class MoveKind(StrEnum):
    """What has to be done."""

    ANSWER = "answer"
    ACKNOWLEDGE = "acknowledge"
    START = "start"
    FINISH = "finish"
    WOKEN = "woken"
    PROMISE = "promise"
    DELIVERY = "delivery"
    TELL = "tell"
    BOT = "bot"
    CONSULT = "consult"
    PARKED = "parked"
    NUDGE = "nudge"
    CLOSE = "close"


PRIORITY: dict[Holder, int] = {holder: rank for rank, holder in enumerate(Holder)}

# A person of the company holds these; a bot and a timer will pass theirs on to one.
OURS: frozenset[Holder] = frozenset({Holder.AGENT, Holder.TEAM})
COVERING: frozenset[Holder] = OURS | {Holder.BOT, Holder.TIMER}

# After the deadline of a debt, each rung of the ladder is climbed once, in order; the last
# step repeats for ever (operations model, 3.4). A department is given longer (3.3).
LADDER: tuple[timedelta, ...] = (
    timedelta(0),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(minutes=60),
)
DEPARTMENT_LADDER: tuple[timedelta, ...] = (
    timedelta(0),
    timedelta(minutes=15),
    timedelta(minutes=30),
    timedelta(minutes=60),
)
LADDER_REPEAT = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One obligation to act: who, what, until when.

    Attributes:
        holder_id: The agent, team or department; None for a bot, a timer and the contact.
        level: The escalation of the debt behind it.
    """

    holder: Holder
    holder_id: UUID | None
    kind: MoveKind
    opened_at: datetime
    due_at: datetime
    level: int = 0


class Debt(StrEnum):
    """Which fact a claim comes from, and so where its level of escalation is kept."""

    ANSWER = "answer"
    PROMISE = "promise"
    DUTY = "duty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A reason for an agent to act; all of a case together make one move."""

    debt: Debt
    kind: MoveKind
    opened_at: datetime
    due_at: datetime
    level: int


def rearm(facts: Facts) -> tuple[Move, ...]:
    """Return the open moves of a case, the next one first.

    An open case always has at least one; a resolved one has none.
    """
    if facts.status is not CaseStatus.OPEN:
        return ()
    moves = [*_agents(facts), *_bots(facts), *_departments(facts)]
    moves += _timers(facts, moves)
    if not moves:
        moves = [_contacts(facts)]
    return tuple(sorted(moves, key=lambda move: (PRIORITY[move.holder], move.due_at)))


def next_action_at(moves: tuple[Move, ...]) -> datetime | None:
    """Return the instant at which the clock must look at the case again, or None if resolved.

    Deadlines are data: this is the one column a sweeper reads.
    """
    return min((_acts_at(move) for move in moves), default=None)


def ladder_at(due_at: datetime, level: int, ladder: tuple[timedelta, ...] = LADDER) -> datetime:
    """Return when the debt that was due at `due_at` climbs from `level` to the next one."""
    if level < len(ladder):
        return due_at + ladder[level]
    return due_at + ladder[-1] + LADDER_REPEAT * (level - len(ladder) + 1)


def claims_of(facts: Facts) -> Iterator[Claim]:
    """Yield every reason for an agent to act, whoever holds the move."""
    turn, promise, duty = facts.answer, facts.promise, facts.duty
    if turn is not None and facts.bot is None and not is_covered(facts):
        yield Claim(
            debt=Debt.ANSWER,
            kind=MoveKind.ANSWER,
            opened_at=turn.opened_at,
            due_at=turn.due_at,
            level=turn.level,
        )
        if promise is not None and duty is None:  # a duty was given its deadline knowing it
            yield Claim(
                debt=Debt.PROMISE,
                kind=MoveKind.PROMISE,
                opened_at=turn.opened_at,
                due_at=promise.prepare_at,
                level=promise.level,
            )
    if duty is not None:
        yield Claim(
            debt=Debt.DUTY,
            kind=DUTY_MOVES[duty.kind],
            opened_at=duty.opened_at,
            due_at=duty.due_at,
            level=duty.level,
        )


def carried(facts: Facts, duty: Duty | None) -> Duty | None:
    """Return what an agent's own move becomes when `duty` joins those that are open.

    A promise whose ladder is being climbed goes over into it; a duty that stood for the
    promise with a clock of its own would send that ladder back to its foot.
    """
    both, promise = joint_duty(facts.duty, duty), facts.promise
    if both is None or promise is None or promise.level <= both.level:
        return both
    overdue = Duty(
        kind=DutyKind.PROMISE,
        opened_at=promise.prepare_at,
        due_at=promise.prepare_at,
        level=promise.level,
    )
    return joint_duty(both, overdue)


DUTY_MOVES: dict[DutyKind, MoveKind] = {kind: MoveKind(kind.value) for kind in DutyKind}


def _acts_at(move: Move) -> datetime:
    if move.holder in OURS:
        return ladder_at(move.due_at, move.level)
    if move.holder is Holder.DEPARTMENT:
        return ladder_at(move.due_at, move.level, DEPARTMENT_LADDER)
    return move.due_at


def _agents(facts: Facts) -> Iterator[Move]:
    claims = tuple(claims_of(facts))
    if not claims:
        return
    first = min(claims, key=lambda claim: claim.due_at)
    is_personal = facts.owner_id is not None and facts.owner_is_reachable and not facts.is_offered
    yield Move(
        holder=Holder.AGENT if is_personal else Holder.TEAM,
        holder_id=facts.owner_id if is_personal else facts.team_id,
        kind=first.kind,
        opened_at=min(claim.opened_at for claim in claims),
        due_at=first.due_at,
        level=max(claim.level for claim in claims),
    )


def _bots(facts: Facts) -> Iterator[Move]:
    """Yield the bot's step; a bot has until the answer is due, however many steps it takes."""
    if facts.bot is None:
        return
    due_at = facts.bot.step_due_at
    if facts.answer is not None and not is_covered(facts):
        due_at = min(due_at, facts.answer.due_at)
    yield Move(
        holder=Holder.BOT,
        holder_id=None,
        kind=MoveKind.BOT,
        opened_at=facts.bot.began_at,
        due_at=due_at,
    )


def _departments(facts: Facts) -> Iterator[Move]:
    for consult in facts.consults:
        yield Move(
            holder=Holder.DEPARTMENT,
            holder_id=consult.department_id,
            kind=MoveKind.CONSULT,
            opened_at=consult.opened_at,
            due_at=consult.due_at,
            level=consult.level,
        )


def _timers(facts: Facts, moves: list[Move]) -> Iterator[Move]:
    """Yield the one timer a case needs: its parking, or a promise that nobody else covers."""
    if any(move.holder in OURS for move in moves):
        return
    promise = facts.promise
    if facts.park is not None:
        wake_at = facts.park.wake_at
        if promise is not None:
            wake_at = min(wake_at, promise.prepare_at)
        yield _timer(MoveKind.PARKED, facts.park.set_at, wake_at)
    elif promise is not None and not _is_covered_by(moves, promise.prepare_at):
        yield _timer(MoveKind.PROMISE, promise.made_at, promise.prepare_at)


def _timer(kind: MoveKind, opened_at: datetime, due_at: datetime) -> Move:
    return Move(holder=Holder.TIMER, holder_id=None, kind=kind, opened_at=opened_at, due_at=due_at)


def _is_covered_by(moves: list[Move], deadline: datetime) -> bool:
    return any(move.holder in COVERING and move.due_at <= deadline for move in moves)


def _contacts(facts: Facts) -> Move:
    silence = facts.silence
    kind = MoveKind.CLOSE if silence.nudge_at is None else MoveKind.NUDGE
    return Move(
        holder=Holder.CONTACT,
        holder_id=None,
        kind=kind,
        opened_at=silence.since,
        due_at=silence.nudge_at or silence.close_at,
    )
