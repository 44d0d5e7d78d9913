"""Words of every script in a header come out as they went in."""

from __future__ import annotations

from email.header import decode_header, make_header

from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.writing.addresses import one_line
from clew.channels.email.writing.words import as_text, mailbox


@given(st.text(max_size=250))
def test_every_subject_comes_back(text: str) -> None:
    written = as_text(text, 1000)

    assert written.isascii()
    assert all(len(line) <= 78 or line.isascii() for line in written.split("\r\n"))
    expected = one_line(text, 1000)
    assert str(make_header(decode_header(written))) == expected


@given(st.text(max_size=100))
def test_every_name_keeps_its_address(name: str) -> None:
    written = mailbox(name, "anna@example.com")

    assert written.endswith("anna@example.com>") or written == "anna@example.com"
    assert "\n" not in written.replace("\r\n ", "")


def test_only_what_must_be_is_encoded_or_quoted() -> None:
    assert as_text("Hello, world", 100) == "Hello, world"
    assert mailbox("Anna Nowak", "a@b.example") == "Anna Nowak <a@b.example>"
    assert mailbox("Nowak, Anna", "a@b.example") == '"Nowak, Anna" <a@b.example>'
    assert mailbox("", "a@b.example") == "a@b.example"
    assert mailbox("=?x?=", "a@b.example").startswith("=?utf-8?b?")
