"""Any bytes give a mail or are refused as none, and parts are chosen as people see them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from clew.channels.email.mail import Address, Protection
from clew.channels.email.parsing import parse_mail
from clew.ports.channel import Unparsable
from tests.channels.email.mails import HEAD, a_mail, multipart


def test_a_plain_mail_says_who_what_and_when() -> None:
    mail = parse_mail(
        a_mail(
            "Cc: b@x.example, C <c@x.example>",
            "Date: Mon, 3 Jun 2024 10:00:00 +0200",
            "Message-ID: <1@shop.example>",
            "In-Reply-To: <0@clew.example>",
            "References: <a@clew.example>\n <0@clew.example>",
        )
    )

    assert mail.from_ == Address("Ana", "ana@shop.example")
    assert [address.email for address in mail.cc] == ["b@x.example", "c@x.example"]
    assert mail.date == datetime(2024, 6, 3, 8, tzinfo=UTC)
    assert (mail.message_id, mail.in_reply_to) == ("<1@shop.example>", ("<0@clew.example>",))
    assert mail.references == ("<a@clew.example>", "<0@clew.example>")
    assert (mail.subject, mail.text, mail.html) == ("Order", "hello\n", "")


@pytest.mark.parametrize(
    "raw", [b"", b"\n\n", b"just words", b"\0" * 100, b"\xff\xfe\x00", b"a: b\n"]
)
def test_what_is_no_mail_is_refused(raw: bytes) -> None:
    with pytest.raises(Unparsable):
        parse_mail(raw)


def test_alternatives_are_one_text_in_two_forms() -> None:
    mail = parse_mail(
        multipart("\nplain", "Content-Type: text/html\n\n<p>html</p>", kind="alternative")
    )

    assert (mail.text, mail.html) == ("plain", "<p>html</p>")


def test_a_part_that_never_ends_ends_with_what_encloses_it() -> None:
    inner = "Content-Type: multipart/alternative; boundary=c\n\n--c\n\nplain"
    mail = parse_mail(multipart(inner, "Content-Type: image/png; name=a.png\n\nx"))

    assert mail.text == "plain"
    assert [file.filename for file in mail.files] == ["a.png"]


def test_an_undeclared_charset_is_taken_from_the_rest_of_the_mail() -> None:
    subject = "Subject: =?koi8-r?B?" + "z9TXxdQ=" + "?=\n"
    raw = b"From: a@x.example\n" + subject.encode() + b"\n" + "Ответ".encode("koi8_r")

    assert parse_mail(raw).text == "Ответ"


def test_an_encrypted_mail_says_so_and_keeps_its_contents() -> None:
    mail = parse_mail(
        multipart(
            "Content-Type: application/pgp-encrypted\n\nVersion: 1",
            "Content-Type: application/octet-stream; name=encrypted.asc\n\n-----BEGIN PGP",
            kind="encrypted",
            more='; protocol="application/pgp-encrypted"',
        )
    )

    assert (mail.protection, mail.text) == (Protection.PGP_ENCRYPTED, "[PGP encrypted]")
    assert [file.filename for file in mail.files] == ["encrypted.asc"]


def test_old_line_ends_and_leading_blanks_are_no_obstacle() -> None:
    for raw in (a_mail().replace(b"\n", b"\r"), a_mail().replace(b"\n", b"\r\n"), b"\n" + a_mail()):
        mail = parse_mail(raw)

        assert (mail.subject, mail.text) == ("Order", "hello\n")


def test_a_date_ahead_of_the_clock_is_not_believed() -> None:
    raw = a_mail("Date: Mon, 3 Jun 2024 10:00:00 +0200")

    assert parse_mail(raw, datetime(2024, 1, 1, tzinfo=UTC)).date is None


def test_recipients_without_an_address_are_left_out_but_writers_are_not() -> None:
    mail = parse_mail(b"From: MAILER-DAEMON\nTo: undisclosed-recipients:;\n\nx")

    assert (mail.from_, mail.to) == (Address("MAILER-DAEMON", ""), ())


def test_nul_characters_are_dropped() -> None:
    mail = parse_mail(HEAD.replace(b"Order", b"Or\0der") + b"\nhe\0llo")

    assert (mail.subject, mail.text) == ("Order", "hello")
