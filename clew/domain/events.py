"""What happened to a case: facts in the past tense, complete enough to be applied alone.

An event carries every deadline that was computed when it happened, so `clew.domain.case.apply`
needs no clock, no policy and no calendar, and a replay of the log gives the same case.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clew.domain.consult_events import ConsultAcknowledged as ConsultAcknowledged
from clew.domain.consult_events import ConsultClosed as ConsultClosed
from clew.domain.consult_events import ConsultEscalated as ConsultEscalated
from clew.domain.consult_events import ConsultOpened as ConsultOpened
from clew.domain.consult_events import ConsultRedirected as ConsultRedirected
from clew.domain.facts import (
    BotSession,
    Duty,
    Facts,
    Outcome,
    Parking,
    Promise,
    Silence,
    Turn,
)
from clew.domain.ids import AgentId, CaseId, MessageId, TeamId


class Cause(StrEnum):
    """What made a case wake, reopen or change hands."""

    CONTACT = "contact"
    TIMER = "timer"
    AGENT = "agent"
    DELIVERY = "delivery"
    ROUTING = "routing"
    REPLY = "reply"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOpened:
    """A matter began; `duty` is set when the company began it."""

    at: datetime
    team_id: TeamId
    silence: Silence
    previous_case_id: CaseId | None = None
    duty: Duty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReceived:
    """The contact wrote; `turn` is the answer that this opened, if none was open.

    `duty` is set when a promise stands that leaves the agent another deadline.
    """

    at: datetime
    message_id: MessageId
    turn: Turn | None
    duty: Duty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplySent:
    """A real answer was given; a new promise may come with it."""

    at: datetime
    message_id: MessageId
    by: AgentId | None
    silence: Silence
    promise: Promise | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingReplySent:
    """The contact was told when to expect an answer; the answer is still owed."""

    at: datetime
    message_id: MessageId
    by: AgentId | None
    promise: Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyUndone:
    """A reply was taken back before it left; `before` is how things stood.

    `is_exact` says that nothing else has happened since, so that all of it is restored.
    """

    at: datetime
    message_id: MessageId
    before: Facts
    is_exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFailed:
    """The contact never saw a reply; what it had settled is owed again, with its own clock.

    `turn` is the answer that it had given, `promise` the promise that it had kept or replaced.
    """

    at: datetime
    message_id: MessageId
    turn: Turn | None
    duty: Duty
    reason: str = ""
    promise: Promise | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade:
    """An agent noted what the contact was told elsewhere."""

    at: datetime
    by: AgentId
    promise: Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseWithdrawn:
    """A supervisor released the company from a promise."""

    at: datetime
    by: AgentId
    silence: Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyNotNeeded:
    """The contact's last word asked for nothing; `duty` is what a near promise still asks for."""

    at: datetime
    by: AgentId | None
    silence: Silence
    duty: Duty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseParked:
    """The case was put aside."""

    at: datetime
    park: Parking


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWoken:
    """A parked case came back; `duty` is what the agent now has to do."""

    at: datetime
    cause: Cause
    park: Parking
    duty: Duty | None = None
    by: AgentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCameNear:
    """A promise entered its reserve, and an agent has to act on it."""

    at: datetime
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtEscalated:
    """The deadline passed, or passed long ago; one rung of the ladder was climbed."""

    at: datetime
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactNudged:
    """The contact was asked once more, or could not be (`message_id` is None)."""

    at: datetime
    message_id: MessageId | None
    silence: Silence


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAssigned:
    """An agent became the owner, or a team's queue took the case over (`owner_id` is None)."""

    at: datetime
    owner_id: AgentId | None
    team_id: TeamId
    is_reachable: bool
    cause: Cause
    by: AgentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerLeft:
    """The owner stopped taking work."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerReturned:
    """The owner takes work again."""

    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResolved:
    """The case ended. `by` is None for the system."""

    at: datetime
    outcome: Outcome
    by: AgentId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReopened:
    """The same case goes on."""

    at: datetime
    cause: Cause
    silence: Silence
    duty: Duty | None = None
    by: AgentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BotBegan:
    """A bot took the open turn, or its next step."""

    at: datetime
    bot: BotSession


@dataclass(frozen=True, slots=True, kw_only=True)
class BotLeft:
    """A bot handed over, failed or took too long; the turn keeps its clock."""

    at: datetime
    silence: Silence


Event = (
    CaseOpened
    | MessageReceived
    | ReplySent
    | HoldingReplySent
    | ReplyUndone
    | DeliveryFailed
    | PromiseMade
    | PromiseWithdrawn
    | ReplyNotNeeded
    | CaseParked
    | CaseWoken
    | PromiseCameNear
    | DebtEscalated
    | ContactNudged
    | CaseAssigned
    | OwnerLeft
    | OwnerReturned
    | CaseResolved
    | CaseReopened
    | ConsultOpened
    | ConsultAcknowledged
    | ConsultClosed
    | ConsultRedirected
    | ConsultEscalated
    | BotBegan
    | BotLeft
)
