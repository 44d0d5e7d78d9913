"""Addresses that can be written to, and those that never are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.writing.addresses import folded, is_machine, one_line, usable_address


@pytest.mark.parametrize(
    ("given_address", "wire"),
    [
        (" Anna.Nowak+shop@Example.COM ", "Anna.Nowak+shop@example.com"),
        ("o'brien@example.com", "o'brien@example.com"),
        ("anna@książki.example", "anna@xn--ksiki-5wa74f.example"),
        ("почта@пример.example", "почта@xn--e1afmkfd.example"),
        ("a_b=c@sub.example.co", "a_b=c@sub.example.co"),
    ],
)
def test_ordinary_addresses_are_taken(given_address: str, wire: str) -> None:
    assert usable_address(given_address) == wire


@pytest.mark.parametrize(
    "text",
    [
        "",
        "anna",
        "@example.com",
        "anna@",
        "anna@localhost",
        "anna@[127.0.0.1]",
        "a b@example.com",
        "anna@example.com\r\nRCPT TO:<eve@example.com>",
        "anna@exa mple.com",
        "<anna@example.com>",
        "anna@example.com,eve@example.com",
        "a..b@example.com",
        "x" * 65 + "@example.com",
        "anna@" + "x" * 64 + ".example",
        "anna@example..com",
    ],
)
def test_anything_else_is_not(text: str) -> None:
    assert usable_address(text) is None


@given(st.text())
def test_no_address_holds_what_could_end_a_line(text: str) -> None:
    found = usable_address(text + "@example.com")

    assert found is None or not set(found) & set("\r\n\0 <>,;")


@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    assert one_line(text).splitlines() in ([], [one_line(text)])


def test_case_and_tokens_make_no_other_person() -> None:
    assert folded("Help@Shop.Example") == folded("help@shop.example ")


@pytest.mark.parametrize(
    "address",
    [
        "no-reply@example.com",
        "NoReply@example.com",
        "do_not_reply@example.com",
        "noreply-orders@example.com",
        "MAILER-DAEMON@example.com",
        "postmaster@example.com",
        "bounce+123=abc@example.com",
        "nie-odpowiadaj@example.pl",
    ],
)
def test_machines_are_known_by_their_names(address: str) -> None:
    assert is_machine(address)


@pytest.mark.parametrize("address", ["nora@example.com", "reply@example.com", "replyto@a.example"])
def test_people_are_not_taken_for_machines(address: str) -> None:
    assert not is_machine(address)
