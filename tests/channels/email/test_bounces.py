"""A report finds its recipient, its reason and the mail that it is about."""

from __future__ import annotations

import pytest

from clew.channels.email.mail import Auto, Bounce, BounceKind, Mail
from clew.channels.email.parsing import parse_mail

STANDARD = """From: MAILER-DAEMON@mx.example
To: help@clew.example
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

<ana@x.example>: host mx said: 550 5.1.1 User unknown

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ana@x.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {said}

--b
Content-Type: text/rfc822-headers

From: help@clew.example
Message-ID: <1@clew.example>
X-Clew-Delivery: 7

--b--
"""


def standard(
    action: str = "failed", status: str = "5.1.1", said: str = "550 5.1.1 unknown"
) -> Mail:
    return parse_mail(STANDARD.format(action=action, status=status, said=said).encode())


def test_a_standard_report_says_everything() -> None:
    mail = standard()

    assert mail.auto is Auto.BOUNCE
    assert mail.bounce == Bounce(
        "ana@x.example",
        "5.1.1",
        BounceKind.HARD,
        "550 5.1.1 unknown",
        "<1@clew.example>",
        (
            ("From", "help@clew.example"),
            ("Message-ID", "<1@clew.example>"),
            ("X-Clew-Delivery", "7"),
        ),
    )


@pytest.mark.parametrize(
    ("action", "status", "said", "found", "kind"),
    [
        ("failed", "5.0.0", "550 5.2.2 full", "5.2.2", "soft"),
        ("failed", "5.7.1", "550 rejected", "5.7.1", "policy"),
        ("failed", "4.4.7", "expired", "4.4.7", "soft"),
        ("delayed", "4.4.1", "no answer", "4.4.1", "soft"),
        ("failed", "", "550 user unknown", "5.1.1", "hard"),
    ],
)
def test_the_kind_follows_from_action_status_and_words(
    action: str, status: str, said: str, found: str, kind: str
) -> None:
    bounce = standard(action, status, said).bounce

    assert bounce is not None
    assert (bounce.status, bounce.kind) == (found, kind)


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_is_no_bounce(action: str) -> None:
    mail = standard(action, "2.0.0", "250 ok")

    assert (mail.bounce, mail.auto) == (None, Auto.AUTO_REPLY)


def test_the_reason_is_taken_from_the_words_where_the_fields_give_none() -> None:
    raw = STANDARD.replace("Diagnostic-Code: smtp; {said}\n", "")
    bounce = parse_mail(raw.format(action="failed", status="5.0.0").encode()).bounce

    assert bounce is not None
    assert (bounce.status, bounce.reason) == ("5.1.1", "host mx said: 550 5.1.1 User unknown")


def test_words_are_believed_only_of_a_server() -> None:
    text = "Subject: Undelivered mail\n\n<ana@x.example>: 550 5.1.1 User unknown\n"

    assert parse_mail(b"From: bob@x.example\n" + text.encode()).bounce is None
    assert parse_mail(b"From: MAILER-DAEMON@x.example\n" + text.encode()).bounce is not None


def test_a_server_that_speaks_of_something_else_reports_nothing() -> None:
    raw = b"From: postmaster@x.example\nSubject: New rules\n\nPlease read them.\n"

    assert parse_mail(raw).bounce is None


def test_the_copy_in_the_words_names_the_mail() -> None:
    raw = (
        b"From: MAILER-DAEMON@x.example\nSubject: failure notice\n\n"
        b"<a@x.example>:\nNo such user\n\n"
        b"--- Below this line is a copy of the message.\n\nMessage-ID: <2@clew.example>\n"
    )
    bounce = parse_mail(raw).bounce

    assert bounce is not None
    assert bounce.original_message_id == "<2@clew.example>"
