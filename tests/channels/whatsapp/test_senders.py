import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.whatsapp.senders import (
    BSUID,
    PARENT_BSUID,
    addresses,
    bsuid,
    phone_or_bsuid,
    profiles_in,
    sender_of,
)
from clew.ports.channel import PHONE, Address, Sender
from tests.channels.whatsapp.webhooks import JUDIT, JUDITS_ID, JUDITS_PHONE, a_message

PHONE_OF_JUDIT = Address(PHONE, JUDITS_PHONE)
ID_OF_JUDIT = Address(BSUID, JUDITS_ID)


def test_phone_and_id_belong_to_one_person() -> None:
    assert sender_of(a_message(), profiles_in([JUDIT])) == Sender(
        (PHONE_OF_JUDIT, ID_OF_JUDIT), "Judit Kis"
    )


def test_a_person_without_a_telephone_number_is_known_by_id() -> None:
    profile = {"profile": {"name": "Judit", "username": "judit.k"}, "user_id": JUDITS_ID}

    sender = sender_of(a_message(**{"from": None}), profiles_in([profile]))

    assert sender == Sender((ID_OF_JUDIT,), "Judit", "judit.k")


def test_an_id_in_the_place_of_the_telephone_number_is_not_a_telephone_number() -> None:
    message = a_message(**{"from": JUDITS_ID, "from_user_id": None})
    profile = {"profile": {"name": "Judit"}, "wa_id": JUDITS_ID}

    assert sender_of(message, profiles_in([profile])) == Sender((ID_OF_JUDIT,), "Judit")


def test_an_id_in_the_place_of_the_telephone_number_still_finds_its_entry() -> None:
    message = a_message(**{"from": JUDITS_ID, "from_user_id": None})

    sender = sender_of(message, profiles_in([JUDIT, {"wa_id": "36205550222"}]))

    assert sender == Sender((ID_OF_JUDIT,), "Judit Kis")


def test_what_the_message_leaves_out_is_taken_from_the_entry_beside_it() -> None:
    message = a_message(from_user_id=None)
    parent = JUDIT | {"parent_user_id": "HU.ENT.77"}

    sender = sender_of(message, profiles_in([parent]))

    assert sender is not None
    assert sender.addresses == (PHONE_OF_JUDIT, ID_OF_JUDIT, Address(PARENT_BSUID, "HU.ENT.77"))


def test_in_a_batch_each_message_gets_its_own_senders_name() -> None:
    other = {"profile": {"name": "Ilona"}, "wa_id": "36205550222", "user_id": "HU.222"}
    from_other = a_message(**{"from": "36205550222", "from_user_id": None})

    named = [
        sender_of(message, profiles_in([other, JUDIT])) for message in (a_message(), from_other)
    ]

    assert [sender.display_name for sender in named if sender] == ["Judit Kis", "Ilona"]


@pytest.mark.parametrize(
    "contacts",
    [
        [{"profile": {"name": "Ilona"}, "wa_id": "36205550222", "user_id": "HU.222"}],
        [{"profile": {"name": "Ilona"}}, {"profile": {"name": "Vera"}}],
        [],
    ],
)
def test_nobody_gets_anothers_name_or_address(contacts: list[dict[str, object]]) -> None:
    """A wrong guess here sends one person's answers to another."""
    assert sender_of(a_message(), profiles_in(contacts)) == Sender((PHONE_OF_JUDIT, ID_OF_JUDIT))


@pytest.mark.parametrize("value", ["", "abc", "12", "1" * 30, "٣٦٢٠٥٥٥٠١١١", "hu.1", "HU."])
def test_what_is_no_address_is_none(value: str) -> None:
    assert phone_or_bsuid(value) is None


def test_a_message_that_names_nobody_has_no_sender() -> None:
    assert sender_of({"from": "?"}, profiles_in([])) is None


def test_a_plus_sign_makes_no_difference() -> None:
    assert phone_or_bsuid("+36205550111") == phone_or_bsuid("36205550111") == PHONE_OF_JUDIT


def test_the_field_for_ids_is_believed_whatever_their_form() -> None:
    assert bsuid("new-form_1") == Address(BSUID, "new-form_1")
    assert bsuid("x" * 300) is None


def test_an_address_is_listed_once() -> None:
    assert addresses(ID_OF_JUDIT, None, ID_OF_JUDIT) == (ID_OF_JUDIT,)


@given(st.text())
def test_any_text_is_an_address_or_none(value: str) -> None:
    address = phone_or_bsuid(value)

    assert address is None or address.value.isascii()
