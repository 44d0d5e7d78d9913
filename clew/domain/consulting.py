"""A department is asked and answers; the contact's clock runs on."""

from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.deadlines import duty_from, promise_until
from clew.domain.errors import CaseIsResolved, NoSuchConsult
from clew.domain.facts import Consult, DutyKind
from clew.domain.ids import ConsultId, DepartmentId
from clew.domain.sla.policy import Policy


def ask(case: Case, consult: Consult, at: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """Ask a department; without a standing promise the contact gets the usual one.

    The consult is due before the reserve of the promise, or the promise would be empty.

    Raises:
        CaseIsResolved: It has ended.
    """
    if not case.is_open:
        raise CaseIsResolved
    standing = case.facts.promise
    is_usable = standing is not None and standing.prepare_at > at
    due_at = standing.due_at if standing and is_usable else policy.default_promise(at)
    promise = promise_until(due_at, at, policy)
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
    consult = Consult(
        id=new_id, department_id=department_id, opened_at=at, due_at=old.due_at, level=old.level
    )
    return (events.ConsultRedirected(at=at, consult_id=consult_id, consult=consult),)


def _open_consult(case: Case, consult_id: ConsultId) -> Consult:
    found = next((one for one in case.facts.consults if one.id == consult_id), None)
    if found is None or not case.is_open:
        raise NoSuchConsult
    return found
