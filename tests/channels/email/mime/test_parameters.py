"""Names and charsets of parts are found however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.parameters import read_value


@pytest.mark.parametrize(
    ("raw", "name", "found"),
    [
        ('text/plain; charset="utf-8"', "charset", "utf-8"),
        ("text/plain charset=utf-8", "charset", "utf-8"),
        ("application/pdf; name=my file.pdf; x=1", "name", "my file.pdf"),
        ("a; f*0*=utf-8''za%C5%BC; f*1*=%C3%B3; f*2=\".txt\"", "f", "zażó.txt"),
        ('a; f*1=b.txt; f*0="a"', "f", "ab.txt"),
        ("a; f*0=a; f*2=c", "f", "ac"),
        ("a; f*0*=utf-8''%C5%BC; f*1=%C5%BC.txt", "f", "żż.txt"),
        ('a; f="=?utf-8?Q?za=C5=BC?= =?utf-8?Q?.txt?="', "f", "zaż.txt"),
        ('a; f="x;y\\".txt"', "f", 'x;y".txt'),
        ("a; f*=UTF-8''%e2%82%ac.txt", "f", "€.txt"),
        ("a; f*=%41.txt", "f", "A.txt"),
        ('a; f="unclosed.txt', "f", "unclosed.txt"),
        ("a;; ; f=x", "f", "x"),
        ("a", "f", ""),
    ],
)
def test_a_parameter_is_found(raw: str, name: str, found: str) -> None:
    assert read_value(raw.encode()).get(name) == found


def test_raw_bytes_follow_the_charset_of_the_mail() -> None:
    assert read_value('a; f="Счёт.pdf"'.encode("koi8_r"), "koi8-r").get("f") == "Счёт.pdf"


def test_a_value_is_one_word_in_lower_case() -> None:
    assert read_value(b"Text/Plain (comment); a=b").value == "text/plain"
    assert read_value(b"").value == ""


@given(st.text(";*=\"\\ %'a0", max_size=60))
def test_any_text_is_read(raw: str) -> None:
    assert isinstance(read_value(raw.encode()).parameters, dict)
