"""Transfer encodings are undone as far as they are there."""

from __future__ import annotations

from base64 import encodebytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.encodings import undo


@given(st.binary(max_size=300))
def test_base64_is_undone(data: bytes) -> None:
    assert undo(encodebytes(data), "base64", is_text=False) == data


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"aGVsbG8", b"hello"),
        (b"aGVsbG8=aGVsbG8=", b"hellohello"),
        (b"aGVs*bG8=", b"hello"),
        (b"aGVsbG8=\n-- \nA list of words", b"hello\n-- \nA list of words"),
        (b"these are words and\nnot base64 at all", b"these are words and\nnot base64 at all"),
        (b"aGVsb", b"hel"),
        (b"====", b""),
    ],
)
def test_broken_base64_is_read_as_far_as_it_goes(data: bytes, found: bytes) -> None:
    assert undo(data, "base64", is_text=True) == found


def test_quoted_printable_is_undone_also_where_nothing_declares_it() -> None:
    said = b"caf=C3=A9 =\nau lait=20=3D=\n"

    assert undo(said, "quoted-printable", is_text=True) == b"caf\xc3\xa9 au lait ="
    assert undo(said, "", is_text=True) == b"caf\xc3\xa9 au lait ="
    assert undo(b"1=2, a=b", "", is_text=True) == b"1=2, a=b"


def test_uuencoding_is_undone() -> None:
    assert undo(b"begin 644 a\n#0V%T\n`\nend\n", "x-uuencode", is_text=False) == b"Cat"


def test_what_is_not_encoded_is_left_alone() -> None:
    assert undo(b"=41", "8bit", is_text=True) == b"=41"
