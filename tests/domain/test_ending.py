from __future__ import annotations

import pytest

from clew.domain.ending import debts_of
from clew.domain.errors import CaseIsOpen, CaseIsResolved, CaseOwesSomething
from clew.domain.facts import CANCELLING, Outcome
from clew.domain.moves import Holder, MoveKind, next_action_at
from tests.builders import (
    ANNA,
    HOUR,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    parked,
    promised,
    received,
    reopened,
    resolved,
)

NOON = MONDAY_NINE + 3 * HOUR


@pytest.mark.parametrize("outcome", sorted(set(Outcome) - {Outcome.NO_REPLY}))
def test_a_case_that_owes_nothing_ends_with_any_outcome(outcome: Outcome) -> None:
    case = after(an_answered_case(), resolved(NOON, outcome))

    assert not case.is_open
    assert case.moves == ()
    assert case.next_move is None
    assert next_action_at(case.moves) is None
    assert case.facts.resolution is not None
    assert (case.facts.resolution.outcome, case.facts.resolution.by) == (outcome, ANNA)


@pytest.mark.parametrize("outcome", [Outcome.SOLVED, Outcome.UNSOLVED])
def test_a_case_cannot_end_while_an_answer_is_owed(outcome: Outcome) -> None:
    with pytest.raises(CaseOwesSomething) as refused:
        after(a_waiting_case(), resolved(NOON, outcome))

    assert refused.value.debts == ("answer",)


def test_a_refusal_names_everything_that_is_owed() -> None:
    case = after(a_waiting_case(), asked(NOON))

    with pytest.raises(CaseOwesSomething) as refused:
        after(case, resolved(NOON))

    assert refused.value.debts == ("answer", "promise", "consult") == debts_of(case.facts)


def test_a_case_cannot_end_before_its_promise_is_kept() -> None:
    with pytest.raises(CaseOwesSomething) as refused:
        after(an_answered_case(), promised(NOON), resolved(MONDAY_NINE + HOUR))

    assert refused.value.debts == ("promise",)


@pytest.mark.parametrize("outcome", sorted(CANCELLING))
def test_an_outcome_that_says_nothing_was_owed_cancels_all_debts(outcome: Outcome) -> None:
    case = after(a_waiting_case(), asked(NOON), resolved(NOON, outcome))

    assert not case.is_open
    assert debts_of(case.facts) == ()


def test_a_parked_case_may_end_and_wakes_no_more() -> None:
    case = after(an_answered_case(), parked(NOON), resolved(MONDAY_NINE + HOUR))

    assert case.facts.park is None
    assert case.moves == ()


def test_a_case_ends_once() -> None:
    with pytest.raises(CaseIsResolved):
        after(an_answered_case(), resolved(NOON), resolved(NOON))


def test_a_reopened_case_is_ours_to_act_on() -> None:
    case = after(an_answered_case(), resolved(NOON), reopened(NOON + HOUR))

    assert case.facts.resolution is None
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.kind) == (Holder.AGENT, MoveKind.WOKEN)
    assert case.next_move.due_at == NOON + 2 * HOUR


def test_an_open_case_is_not_reopened() -> None:
    with pytest.raises(CaseIsOpen):
        after(an_answered_case(), reopened(NOON))


def test_when_the_contact_writes_first_the_case_stays_open() -> None:
    """Of a message and a resolution at the same time the message wins, in either order."""
    message_first = after(an_answered_case(), received(NOON, 1))
    resolution_first = after(an_answered_case(), resolved(NOON), received(NOON, 1))

    with pytest.raises(CaseOwesSomething):
        after(message_first, resolved(NOON))
    assert resolution_first.is_open
    assert resolution_first.facts.answer is not None
