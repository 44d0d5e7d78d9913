"""Names by which mail programs mark parts."""

from __future__ import annotations

from clew.channels.email.reading.markers import MARKS, kept_names


def test_only_known_names_are_kept() -> None:
    assert kept_names("Foo gmail_quote_x divRplyFwdMsg MsoNormal") == "divrplyfwdmsg msonormal"
    assert kept_names("foo") == ""


def test_names_are_in_lower_case_so_that_they_are_found() -> None:
    assert all(name == name.lower() for name in MARKS)
