"""What happened between a case and the departments it asks; part of `clew.domain.events`."""

from dataclasses import dataclass
from datetime import datetime

from clew.domain.facts import Consult, Duty, Promise
from clew.domain.ids import ConsultId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultOpened:
    """A department was asked; the contact has a promise while it thinks."""

    at: datetime
    consult: Consult
    promise: Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultAcknowledged:
    """The department has seen the question."""

    at: datetime
    consult_id: ConsultId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultClosed:
    """The department answered, declined, or was no longer asked; an agent has to finish."""

    at: datetime
    consult_id: ConsultId
    how: str
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultRedirected:
    """Another department was asked instead, with the time that was left."""

    at: datetime
    consult_id: ConsultId
    consult: Consult


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultEscalated:
    """A department is late; from the third rung on an agent has to tell the contact."""

    at: datetime
    consult_id: ConsultId
    level: int
    duty: Duty | None = None
