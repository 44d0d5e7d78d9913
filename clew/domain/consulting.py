"""A department is asked and answers; the contact's clock runs on."""

from dataclasses import replace
from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.deadlines import duty_from, promise_until
from clew.domain.errors import CaseIsResolved, InvalidInput, NoSuchConsult, PromiseIsNear
from clew.domain.facts import Consult, DutyKind, is_in_reserve
from clew.domain.faults import Fault
from clew.domain.ids import ConsultId, DepartmentId
from clew.domain.sla.policy import Policy


def ask(case: Case, consult: Consult, at: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """Ask a department; without a standing promise the contact gets the usual one.

    The consult is due before the reserve of the promise, or the promise would be empty. A
    promise that stands is never moved by this; only a word to the contact can do that.

    Raises:
        CaseIsResolved: It has ended.
        InvalidInput: The consult is due at once or in the past.
        PromiseIsNear: The department could not answer before it.
    """
    if not case.is_open:
        raise CaseIsResolved
    if consult.due_at <= at:
        raise InvalidInput("due_at", "a department needs time to answer", Fault.TOO_SOON)
    promise = case.facts.promise
    if promise is None:
        promise = promise_until(policy.default_promise(at), at, policy)
    elif is_in_reserve(case.facts, at):
        raise PromiseIsNear(promise.due_at)
    asked = Consult(
        id=consult.id,
        department_id=consult.department_id,
        opened_at=at,
        due_at=min(consult.due_at, promise.prepare_at),
    )
    return (events.ConsultOpened(at=at, consult=asked, promise=promise),)


def acknowledge(case: Case, consult_id: ConsultId, at: datetime) -> tuple[events.Event, ...]:
    """Note that the department has seen the question.

    Raises:
        NoSuchConsult: It is not open.
    """
    _open_consult(case, consult_id)
    return (events.ConsultAcknowledged(at=at, consult_id=consult_id),)


def close(
    case: Case, consult_id: ConsultId, how: str, at: datetime, policy: Policy
) -> tuple[events.Event, ...]:
    """Take the department's answer, its refusal, or our withdrawal; an agent finishes.

    Raises:
        NoSuchConsult: It is not open.
    """
    _open_consult(case, consult_id)
    duty = duty_from(DutyKind.FINISH, case.facts, at, policy)
    return (events.ConsultClosed(at=at, consult_id=consult_id, how=how, duty=duty),)


def redirect(
    case: Case,
    consult_id: ConsultId,
    new_id: ConsultId,
    department_id: DepartmentId,
    at: datetime,
) -> tuple[events.Event, ...]:
    """Ask another department instead, with the time that is left.

    Raises:
        NoSuchConsult: It is not open.
    """
    old = _open_consult(case, consult_id)
    consult = replace(
        old, id=new_id, department_id=department_id, opened_at=at, acknowledged_at=None
    )
    return (events.ConsultRedirected(at=at, consult_id=consult_id, consult=consult),)


def _open_consult(case: Case, consult_id: ConsultId) -> Consult:
    found = next((one for one in case.facts.consults if one.id == consult_id), None)
    if found is None or not case.is_open:
        raise NoSuchConsult
    return found
