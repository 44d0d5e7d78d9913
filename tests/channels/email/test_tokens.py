"""References that only we can make, and that survive what mail does to them."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.tokens import (
    Named,
    Token,
    keys_of,
    marker,
    message_id,
    messages_in,
    reply_address,
    signed,
    token_in_address,
    tokens_in_text,
    verified,
    without_token,
)
from clew.ports.channel import InboxConfig

KEY, OTHER_KEY = "a-secret-of-this-inbox", "a-secret-of-another-inbox"
CASE = Token(Named.CASE, UUID("0192f1c0-7a5b-7c3d-8e4f-1a2b3c4d5e6f"))
MESSAGE = Token(Named.MESSAGE, UUID("0192f1c0-7a5b-7c3d-8e4f-1a2b3c4d5e70"))
tokens = st.builds(Token, st.sampled_from(Named), st.uuids())


@given(tokens, st.text(min_size=1))
def test_what_we_signed_we_recognise(token: Token, key: str) -> None:
    assert verified(signed(token, key), [key]) == token


@given(tokens)
def test_a_change_of_case_harms_no_token(token: Token) -> None:
    assert verified(signed(token, KEY).upper(), [KEY]) == token


@given(st.text(max_size=60))
def test_no_made_up_text_is_a_token(text: str) -> None:
    assert verified(text, [KEY]) is None


@given(tokens, st.integers(0, 39), st.sampled_from("abcdefghijklmnopqrstuvwxyz234567"))
def test_a_token_with_one_wrong_character_is_none(token: Token, at: int, other: str) -> None:
    good = signed(token, KEY)
    bad = good[:at] + other + good[at + 1 :]

    assert (verified(bad, [KEY]) == token) is (bad == good)


def test_another_inbox_cannot_sign_for_this_one() -> None:
    assert verified(signed(CASE, OTHER_KEY), [KEY]) is None


def test_a_case_is_never_taken_for_a_message() -> None:
    disguised = Named.MESSAGE + signed(CASE, KEY)[1:]

    assert verified(disguised, [KEY]) is None


def test_an_older_key_still_verifies() -> None:
    config = InboxConfig(secrets={"reply_key": f"{OTHER_KEY}\n{KEY}"})

    assert keys_of(config) == (OTHER_KEY, KEY)
    assert verified(signed(CASE, KEY), keys_of(config)) == CASE


def test_an_inbox_without_a_key_recognises_nothing() -> None:
    assert keys_of(InboxConfig()) == ()
    assert verified(signed(CASE, ""), keys_of(InboxConfig())) is None


def test_the_address_to_answer_to_leads_to_the_case() -> None:
    address = reply_address("help@shop.example", CASE, KEY)

    assert address is not None
    assert address.startswith("help+c")
    assert token_in_address(address, [KEY]) == CASE
    assert token_in_address(address.upper(), [KEY]) == CASE


def test_servers_with_other_separators_are_understood() -> None:
    assert token_in_address(f"help-{signed(CASE, KEY)}@shop.example", [KEY]) == CASE


def test_an_address_of_ours_that_would_be_too_long_gets_no_token() -> None:
    """RFC 5321 allows 64 octets before the at sign, and servers refuse more."""
    assert reply_address("a" * 23 + "@shop.example", CASE, KEY) is not None
    assert reply_address("a" * 24 + "@shop.example", CASE, KEY) is None


@pytest.mark.parametrize("address", ["", "@", "help@shop.example", "help+orders@shop.example"])
def test_an_address_without_a_token_has_none_and_stays_as_it_is(address: str) -> None:
    assert token_in_address(address, [KEY]) is None
    assert without_token(address) == address


def test_our_address_is_recognised_beneath_its_token() -> None:
    tagged = reply_address("help@shop.example", CASE, KEY) or ""

    assert without_token(tagged) == "help@shop.example"


def test_our_message_ids_are_read_from_what_answers_them_the_answered_one_first() -> None:
    first, second = (message_id(one.id, "help@shop.example", KEY) for one in (CASE, MESSAGE))
    references = f"<CAF1@mail.example.com>\r\n\t{first} {second.upper()} <junk@shop.example>"

    assert messages_in(references, [KEY]) == (MESSAGE.id, CASE.id)


def test_a_guessed_message_id_is_nobodys() -> None:
    forged = message_id(MESSAGE.id, "help@shop.example", OTHER_KEY)

    assert messages_in(forged, [KEY]) == ()


def test_the_marker_is_found_in_any_text() -> None:
    quoted = f"On Monday you wrote:\n> Hello\n> {marker(CASE, KEY)}\n> {marker(CASE, KEY)}."

    assert tokens_in_text(quoted, [KEY]) == (CASE,)
    assert tokens_in_text(f"Re: parcel [{marker(CASE, KEY)}]", [KEY]) == (CASE,)


def test_a_text_full_of_forged_markers_costs_little() -> None:
    forged = " ".join(f"ref:c{number:039d}".replace("0", "a") for number in range(20_000))

    assert tokens_in_text(forged, [KEY]) == ()
