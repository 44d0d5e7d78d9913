"""Headers are read as they were meant."""

from __future__ import annotations

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.words import declared_charset, decode_line


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain", "plain"),
        (b"=?utf-8?Q?Za=C5?= =?utf-8?Q?=BC=C3=B3?=", "Zażó"),
        (b"=?utf-8?q?a?=\t=?utf-8?q?b?= c =?utf-8?q?d?=", "ab c d"),
        (b"=?koi8-r?B?79TXxdQ=?= =?iso-8859-2?Q?=B1?=", "Ответą"),
        (b"=?UTF-8?Q?How are_you??=", "How are you?"),
        (b"=?utf-8?b?xYF1a2Fzeg?=", "Łukasz"),
        (b"=?x-strange?q?caf=E9?=", "café"),
        (b"=?utf-8*pl?Q?=C5=BC?=", "ż"),
        (b"Re: =?us-ascii?q??= x", "Re: x"),
        (b"=?utf-8?q?a=0D=0ABcc:_x?=", "a Bcc: x"),
        (b"=?iso-2022-jp?B?GyRCJCIbKEI=?= =?iso-2022-jp?B?GyRCJCQbKEI=?=", "あい"),
        (b"=?utf-8?q?open", "=?utf-8?q?open"),
        ("surové žluťoučký".encode(), "surové žluťoučký"),
    ],
)
def test_encoded_words_are_decoded(raw: bytes, text: str) -> None:
    assert decode_line(raw) == text


def test_raw_bytes_follow_the_charset_of_the_mail() -> None:
    assert decode_line("Привет".encode("cp1251"), "windows-1251") == "Привет"


def test_the_first_declared_charset_is_known() -> None:
    assert declared_charset(b"x =?KOI8-R?B?zw==?=") == "KOI8-R"
    assert declared_charset(b"x") == ""


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40), st.integers(1, 7))
def test_words_split_within_characters_are_joined(text: str, length: int) -> None:
    data = text.encode()
    pieces = [data[place : place + length] for place in range(0, len(data), length)]
    raw = b" ".join(b"=?utf-8?B?" + b64encode(piece) + b"?=" for piece in pieces)

    assert decode_line(raw) == text


@given(st.binary(max_size=200))
def test_any_bytes_are_one_line(raw: bytes) -> None:
    assert "\n" not in decode_line(raw)
