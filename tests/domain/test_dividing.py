"""A case in which two took part is divided."""

from __future__ import annotations

from clew.domain.case import apply_all
from clew.domain.dividing import Place, divide, released
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, ContactId, ConversationId
from clew.domain.merging import Spoken
from tests.builders import (
    ANNA,
    HOUR,
    MINUTE,
    MONDAY_NINE,
    POLICY,
    a_waiting_case,
    after,
    an_answered_case,
    an_id,
    assigned,
    message_id,
    resolved,
    turn_id,
)

PLACE = Place(
    case_id=CaseId(an_id(70)),
    turn_id=turn_id(7),
    number=9,
    conversation_id=ConversationId(an_id(71)),
    contact_id=ContactId(an_id(72)),
)


def said(number: int = 1, *, is_inbound: bool = True) -> Spoken:
    return Spoken(
        message_id=message_id(number),
        case_id=a_waiting_case().id,
        home=None,
        has_address=True,
        is_inbound=is_inbound,
        at=MONDAY_NINE,
    )


def test_the_answer_is_owed_by_the_time_that_was_set() -> None:
    old = after(a_waiting_case(), assigned(ANNA))

    found = divide(old, [said()], PLACE, MONDAY_NINE + HOUR, POLICY, owner_is_reachable=True)

    assert old.facts.answer is not None
    assert found.case.facts.answer is not None
    assert found.case.facts.answer.due_at == old.facts.answer.due_at
    assert found.case.facts.answer.opened_at == old.facts.answer.opened_at
    assert found.case.facts.owner_id == ANNA
    assert found.case.is_open
    assert (found.case.contact_id, found.case.number) == (PLACE.contact_id, PLACE.number)


def test_where_ours_was_the_last_word_the_contact_has_the_move() -> None:
    found = divide(
        an_answered_case(),
        [said(), said(2, is_inbound=False)],
        PLACE,
        MONDAY_NINE + HOUR,
        POLICY,
        owner_is_reachable=True,
    )

    assert found.case.facts.answer is None
    assert found.case.next_move is not None
    assert found.case.next_move.holder == "contact"


def test_a_part_of_what_ended_has_ended() -> None:
    old = after(an_answered_case(), resolved(MONDAY_NINE + HOUR, Outcome.SPAM))

    found = divide(old, [said()], PLACE, MONDAY_NINE + HOUR, POLICY, owner_is_reachable=True)

    assert apply_all(found.case, found.ended).facts.resolution is not None


def test_a_case_is_released_of_what_only_the_other_one_asked() -> None:
    old = a_waiting_case()

    freed = released(old, [said()], [], by=ANNA, at=MONDAY_NINE + MINUTE, policy=POLICY)
    held = released(old, [said()], [said(2)], by=ANNA, at=MONDAY_NINE + MINUTE, policy=POLICY)

    assert apply_all(old, freed).facts.answer is None
    assert held == ()
    assert released(an_answered_case(), [said()], [], by=ANNA, at=MONDAY_NINE, policy=POLICY) == ()
