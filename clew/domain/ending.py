"""Cases end and begin again."""

from datetime import datetime

from clew.domain import events
from clew.domain.case import Case
from clew.domain.deadlines import duty_from, silence_from
from clew.domain.errors import CaseIsOpen, CaseIsResolved, CaseOwesSomething
from clew.domain.facts import CANCELLING, DutyKind, Facts, Outcome
from clew.domain.ids import AgentId
from clew.domain.sla.policy import Policy


def debts_of(facts: Facts) -> tuple[str, ...]:
    """Return the names of what the contact is owed."""
    owed = {"answer": facts.answer, "promise": facts.promise, "consult": facts.consults}
    return tuple(name for name, debt in owed.items() if debt)


def resolve(
    case: Case, outcome: Outcome, by: AgentId | None, at: datetime
) -> tuple[events.Event, ...]:
    """End a case.

    Raises:
        CaseIsResolved: It has ended already.
        CaseOwesSomething: An answer, a promise or a consult is open, and this outcome does not
            cancel it.
    """
    if not case.is_open:
        raise CaseIsResolved
    debts = debts_of(case.facts)
    if debts and outcome not in CANCELLING:
        raise CaseOwesSomething(debts)
    return (events.CaseResolved(at=at, outcome=outcome, by=by),)


def reopen(case: Case, by: AgentId, at: datetime, policy: Policy) -> tuple[events.Event, ...]:
    """Take up a resolved case again; it is ours to act on.

    Raises:
        CaseIsOpen: It has not ended.
    """
    if case.is_open:
        raise CaseIsOpen
    return (
        events.CaseReopened(
            at=at,
            cause=events.Cause.AGENT,
            silence=silence_from(at, policy),
            duty=duty_from(DutyKind.WOKEN, case.facts, at, policy),
            by=by,
        ),
    )
