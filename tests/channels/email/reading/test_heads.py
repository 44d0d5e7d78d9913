"""The heads over a quoted mail."""

from __future__ import annotations

import pytest

from clew.channels.email.reading.heads import Head, end_of_heads, heads_of


@pytest.mark.parametrize(
    "names",
    [
        ("From", "Sent", "To", "Subject"),
        ("*From:*", "*Sent:*", "*To:*", "*Subject:*"),
        ("Od", "Wysłano", "Do", "Temat"),
        ("От", "Отправлено", "Кому", "Тема"),
        ("Від", "Надіслано", "Кому", "Тема"),
        ("Feladó", "Elküldve", "Címzett", "Tárgy"),
        ("Von", "Gesendet", "An", "Betreff"),
        ("De", "Envoyé", "À", "Objet"),
        ("De", "Enviado", "Para", "Asunto"),
        ("Da", "Inviato", "A", "Oggetto"),
        ("De", "Enviado", "Para", "Assunto"),
        ("Van", "Verzonden", "Aan", "Onderwerp"),
        ("Od", "Odesláno", "Komu", "Předmět"),
        ("Från", "Skickat", "Till", "Ämne"),
        ("Fra", "Sendt", "Til", "Emne"),
        ("发件人", "发送时间", "收件人", "主题"),
        ("差出人", "送信日時", "宛先", "件名"),
    ],
)
def test_heads_in_every_language_make_a_block(names: tuple[str, ...]) -> None:
    lines = [f"{name.removesuffix(':*') if '*' in name else name}: x" for name in names]
    lines = [line.replace("*From: x", "*From:* x") for line in lines]

    assert end_of_heads([*lines, "", "Hello"], 0) == 4


def test_a_long_list_of_recipients_does_not_end_the_block() -> None:
    lines = ["From: Ana", "To: a@example.com;", " b@example.com;", " c@example.com", "Subject: x"]

    assert end_of_heads(lines, 0) == 5


def test_heads_may_stand_apart() -> None:
    lines = ["From: Ana", "", "Sent: today", "", "To: me", "", "Subject: x", "", "Hello"]

    assert end_of_heads(lines, 0) == 7


@pytest.mark.parametrize(
    "lines",
    [
        ["From: Warsaw", "To: Berlin"],
        ["To: me", "Subject: x", "Hello"],
        ["From: 8:00", "we are open", "", "", "To: 16:00", "Subject: x"],
        ["Subject: x", "Note: y"],
    ],
)
def test_fewer_make_none(lines: list[str]) -> None:
    assert end_of_heads(lines, 0) is None


def test_a_name_may_be_bold() -> None:
    assert heads_of("*From:* Ana") == {Head.FROM}
    assert heads_of("**Betreff:** x") == {Head.SUBJECT}
    assert heads_of("Question: x") == frozenset()
