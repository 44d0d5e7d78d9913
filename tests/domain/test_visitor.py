"""How sure we are who a visitor is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clew.domain.errors import InvalidInput
from clew.domain.ids import InboxId, VisitorId, WorkspaceId
from clew.domain.visitor import (
    CODE_LASTS,
    CODE_TRIES,
    Code,
    Visitor,
    VisitorAssurance,
    checked_email,
    checked_phone,
    code_sha256,
)
from tests.builders import MONDAY_NINE

STRANGER = Visitor(
    id=VisitorId(UUID(int=0xBEEF)),
    workspace_id=WorkspaceId(UUID(int=1)),
    inbox_id=InboxId(UUID(int=2)),
    created_at=MONDAY_NINE,
)


def test_a_claim_opens_nothing_and_a_proof_does() -> None:
    claimed = replace(STRANGER, email="anna@example.test")
    confirmed = replace(claimed, email_confirmed_at=MONDAY_NINE)
    vouched_for = replace(STRANGER, subject="customer-42")

    assert [one.assurance for one in (STRANGER, claimed, confirmed, vouched_for)] == [
        VisitorAssurance.ANONYMOUS,
        VisitorAssurance.CLAIMED,
        VisitorAssurance.CONFIRMED,
        VisitorAssurance.VERIFIED,
    ]
    assert [one.is_known for one in (STRANGER, claimed, confirmed, vouched_for)] == [
        False,
        False,
        True,
        True,
    ]
    assert replace(STRANGER, phone="+48 600 100 200").assurance is VisitorAssurance.CLAIMED


def test_a_visitor_is_called_by_the_best_that_is_known() -> None:
    claimed = replace(STRANGER, email="anna@example.test")

    assert STRANGER.call_name == "~BEEF"
    assert claimed.call_name == "anna@example.test"
    assert replace(claimed, name="Anna").call_name == "Anna"
    # Whoever left a number to be called at is seen by it.
    assert replace(STRANGER, phone="+48600100200").call_name == "+48600100200"


def test_a_code_lasts_a_while_and_a_few_tries() -> None:
    code = Code(email="a@b.test", sha256=b"", expires_at=MONDAY_NINE + CODE_LASTS)

    assert code.can_be_tried(MONDAY_NINE)
    assert not code.can_be_tried(MONDAY_NINE + CODE_LASTS)
    assert replace(code, tries=CODE_TRIES - 1).can_be_tried(MONDAY_NINE)
    assert not replace(code, tries=CODE_TRIES).can_be_tried(MONDAY_NINE + timedelta(minutes=1))


def test_a_code_is_for_one_visitor_and_one_address() -> None:
    other = VisitorId(UUID(int=3))

    kept = {
        code_sha256(STRANGER.id, "a@b.test", "123456"),
        code_sha256(other, "a@b.test", "123456"),
        code_sha256(STRANGER.id, "c@b.test", "123456"),
        code_sha256(STRANGER.id, "a@b.test", "123457"),
    }

    assert len(kept) == 4


@pytest.mark.parametrize("text", ["Anna@Example.test", " anna@example.test ", "ANNA@example.TEST"])
def test_an_address_has_one_form(text: str) -> None:
    assert checked_email(text) == "anna@example.test"


@pytest.mark.parametrize(
    "text",
    ["anna", "a@b", "a b@example.test", "a@example.test\nBcc: b", "<a@example.test>", "@x.y"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        checked_email(text)


@given(text=st.text(max_size=300))
@example(text="0000.")
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for check in (checked_email, checked_phone):
        try:
            found = check(text)
        except InvalidInput:
            continue
        assert check(found) == found
        assert "\n" not in found


def test_a_number_stays_as_it_was_typed() -> None:
    assert checked_phone(" +48 600-100 200 ") == "+48600100200"
    assert checked_phone("") == ""
    with pytest.raises(InvalidInput):
        checked_phone("call me")
