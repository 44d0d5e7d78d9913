"""What a mail answers is known also where its identifiers are broken."""

from __future__ import annotations

from clew.channels.email.mime.identifiers import read_identifier, read_identifiers
from clew.channels.email.mime.limits import MAX_REFERENCES


def test_identifiers_are_found_once_each_and_in_order() -> None:
    assert read_identifiers(b"<a@x> (c) <b@x>, <a@x>") == ("<a@x>", "<b@x>")
    assert read_identifiers(b"Your mail of Monday <a@x>") == ("<a@x>",)
    assert read_identifiers(b"<long. \t part@x>") == ("<long.part@x>",)
    assert read_identifiers(b"a@x, b@x") == ("<a@x>", "<b@x>")
    assert read_identifiers(b"nothing") == ()


def test_of_very_many_the_first_and_the_last_are_kept() -> None:
    found = read_identifiers(b" ".join(b"<%d@x>" % n for n in range(2_000)))

    assert (len(found), found[0], found[-1]) == (MAX_REFERENCES, "<0@x>", "<1999@x>")


def test_whatever_identifies_a_mail_serves() -> None:
    assert read_identifier(b"<a@x>") == "<a@x>"
    assert read_identifier(b"ABC 123") == "<ABC123>"
    assert read_identifier(b"") == ""
