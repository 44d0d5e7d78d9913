"""Mailboxes are found in whatever programs write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.addresses import read_addresses
from clew.channels.email.mime.limits import MAX_ADDRESSES


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("ana@Shop.Example", [("", "ana@shop.example")]),
        ("Nowak, Jan <jan@x.example>", [("Nowak, Jan", "jan@x.example")]),
        (
            '"Nowak, Jan" <jan@x.example>, b@y.example',
            [("Nowak, Jan", "jan@x.example"), ("", "b@y.example")],
        ),
        ("=?utf-8?Q?Nowak,_Jan?= <a@b.example>", [("Nowak, Jan", "a@b.example")]),
        ("=?utf-8?Q?Jan_<a@b.example>?=", [("Jan", "a@b.example")]),
        ("ana@x.example (Ana B (c))", [("Ana B c", "ana@x.example")]),
        ("undisclosed-recipients:;", []),
        ("Team: a@x.example, b@x.example;", [("", "a@x.example"), ("", "b@x.example")]),
        ("a@b.example; c@d.example", [("", "a@b.example"), ("", "c@d.example")]),
        ("Ana :( <a@b.example>", [("Ana :(", "a@b.example")]),
        ('"Ana <a@b.example>', [("Ana", "a@b.example")]),
        ("<a@b.example", [("", "a@b.example")]),
        ("'a@b.example' <a@b.example>", [("a@b.example", "a@b.example")]),
        ("mailto:a@b.example", [("", "a@b.example")]),
        ("Ana [SMTP:ana@x.example]", [("Ana", "ana@x.example")]),
        ("Ana <a @ b.example>", [("Ana", "a@b.example")]),
        ('"Ana \\"X\\"" <@r,@s:a@b.example>', [('Ana "X"', "a@b.example")]),
        ("A <a@x.example> B <b@x.example>", [("A", "a@x.example"), ("B", "b@x.example")]),
        ("MAILER-DAEMON", [("MAILER-DAEMON", "")]),
        ("Support: Shop <s@x.example>", [("Support: Shop", "s@x.example")]),
        ("josé@exämple.example", [("", "josé@exämple.example")]),
        ("<>", []),
        (",,;, ,", []),
    ],
)
def test_mailboxes_are_found(raw: str, found: list[tuple[str, str]]) -> None:
    addresses = read_addresses([raw.encode()])

    assert [(address.name, address.email) for address in addresses] == found


def test_several_fields_are_read_in_their_order() -> None:
    addresses = read_addresses([b"a@x.example", b"b@x.example"])

    assert [address.email for address in addresses] == ["a@x.example", "b@x.example"]


def test_there_is_an_end_to_recipients() -> None:
    assert len(read_addresses([b"a@b.example, " * 9_000])) == MAX_ADDRESSES


@given(st.text('"<>(),;:@\\=?aq. ', max_size=60))
def test_no_name_or_address_holds_a_line_end(raw: str) -> None:
    for address in read_addresses([raw.encode()]):
        assert address.email.count("\n") == address.name.count("\n") == 0
        assert address.email == "" or "@" in address.email
