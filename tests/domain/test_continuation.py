from __future__ import annotations

from datetime import datetime

import pytest

from clew.domain.case import Case
from clew.domain.continuation import FINAL, Begins, Continues, continuation
from clew.domain.facts import Outcome
from tests.builders import (
    A_DAY,
    HOUR,
    MONDAY_NINE,
    POLICY,
    a_case,
    after,
    received,
    replied,
    resolved,
)

NOON = MONDAY_NINE + 3 * HOUR


def a_numbered_case(number: int, at: datetime = MONDAY_NINE) -> Case:
    """Return a case that was last active `at`."""
    return after(a_case(number=number), received(at, number))


def ended(case: Case, outcome: Outcome = Outcome.SOLVED) -> Case:
    """Return the case, answered and resolved at noon."""
    return after(case, replied(NOON), resolved(NOON, outcome))


def test_the_first_message_of_a_conversation_begins_a_case() -> None:
    assert continuation([], None, NOON, POLICY) == Begins(None)


def test_a_message_goes_on_with_the_open_case() -> None:
    case = a_numbered_case(1)

    assert continuation([case], None, NOON, POLICY) == Continues(case)


def test_of_several_open_cases_the_one_last_active_goes_on() -> None:
    cases = [a_numbered_case(1, NOON), a_numbered_case(2), a_numbered_case(3)]

    assert continuation(cases, None, NOON, POLICY) == Continues(cases[0])


def test_of_cases_as_active_as_each_other_the_younger_goes_on() -> None:
    cases = [a_numbered_case(2), a_numbered_case(1)]

    assert continuation(cases, None, NOON, POLICY) == Continues(cases[0])


def test_a_quoted_message_decides_among_open_cases() -> None:
    cases = [a_numbered_case(1, NOON), a_numbered_case(2)]

    assert continuation(cases, cases[1].id, NOON, POLICY) == Continues(cases[1])


def test_a_quoted_message_reopens_its_case_beside_an_open_one() -> None:
    cases = [a_numbered_case(1, NOON), ended(a_numbered_case(2))]

    assert continuation(cases, cases[1].id, NOON + A_DAY, POLICY) == Continues(cases[1])


def test_a_message_that_quotes_a_case_of_long_ago_goes_on_with_the_open_one() -> None:
    cases = [a_numbered_case(1, NOON), ended(a_numbered_case(2))]

    assert continuation(cases, cases[1].id, NOON + 31 * A_DAY, POLICY) == Continues(cases[0])


def test_a_message_that_quotes_a_case_of_long_ago_begins_one_linked_to_it() -> None:
    old, latest = ended(a_numbered_case(1)), ended(a_numbered_case(2))

    assert continuation([old, latest], old.id, NOON + 31 * A_DAY, POLICY) == Begins(old.id)


def test_a_quoted_message_of_nobody_knows_which_case_decides_nothing() -> None:
    case = a_numbered_case(1)

    assert continuation([case], a_case(number=9).id, NOON, POLICY) == Continues(case)


def test_within_thirty_days_a_resolved_case_goes_on() -> None:
    case = ended(a_numbered_case(1))

    assert continuation([case], None, NOON + 30 * A_DAY, POLICY) == Continues(case)


def test_later_a_new_case_begins_linked_to_the_last_one() -> None:
    case = ended(a_numbered_case(1))
    late = NOON + 30 * A_DAY + HOUR

    assert continuation([case], None, late, POLICY) == Begins(case.id)


@pytest.mark.parametrize("outcome", FINAL)
def test_after_spam_or_a_duplicate_a_new_case_begins(outcome: Outcome) -> None:
    case = ended(a_numbered_case(1), outcome)

    assert continuation([case], None, NOON, POLICY) == Begins(case.id)
    assert continuation([case], case.id, NOON, POLICY) == Begins(case.id)
