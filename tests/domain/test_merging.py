"""What goes where when two who were joined are parted."""

from __future__ import annotations

import pytest

from clew.domain.contact import Contact, Conversation
from clew.domain.ids import CaseId, ContactId, ConversationId, MessageId
from clew.domain.merging import Party, Spoken, homes, joined_name, partition
from tests.builders import MONDAY_NINE, WORKSPACE, an_id

KEPT, GONE = ContactId(an_id(1)), ContactId(an_id(2))
OURS, THEIRS, LATER = CaseId(an_id(11)), CaseId(an_id(12)), CaseId(an_id(13))


def said(number: int, case_id: CaseId, home: ContactId | None, *, by: bool = True) -> Spoken:
    return Spoken(
        message_id=MessageId(an_id(number)),
        case_id=case_id,
        home=home,
        has_address=by,
        is_inbound=True,
        at=MONDAY_NINE,
    )


def test_a_case_is_whose_address_opened_it() -> None:
    spoken = [said(20, LATER, None, by=False), said(21, LATER, GONE), said(22, LATER, KEPT)]

    assert homes({OURS: KEPT, LATER: None}, spoken) == {OURS: KEPT, LATER: GONE}


def test_messages_leave_with_the_address_they_came_by() -> None:
    spoken = [said(20, OURS, GONE), said(21, OURS, KEPT), said(22, THEIRS, KEPT)]

    found = partition(frozenset({GONE}), {OURS: KEPT, THEIRS: GONE}, spoken)

    assert found.cases == {THEIRS}
    assert found.leaving == {OURS: (spoken[0],)}
    assert found.staying == {THEIRS: (spoken[2],)}


def test_what_has_no_address_stays_in_its_case() -> None:
    spoken = [said(20, OURS, None, by=False), said(21, THEIRS, None, by=False)]

    found = partition(frozenset({GONE}), {OURS: KEPT, THEIRS: GONE}, spoken)

    assert (found.leaving, found.staying) == ({}, {})


@pytest.mark.parametrize("placeholder", ["", "~CD0F"])
def test_a_name_goes_before_none(placeholder: str) -> None:
    named, nameless = (
        Party(
            contact=Contact(id=one, workspace_id=WORKSPACE, name=name, created_at=MONDAY_NINE),
            conversation=Conversation(
                id=ConversationId(one),
                workspace_id=WORKSPACE,
                contact_id=one,
                created_at=MONDAY_NINE,
            ),
        )
        for one, name in ((KEPT, "Judit"), (GONE, placeholder))
    )

    assert joined_name(named, nameless) == joined_name(nameless, named) == "Judit"
