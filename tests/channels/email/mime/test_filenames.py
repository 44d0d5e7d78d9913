"""No name of a file leaves its folder or lies about its kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.filenames import default_name, safe_name
from clew.channels.email.mime.limits import MAX_FILENAME


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\offer.pdf", "offer.pdf"),
        ("..", "attachment.bin"),
        (".profile", "profile"),
        ("a\x00b\r\nc.txt", "ab c.txt"),
        ("photo\u202egnp.exe", "photognp.exe"),
        ("CON.txt", "_CON.txt"),
        ('a"b|c?.txt', "a_b_c_.txt"),
        ("Счёт № 5.pdf", "Счёт № 5.pdf"),
    ],
)
def test_tricks_are_taken_out(given: str, name: str) -> None:
    assert safe_name(given, "application/x") == name


def test_a_name_is_made_up_from_the_type() -> None:
    assert default_name("image/png") == "image.png"
    assert safe_name("", "application/pdf") == "attachment.pdf"
    assert default_name("x/y") == "attachment.bin"


@given(st.text(max_size=400))
def test_any_name_is_short_and_stays_where_it_is(given: str) -> None:
    name = safe_name(given, "text/plain")

    assert 0 < len(name.encode()) <= MAX_FILENAME
    assert "/" not in name
    assert "\\" not in name
    assert not name.startswith(".")
