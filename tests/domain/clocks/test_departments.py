from __future__ import annotations

import pytest

from clew.domain.case import apply_all
from clew.domain.clocks import what_is_due
from clew.domain.moves import Holder, MoveKind
from tests.builders import (
    A_DAY,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    POLICY,
    a_consult,
    a_waiting_case,
    after,
    an_answered_case,
    asked,
    consult_id,
    held,
    promised,
    replied,
    swept,
)

NOON = MONDAY_NINE + 3 * HOUR
DUE = MONDAY_NINE + 30 * MINUTE


@pytest.mark.parametrize(
    ("minutes", "level"), [(-1, 0), (0, 1), (14, 1), (15, 2), (30, 3), (60, 4), (120, 5)]
)
def test_a_department_is_chased_at_its_minutes(minutes: int, level: int) -> None:
    case = after(a_waiting_case(), replied(promise_at=NOON + 12 * HOUR), asked(NOON))

    case = after(case, swept(NOON + minutes * MINUTE))

    assert [one.level for one in case.facts.consults] == [level]


def test_half_an_hour_late_an_agent_has_to_tell_the_contact() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON))

    case = after(case, swept(NOON + 30 * MINUTE))

    assert [(move.holder, move.kind) for move in case.moves] == [
        (Holder.AGENT, MoveKind.TELL),
        (Holder.DEPARTMENT, MoveKind.CONSULT),
    ]
    assert case.moves[0].due_at == NOON + 40 * MINUTE


def test_the_contact_is_told_once_while_the_department_is_chased_on() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON))
    case = after(case, swept(NOON + 30 * MINUTE), held(NOON + 31 * MINUTE))

    case = after(case, swept(NOON + 3 * HOUR))

    assert case.facts.duty is None
    assert case.facts.consults[0].level == 6


def test_the_promise_comes_near_while_a_department_still_thinks() -> None:
    case = after(a_waiting_case(), asked(NOON + A_DAY), swept(NOON + 30 * MINUTE))

    assert [move.kind for move in case.moves] == [MoveKind.PROMISE, MoveKind.CONSULT]


def test_two_consults_with_one_department_are_chased_one_by_one() -> None:
    case = after(an_answered_case(), promised(NOON + 12 * HOUR), asked(NOON), asked(NOON, number=1))

    first = what_is_due(case, NOON, POLICY)
    case = apply_all(case, first)
    second = what_is_due(case, NOON, POLICY)

    chased = [event.consult_id for event in (*first, *second) if hasattr(event, "consult_id")]
    assert chased == [consult_id(0), consult_id(1)]
    assert a_consult(NOON).level == 0
