from __future__ import annotations

import pytest

from clew.domain.errors import (
    CaseIsResolved,
    NothingIsOwed,
)
from clew.domain.moves import Holder
from tests.builders import (
    HOUR,
    MINUTE,
    MONDAY_NINE,
    a_waiting_case,
    after,
    an_answered_case,
    held,
    promised,
    received,
    resolved,
    swept,
    waived,
)

NOON = MONDAY_NINE + 3 * HOUR


def test_no_reply_needed_cancels_the_turn() -> None:
    case = after(a_waiting_case(), waived(MONDAY_NINE + MINUTE))

    assert case.facts.answer is None
    assert case.next_move is not None
    assert case.next_move.holder is Holder.CONTACT


def test_no_reply_needed_leaves_the_promise_its_timer() -> None:
    case = after(a_waiting_case(), held(promise_at=NOON), waived(MONDAY_NINE + MINUTE))

    assert [(move.holder, move.due_at) for move in case.moves] == [
        (Holder.TIMER, NOON - 30 * MINUTE)
    ]


def test_no_reply_needed_does_not_send_the_ladder_of_a_promise_back() -> None:
    """Else a broken promise could be kept from the supervisors for ever."""
    case = after(a_waiting_case(), held(promise_at=NOON), swept(NOON - 30 * MINUTE))
    case = after(case, received(NOON, 1), swept(NOON + 20 * MINUTE))

    after_waiving = after(case, waived(NOON + 20 * MINUTE))

    assert case.next_move is not None
    assert after_waiving.next_move is not None
    assert after_waiving.next_move.level == case.next_move.level == 3
    assert after_waiving.next_move.due_at == case.next_move.due_at == NOON


def test_no_reply_is_needed_where_nothing_waits() -> None:
    with pytest.raises(NothingIsOwed):
        after(an_answered_case(), waived(NOON))


def test_a_near_promise_is_not_done_with_by_saying_that_no_reply_is_needed() -> None:
    case = after(an_answered_case(), promised(NOON), swept(NOON - 30 * MINUTE))

    with pytest.raises(NothingIsOwed):
        after(case, waived(NOON))


def test_no_reply_is_needed_in_a_resolved_case() -> None:
    with pytest.raises(CaseIsResolved):
        after(after(an_answered_case(), resolved(NOON)), waived(NOON))
