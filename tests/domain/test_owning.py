from __future__ import annotations

import pytest

from clew.domain.errors import CaseIsResolved
from clew.domain.moves import Holder
from clew.domain.owning import Assignment, assign, owner_left, owner_returned
from tests.builders import (
    ANNA,
    BEN,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    OTHER_TEAM,
    TEAM,
    a_case,
    a_waiting_case,
    after,
    an_answered_case,
    assigned,
    left,
    resolved,
    returned,
    swept,
)


def test_an_assigned_case_is_the_agents_move() -> None:
    case = after(a_waiting_case(), assigned(BEN))

    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.holder_id) == (Holder.AGENT, BEN)


def test_changing_hands_does_not_change_the_deadline() -> None:
    before = a_waiting_case()

    case = after(before, assigned(BEN), assigned(None, team=OTHER_TEAM))

    assert case.next_move is not None
    assert before.next_move is not None
    assert (case.next_move.holder, case.next_move.holder_id) == (Holder.TEAM, OTHER_TEAM)
    assert case.next_move.due_at == before.next_move.due_at


def test_giving_a_case_to_whom_it_belongs_is_no_event() -> None:
    assert assigned(ANNA)(a_waiting_case()) == ()


def test_taking_a_late_case_from_the_queue_takes_the_offer_back() -> None:
    late = after(a_waiting_case(), swept(MONDAY_NINE + 30 * MINUTE))

    case = after(late, assigned(ANNA, MONDAY_NINE + 31 * MINUTE))

    assert late.next_move is not None
    assert late.next_move.holder is Holder.TEAM
    assert case.next_move is not None
    assert (case.next_move.holder, case.next_move.level) == (Holder.AGENT, 1)


def test_a_case_may_be_given_to_somebody_who_is_away() -> None:
    wanted = Assignment(owner_id=BEN, team_id=TEAM, is_reachable=False)

    case = after(a_waiting_case(), lambda one: assign(one, wanted, MONDAY_NINE))

    assert case.facts.owner_id == BEN
    assert case.next_move is not None
    assert case.next_move.holder is Holder.TEAM


def test_a_resolved_case_is_not_assigned() -> None:
    with pytest.raises(CaseIsResolved):
        after(an_answered_case(), resolved(MONDAY_NINE), assigned(BEN))


def test_moves_of_an_owner_who_leaves_go_to_the_team_and_come_back_with_them() -> None:
    away = after(a_waiting_case(), left(MONDAY_NINE + MINUTE))
    back = after(away, returned(MONDAY_NINE + 2 * MINUTE))

    assert away.next_move is not None
    assert (away.next_move.holder, away.next_move.holder_id) == (Holder.TEAM, TEAM)
    assert back.next_move is not None
    assert (back.next_move.holder, back.next_move.holder_id) == (Holder.AGENT, ANNA)


def test_leaving_and_returning_are_noted_once() -> None:
    case = a_waiting_case()
    away = after(case, left(MONDAY_NINE))

    assert owner_returned(case, MONDAY_NINE) == ()
    assert owner_left(away, MONDAY_NINE + HOUR) == ()


def test_who_comes_and_goes_does_not_matter_to_a_case_without_an_owner_or_resolved() -> None:
    nobodys = a_case()
    ended = after(an_answered_case(), resolved(MONDAY_NINE))

    assert owner_left(nobodys, MONDAY_NINE) == owner_returned(nobodys, MONDAY_NINE) == ()
    assert owner_left(ended, MONDAY_NINE) == owner_returned(ended, MONDAY_NINE) == ()
