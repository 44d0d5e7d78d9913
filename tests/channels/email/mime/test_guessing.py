"""The charset of undeclared text is found by its letters."""

from __future__ import annotations

import pytest

from clew.channels.email.mime.guessing import corrected, guess

SAID = {
    "cp1250": ["Dzień dobry, proszę o zwrot pieniędzy", "Köszönöm, üdvözlettel Győző"],
    "iso8859_2": ["Zażółć gęślą jaźń", "Dobrý den, žádná zásilka nepřišla, děkuji"],
    "cp1251": ["Здравствуйте, где мой заказ?", "Ответ"],
    "koi8_r": ["Прошу вернуть деньги за заказ"],
    "cp866": ["Прошу вернуть деньги за заказ"],
    "cp1252": ["Größe und Maße prüfen, schöne Grüße", "Où est ma commande ? Très déçu"],
    "cp1253": ["Καλημέρα, πού είναι η παραγγελία μου;"],
    "cp1254": ["İyi günler, siparişim nerede? Teşekkür ederim"],
    "cp1256": ["مرحبا أين طلبي؟"],
    "gb18030": ["您好，我的订单还没有到，请问什么时候发货？"],
    "big5": ["您好，我的訂單還沒有到，請問什麼時候出貨？"],
    "cp932": ["注文した商品がまだ届いていません。"],
    "euc_jp": ["注文した商品がまだ届いていません。"],
    "cp949": ["안녕하세요, 주문한 상품이 아직 도착하지 않았습니다."],
}


@pytest.mark.parametrize(
    ("codec", "text"), [(codec, text) for codec, texts in SAID.items() for text in texts]
)
def test_a_sentence_is_enough(codec: str, text: str) -> None:
    data = text.encode(codec)

    assert data.decode(guess(data)) == text


def test_what_is_declared_stands_unless_the_letters_speak_against_it() -> None:
    russian = "Где мой заказ номер пять?".encode("koi8_r")

    assert corrected(russian, "cp1251") == "koi8_r"
    assert corrected("Grüße".encode("cp1252"), "cp1252") == "cp1252"


def test_a_long_text_is_judged_by_its_first_foreign_letters() -> None:
    data = b"x" * 100_000 + SAID["koi8_r"][0].encode("koi8_r") * 10

    assert guess(data).startswith("koi8")
