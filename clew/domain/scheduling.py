"""Replies that go out at a time of their author's choosing, unless something has happened since.

Until then such a reply has answered nothing: the contact still waits, every clock runs on, and
whose move it is does not change. A word of the contact's, or a colleague's answer, makes it a
reply to something else than it was written for; so it stays, and somebody is told.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from clew.domain import events
from clew.domain.case import Case
from clew.domain.errors import InvalidInput
from clew.domain.facts import CANCELLING
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, MessageId
from clew.domain.replying import Reply, fail_delivery, reply
from clew.domain.sla.policy import Policy

LONGEST = timedelta(days=366)


class Obstacle(StrEnum):
    """Why a scheduled reply does not go out by itself."""

    CONTACT_WROTE = "contact_wrote"
    COLLEAGUE_ANSWERED = "colleague_answered"
    AUTHOR_LEFT = "author_left"
    CASE_WAS_CANCELLED = "case_was_cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """A scheduled reply, and what has happened since it was written."""

    message_id: MessageId
    by: AgentId | None
    has_contact_written: bool
    has_colleague_answered: bool
    is_author_here: bool


def check_send_at(send_at: datetime, at: datetime) -> None:
    """Refuse a time in the past or more than a year ahead.

    Raises:
        InvalidInput: `send_at` is such a time.
    """
    if not at < send_at <= at + LONGEST:
        raise InvalidInput("send_at", "must lie ahead, and within a year", Fault.NOT_AHEAD)


def obstacle(case: Case, scheduled: Scheduled) -> Obstacle | None:
    """Return what keeps a scheduled reply from going out, if anything does."""
    resolution = case.facts.resolution
    if resolution is not None and resolution.outcome in CANCELLING:
        return Obstacle.CASE_WAS_CANCELLED
    if scheduled.has_contact_written:
        return Obstacle.CONTACT_WROTE
    if scheduled.has_colleague_answered:
        return Obstacle.COLLEAGUE_ANSWERED
    return None if scheduled.is_author_here else Obstacle.AUTHOR_LEFT


def go_out(
    case: Case, scheduled: Scheduled, at: datetime, policy: Policy
) -> tuple[events.Event, ...]:
    """Answer the contact now. In a case that has ended meanwhile nothing is owed, nor settled."""
    if not case.is_open:
        return ()
    said = Reply(message_id=scheduled.message_id, by=scheduled.by)
    return reply(case, said, at, policy)


def hold_back(
    case: Case, message_id: MessageId, why: Obstacle, at: datetime, policy: Policy
) -> tuple[events.Event, ...]:
    """Give somebody the move, unless one of us has it because the contact waits for an answer.

    Nothing is owed in a case that was cancelled, and it stays as it is.
    """
    if why is Obstacle.CASE_WAS_CANCELLED or case.facts.answer is not None:
        return ()
    kept = case.facts.promise
    return fail_delivery(case, message_id, None, why.value, at=at, policy=policy, kept=kept)
