import pytest

from clew.channels.whatsapp.receipts import our_reference
from clew.channels.whatsapp.senders import BSUID
from clew.ports.channel import (
    PHONE,
    Address,
    Ignored,
    Receipt,
    ReceiptState,
    RefusalCause,
    Unreadable,
    dedupe_key,
)
from tests.channels.whatsapp.webhooks import (
    JUDITS_ID,
    JUDITS_PHONE,
    NOON,
    TOKEN,
    a_status,
    parsed_one,
    with_statuses,
)

OURS = "0190aaaa-0000-7000-8000-000000000001"


def receipt_from(status: str = "delivered", **changes: object) -> Receipt:
    item = parsed_one(with_statuses(a_status(status, **changes)))
    assert isinstance(item, Receipt)
    return item


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("sent", ReceiptState.SENT),
        ("delivered", ReceiptState.DELIVERED),
        ("read", ReceiptState.READ),
        ("played", ReceiptState.READ),
        ("failed", ReceiptState.FAILED),
    ],
)
def test_each_state_is_known(word: str, state: ReceiptState) -> None:
    assert receipt_from(word).state is state


def test_a_receipt_says_which_when_and_to_whom() -> None:
    receipt = receipt_from()

    assert (receipt.provider_id, receipt.our_id, receipt.at) == ("wamid.OURS1", OURS, NOON)
    assert receipt.recipient == (Address(PHONE, JUDITS_PHONE), Address(BSUID, JUDITS_ID))


@pytest.mark.parametrize(("part", "parts"), [(0, 1), (0, 2), (4, 12)])
def test_our_reference_comes_back_with_its_part(part: int, parts: int) -> None:
    receipt = receipt_from(biz_opaque_callback_data=our_reference(OURS, part, parts))

    assert (receipt.our_id, receipt.part, receipt.parts) == (OURS, part, parts)


@pytest.mark.parametrize("theirs", ["", "#", "x#y/z", None, 7, "a#1/2#3"])
def test_a_reference_of_somebody_else_does_no_harm(theirs: object) -> None:
    receipt = receipt_from(biz_opaque_callback_data=theirs)

    assert receipt.our_id in (None, "7")
    assert (receipt.part, receipt.parts) == (0, 1)


def test_a_failure_says_why_and_what_to_do() -> None:
    details = "More than 24 hours have passed"
    error = {"code": 131047, "title": "Re-engagement", "error_data": {"details": details}}

    refusal = receipt_from("failed", errors=[error]).refusal

    assert refusal is not None
    assert (refusal.code, refusal.cause) == ("131047", RefusalCause.NEED_TEMPLATE)
    assert refusal.reason == f"Re-engagement: {details}"


def test_a_failure_without_a_reason_is_a_failure() -> None:
    refusal = receipt_from("failed").refusal

    assert refusal is not None
    assert refusal.cause is RefusalCause.UNDELIVERABLE


def test_a_reason_never_repeats_a_secret() -> None:
    error = {"code": 190, "message": f"Malformed access token {TOKEN}"}

    refusal = receipt_from("failed", errors=[error]).refusal

    assert refusal is not None
    assert TOKEN not in refusal.reason


def test_states_of_one_message_have_different_keys_and_repeats_the_same() -> None:
    sent, read, again = receipt_from("sent"), receipt_from("read"), receipt_from("read")

    assert dedupe_key(sent) != dedupe_key(read) == dedupe_key(again)


def test_members_of_a_group_have_receipts_of_their_own() -> None:
    one = receipt_from("read", recipient_participant_id="1")
    other = receipt_from("read", recipient_participant_user_id="HU.2")

    assert dedupe_key(one) != dedupe_key(other)


def test_a_status_that_names_no_message_is_unreadable() -> None:
    assert isinstance(parsed_one(with_statuses(a_status(id=""))), Unreadable)


def test_a_state_that_did_not_exist_yet_is_unreadable() -> None:
    assert isinstance(parsed_one(with_statuses(a_status("beamed"))), Unreadable)


def test_the_old_deleted_state_is_ignored() -> None:
    assert isinstance(parsed_one(with_statuses(a_status("deleted"))), Ignored)
