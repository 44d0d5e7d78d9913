"""Text is read in the charset that it is in, whatever it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.mime.charsets import codec_of, decode, is_utf8

POLISH, RUSSIAN = "Zażółć gęślą jaźń", "Здравствуйте, где мой заказ?"
JAPANESE, KOREAN, CHINESE = (
    "注文した商品がまだ届いていません",
    "주문한 상품이 도착하지 않았습니다",
    "我的订单还没有到，谢谢",
)


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("GB2312", "gb18030"),
        ("ks_c_5601-1987", "cp949"),
        ("unicode-1-1-utf-7", "utf_7"),
        ("ISO-8859-8-I", "iso8859_8"),
        ("windows-1251http-equiv", "cp1251"),
        ("utf-8*en", "utf_8"),
        *((name, "") for name in ("x-unknown", "rot13", "punycode", "unicode_escape", "", "8bit")),
    ],
)
def test_names_of_charsets_mean_what_mail_programs_mean(charset: str, codec: str) -> None:
    assert codec_of(charset) == codec


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (POLISH, "cp1250", "windows-1250"),
        (POLISH, "iso8859_2", "iso-8859-2"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (JAPANESE, "cp932", "Shift_JIS"),
        (KOREAN, "cp949", "ks_c_5601-1987"),
        (CHINESE, "gb18030", "gb2312"),
        (CHINESE, "utf_7", "unicode-1-1-utf-7"),
        ("訂單還沒有到", "big5", "Big5"),
        (POLISH, "utf_16", "utf-16"),
        (POLISH, "utf_16_le", "utf-16"),
    ],
)
def test_a_declared_charset_is_used(text: str, codec: str, declared: str) -> None:
    assert decode(text.encode(codec), declared) == text


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        (POLISH, "utf_8", "iso-8859-2"),
        (POLISH, "cp1250", "iso-8859-1"),
        (POLISH, "cp1250", "utf-8"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "koi8_r", "windows-1251"),
        (RUSSIAN, "cp1251", "koi8-r"),
        (CHINESE, "gb18030", "iso-8859-1"),
        (JAPANESE, "iso2022_jp", "us-ascii"),
        (POLISH, "utf_8", "utf-16"),
        ("„Größe“ – 5 €", "cp1252", "iso-8859-1"),
    ],
)
def test_a_false_charset_is_noticed(text: str, codec: str, declared: str) -> None:
    assert decode(text.encode(codec), declared) == text


def test_text_that_names_nothing_follows_the_hint() -> None:
    assert decode("Ответ".encode("koi8_r"), "", "koi8-r") == "Ответ"


def test_a_damaged_character_spoils_only_itself() -> None:
    damaged = (POLISH * 20).encode().replace("ż".encode(), b"\xc5", 1)

    assert decode(damaged, "utf-8").count("\ufffd") == 1


def test_western_text_is_not_taken_for_something_else() -> None:
    for text in (
        "5 m³ und 10 m³, 20 m³",
        "Não, obrigações",
        "Très déçu, à bientôt",
        "smørrebrød på Åland",
    ):
        assert decode(text.encode("cp1252"), "iso-8859-1") == text


def test_utf_8_is_known() -> None:
    assert is_utf8(POLISH.encode())
    assert not is_utf8(POLISH.encode("cp1250"))


@given(
    st.binary(max_size=300),
    st.sampled_from(["", "utf-7", "hz", "utf-16", "gb2312", "x", "iso-2022-kr"]),
)
def test_any_bytes_become_text(data: bytes, declared: str) -> None:
    assert isinstance(decode(data, declared), str)
