"""What is true of a case: the debts, the waits and the clocks that were set for them.

Facts are the truth; moves are derived from them by `clew.domain.moves.rearm` and by nothing
else. Every instant here was computed when its event happened and is kept, so deriving the
moves again, an hour or a year later, gives the same moves: no deadline can drift.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from clew.domain.ids import AgentId, ConsultId, DepartmentId, MessageId, TeamId, TurnId


class CaseStatus(StrEnum):
    """The life of a case. Whose move it is, is another matter."""

    OPEN = "open"
    RESOLVED = "resolved"


class Outcome(StrEnum):
    """How a case ended."""

    SOLVED = "solved"
    UNSOLVED = "unsolved"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"
    SPAM = "spam"
    NO_REPLY = "no_reply"


# These say that nothing was owed after all, so what was open is cancelled with the case.
CANCELLING: frozenset[Outcome] = frozenset({Outcome.WITHDRAWN, Outcome.DUPLICATE, Outcome.SPAM})


class DutyKind(StrEnum):
    """Why an agent has to act beside an answer that is simply due.

    Of two that meet in one case the upper one names the move: what the contact said comes
    first, and what a promise asks for can always be read from the promise again.
    """

    ANSWER = "answer"
    ACKNOWLEDGE = "acknowledge"
    DELIVERY = "delivery"
    TELL = "tell"
    FINISH = "finish"
    WOKEN = "woken"
    START = "start"
    PROMISE = "promise"


# Although a promise covers the wait, the contact has written again, or never saw what we wrote.
PRESSING: frozenset[DutyKind] = frozenset(
    {DutyKind.ANSWER, DutyKind.ACKNOWLEDGE, DutyKind.DELIVERY}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One answer owed to the contact, from the oldest message it covers.

    Attributes:
        opened_at: When the first message that no open turn covered was received.
        due_at: The reply target of the team, in business time.
        acknowledge_by: When the contact must hear something while a department is asked.
        is_first: Whether this is the first answer of the case.
        level: How far the ladder of escalation has been climbed for this debt.
        is_covered: A promise was given after it was asked for. The order of events says so,
            not their instants: two may share one, and clocks are put back.
    """

    id: TurnId
    opened_at: datetime
    due_at: datetime
    acknowledge_by: datetime
    is_first: bool = False
    level: int = 0
    is_covered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A time by which the contact was told they would hear from us.

    Attributes:
        prepare_at: `due_at` less the reserve: from here an agent has to act on it.
        message_id: The message that gave it; if the contact never sees that, there is none.
    """

    made_at: datetime
    due_at: datetime
    prepare_at: datetime
    level: int = 0
    message_id: MessageId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parking:
    """A case put aside until `wake_at`; a message from the contact wakes it too."""

    set_at: datetime
    wake_at: datetime
    reason: str
    set_by: AgentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """An agent's own move, with the deadline it was given when it arose."""

    kind: DutyKind
    opened_at: datetime
    due_at: datetime
    reason: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Consult:
    """An open question to a department."""

    id: ConsultId
    department_id: DepartmentId
    opened_at: datetime
    due_at: datetime
    acknowledged_at: datetime | None = None
    is_reclaimed: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BotSession:
    """A bot is answering; its step ends by `step_due_at` or a person takes over."""

    began_at: datetime
    step_due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """The clock of a contact who owes us the next word.

    Attributes:
        nudge_at: When to ask once more; None when the channel does not allow it or it was done.
        close_at: When the case ends for want of an answer.
    """

    since: datetime
    nudge_at: datetime | None
    close_at: datetime
    nudged_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """A turn cancelled as needing no reply, kept in case the contact comes back soon."""

    turn: Turn
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """How, when and by whom a case was ended; `by` is None for the system."""

    outcome: Outcome
    at: datetime
    by: AgentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything `rearm` reads.

    Attributes:
        owner_is_reachable: False while the owner is away, so that the team's queue holds the case.
        is_offered: The owner let the deadline pass; the team may take it.
        turns_opened: How many turns the case has had.
        holding_replies: How often in a row, since the last real answer, the contact was put off.
    """

    status: CaseStatus
    opened_at: datetime
    team_id: TeamId
    silence: Silence
    owner_id: AgentId | None = None
    owner_is_reachable: bool = True
    is_offered: bool = False
    answer: Turn | None = None
    promise: Promise | None = None
    park: Parking | None = None
    duty: Duty | None = None
    consults: tuple[Consult, ...] = ()
    bot: BotSession | None = None
    waived: Waived | None = None
    resolution: Resolution | None = None
    last_contact_message_at: datetime | None = None
    last_reply_at: datetime | None = None
    last_reply_id: MessageId | None = None
    turns_opened: int = 0
    holding_replies: int = 0


def is_covered(facts: Facts) -> bool:
    """Say whether the open answer may wait, because a promise was given after it was asked for."""
    return facts.answer is not None and facts.answer.is_covered and facts.promise is not None


def is_pressed(facts: Facts) -> bool:
    """Say whether an agent has to act on what the contact said, in spite of a promise."""
    return facts.duty is not None and facts.duty.kind in PRESSING


def is_in_reserve(facts: Facts, at: datetime) -> bool:
    """Say whether a promise stands and an agent has to act on it now."""
    return facts.promise is not None and facts.promise.prepare_at <= at


def covered(turn: Turn | None, *, is_so: bool = True) -> Turn | None:
    """Return the open answer as covered by a promise, or as uncovered again."""
    return None if turn is None else replace(turn, is_covered=is_so)


def capped(parking: Parking | None, promise: Promise) -> Parking | None:
    """Return the parking with a wake time that leaves the reserve of `promise`."""
    if parking is None or parking.wake_at <= promise.prepare_at:
        return parking
    return replace(parking, wake_at=promise.prepare_at)


def promise_without(facts: Facts, message_id: MessageId, earlier: Promise | None) -> Promise | None:
    """Return the promise that stands if the contact never sees the message.

    What the message had promised is void, and what it had kept (`earlier`) stands again.
    """
    now = facts.promise
    return earlier if now is None or now.message_id == message_id else now


def joint_turn(one: Turn | None, other: Turn | None) -> Turn | None:
    """Return one turn for two that are open at once: the older, with the earliest deadlines.

    No level is lost, and it counts as covered only if both are.
    """
    if one is None or other is None:
        return one or other
    return replace(
        min(one, other, key=lambda turn: turn.opened_at),
        due_at=min(one.due_at, other.due_at),
        acknowledge_by=min(one.acknowledge_by, other.acknowledge_by),
        level=max(one.level, other.level),
        is_covered=one.is_covered and other.is_covered,
    )


def joint_duty(one: Duty | None, other: Duty | None) -> Duty | None:
    """Return one duty for two that are open at once: the earliest deadline, no level lost."""
    if one is None or other is None:
        return one or other
    ranks = list(DutyKind)
    return replace(
        min(one, other, key=lambda duty: ranks.index(duty.kind)),
        opened_at=min(one.opened_at, other.opened_at),
        due_at=min(one.due_at, other.due_at),
        level=max(one.level, other.level),
    )
