"""Machines are known by what they write in headers; a person is never taken for one."""

from __future__ import annotations

import pytest

from clew.channels.email.mail import Auto
from clew.channels.email.parsing import parse_mail
from tests.channels.email.mails import a_mail, multipart

ANA = "From: Ana <ana@shop.example>"


def auto(*fields: str, sender: str = ANA, subject: str = "Order", body: str = "hello\n") -> Auto:
    head = f"{sender}\nSubject: {subject}\n".encode()
    return parse_mail(a_mail(*fields, head=head, body=body)).auto


@pytest.mark.parametrize(
    "fields",
    [
        ("Auto-Submitted: auto-replied",),
        ("Auto-Submitted: auto-replied (vacation)", "Precedence: bulk"),
        ("Auto-Submitted: auto-generated",),
        ("X-Autoreply: yes",),
        ("X-Autorespond: 1",),
        ("Precedence: auto_reply",),
        ("X-Auto-Response-Suppress: DR, OOF, AutoReply",),
        ("X-Auto-Response-Suppress: All",),
        ("Return-Path: <>",),
    ],
)
def test_programs_that_answer_say_so(fields: tuple[str, ...]) -> None:
    assert auto(*fields) is Auto.AUTO_REPLY


@pytest.mark.parametrize(
    "fields",
    [
        ("List-Id: <news.shop.example>",),
        ("List-Unsubscribe: <mailto:u@x.example>",),
        ("Precedence: bulk",),
        ("Precedence: list", "Auto-Submitted: auto-generated"),
    ],
)
def test_lists_say_so(fields: tuple[str, ...]) -> None:
    assert auto(*fields) is Auto.LIST


@pytest.mark.parametrize(
    "fields",
    [
        (),
        ("Auto-Submitted: no",),
        ("X-Auto-Response-Suppress: DR, RN",),
        ("X-Autoreply: no",),
        ("Precedence: normal",),
        ("Precedence: first-class",),
        ("Return-Path: <ana@shop.example>",),
    ],
)
def test_a_person_is_a_person(fields: tuple[str, ...]) -> None:
    assert auto(*fields) is Auto.NONE


@pytest.mark.parametrize(
    ("sender", "found"),
    [
        ("From: no-reply@x.example", Auto.AUTO_REPLY),
        ("From: shop.noreply@x.example", Auto.AUTO_REPLY),
        ("From: nie-odpowiadaj@x.example", Auto.AUTO_REPLY),
        ("From: postmaster@x.example", Auto.AUTO_REPLY),
        ("From: reply@x.example", Auto.NONE),
        ("From: Norbert Eply <noreplyer.norbert@x.example>", Auto.AUTO_REPLY),
        ("From: bouncer@x.example", Auto.NONE),
    ],
)
def test_addresses_that_nobody_reads_are_known(sender: str, found: Auto) -> None:
    assert auto(sender=sender) is found


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Automatic reply: Order", "I am out of the office until Monday."),
        ("Automatyczna odpowiedź: Zamówienie", "Jestem na urlopie do poniedziałku."),
        ("Автоответ: Заказ", "Я в отпуске до понедельника."),
        ("Automatikus válasz: Rendelés", "Szabadságon vagyok, nem vagyok elérhető."),
        ("Abwesenheitsnotiz", "Ich bin bis Montag nicht im Büro."),
        ("Réponse automatique : Commande", "Je suis absent jusqu'à lundi."),
        ("Respuesta automática: Pedido", "Estoy fuera de la oficina."),
        ("Risposta automatica: Ordine", "Sono fuori ufficio."),
        ("Automatisch antwoord: Bestelling", "Ik ben op vakantie."),
        ("自动回复: 订单", "我正在休假"),
    ],
)
def test_a_subject_and_a_text_of_absence_together_are_an_answer(subject: str, body: str) -> None:
    assert auto(subject=subject, body=body) is Auto.AUTO_REPLY


def test_a_subject_alone_decides_nothing() -> None:
    assert auto(subject="Automatic reply is broken", body="It never stops.") is Auto.NONE
    assert auto("In-Reply-To: <a@x>", subject="Re: Automatic reply: Order") is Auto.NONE
    assert auto(body="I will be out of the office, so please deliver tomorrow") is Auto.NONE


def test_an_answer_to_an_invitation_is_of_a_calendar_and_the_invitation_is_not() -> None:
    entry = "Content-Type: text/calendar; method={0}\n\nMETHOD:{0}\n"

    assert parse_mail(multipart("\nyes", entry.format("REPLY"))).auto is Auto.CALENDAR
    assert parse_mail(multipart("\ncome", entry.format("REQUEST"))).auto is Auto.NONE


def test_receipts_and_complaints_are_of_machines() -> None:
    for kind in ("disposition-notification", "feedback-report"):
        raw = multipart("\nread", f"Content-Type: message/{kind}\n\nA: b", kind="report")

        assert parse_mail(raw).auto is Auto.AUTO_REPLY
