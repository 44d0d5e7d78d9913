"""Cases are put aside and come back; promises are noted and withdrawn."""

from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.deadlines import duty_from, promise_until, silence_from
from clew.domain.errors import (
    AnswerIsOwed,
    CaseIsResolved,
    InvalidInput,
    NothingIsOwed,
    NotParked,
    WakeTimeIsPast,
)
from clew.domain.facts import DutyKind, Parking, is_covered, is_in_reserve, is_pressed
from clew.domain.faults import Fault
from clew.domain.ids import AgentId
from clew.domain.replying import check_patience, check_promise
from clew.domain.sizes import check_length
from clew.domain.sla.policy import Policy

REASON_MAX_CHARS = 200


def park(
    case: Case, wake_at: datetime, reason: str, by: AgentId | None, at: datetime
) -> tuple[events.Event, ...]:
    """Put a case aside until `wake_at`, or until its promise comes near if that is sooner.

    Raises:
        CaseIsResolved: It has ended.
        WakeTimeIsPast: It must wake in the future.
        AnswerIsOwed: The contact waits and no promise covers the wait, or it is near.
        InvalidInput: No reason was given, or one that is too long.
    """
    if not case.is_open:
        raise CaseIsResolved
    if wake_at <= at:
        raise WakeTimeIsPast
    if not reason.strip():
        raise InvalidInput("reason", "say in a line why the case is put aside", Fault.MISSING)
    check_length("reason", reason, most=REASON_MAX_CHARS)
    facts = case.facts
    if facts.answer is not None and (not is_covered(facts) or is_pressed(facts)):
        raise AnswerIsOwed(facts.answer.due_at)
    if facts.promise is not None:
        if is_in_reserve(facts, at):
            raise AnswerIsOwed(facts.promise.due_at)
        wake_at = min(wake_at, facts.promise.prepare_at)
    parking = Parking(set_at=at, wake_at=wake_at, reason=reason.strip(), set_by=by)
    return (events.CaseParked(at=at, park=parking),)


def wake(case: Case, by: AgentId, at: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """Take a parked case back before its time.

    Raises:
        NotParked: It is not put aside.
    """
    parking = case.facts.park
    if parking is None or not case.is_open:
        raise NotParked
    duty = duty_from(DutyKind.WOKEN, case.facts, at, policy, parking.reason)
    return (events.CaseWoken(at=at, cause=events.Cause.AGENT, park=parking, duty=duty, by=by),)


def promise(
    case: Case,
    due_at: datetime,
    by: AgentId,
    at: datetime,
    policy: Policy,
    *,
    may_put_off: bool = False,
) -> tuple[events.Event, ...]:
    """Note a time that the contact was told, by telephone say.

    While something is owed this puts the contact off, and is capped like a holding reply.

    Raises:
        CaseIsResolved: It has ended.
        PromiseIsTooLate: It must lie ahead, within the longest allowed.
        TooManyHoldingReplies: They were put off often enough.
    """
    if not case.is_open:
        raise CaseIsResolved
    check_promise(due_at, at, policy)
    if case.facts.answer is not None or case.facts.promise is not None:
        check_patience(case.facts, policy, may_put_off=may_put_off)
    return (events.PromiseMade(at=at, by=by, promise=promise_until(due_at, at, policy)),)


def withdraw_promise(
    case: Case, by: AgentId, at: datetime, policy: Policy
) -> tuple[events.Event, ...]:
    """Release the company from a promise; only a consult still needs one.

    Raises:
        NothingIsOwed: No promise stands.
        AnswerIsOwed: A department is being asked under its cover.
    """
    if case.facts.promise is None:
        raise NothingIsOwed
    if case.facts.consults:
        raise AnswerIsOwed(case.facts.promise.due_at)
    return (events.PromiseWithdrawn(at=at, by=by, silence=silence_from(at, policy)),)
