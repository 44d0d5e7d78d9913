"""The printed form has exactly the names that others script."""

from __future__ import annotations

import json

from clew.channels.email.mail import Bounce, BounceKind, Mail
from clew.channels.email.parsing import parse_mail
from clew.channels.email.printed import as_printed
from tests.channels.email.mails import multipart

NAMES = (
    *("from", "to", "cc", "reply_to", "subject", "date", "message_id"),
    *("body", "reply", "html", "attachments", "auto", "bounce"),
)


def test_the_names_are_exactly_these() -> None:
    assert tuple(as_printed(Mail())) == NAMES
    assert as_printed(Mail())["from"] is None


def test_everything_is_plain() -> None:
    mail = parse_mail(multipart("\nhello", "Content-Type: image/png; name=a.png\n\nx"))
    printed = json.loads(json.dumps(as_printed(mail)))

    assert printed["from"] == {"name": "Ana", "email": "ana@shop.example"}
    assert list(printed["attachments"][0]) == ["filename", "content_type", "size", "sha256"]


def test_a_bounce_says_three_things() -> None:
    bounce = Bounce("a@x.example", "5.1.1", BounceKind.HARD, "unknown")

    assert as_printed(Mail(bounces=(bounce,)))["bounce"] == {
        "recipient": "a@x.example",
        "status": "5.1.1",
        "kind": "hard",
    }
