"""What is undeclared follows what is declared elsewhere, or what the header looks like."""

from __future__ import annotations

import pytest

from clew.channels.email.mime.fields import Fields
from clew.channels.email.mime.hints import hint_of


@pytest.mark.parametrize(
    ("subject", "declared", "hint"),
    [
        (b"=?KOI8-R?B?zw==?=", (), "koi8_r"),
        (b"=?KOI8-R?B?zw==?=", ("utf-8", "windows-1251"), "cp1251"),
        ("Где мой заказ номер семь?".encode("koi8_r"), (), "koi8_r"),
        ("Где мой заказ?".encode(), (), ""),
        (b"Order", ("us-ascii",), ""),
    ],
)
def test_the_likeliest_charset_is_found(
    subject: bytes, declared: tuple[str, ...], hint: str
) -> None:
    assert hint_of(Fields.of([("Subject", subject)]), declared) == hint
