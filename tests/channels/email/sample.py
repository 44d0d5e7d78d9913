"""An inbox of e-mail with mails for the conformance suite."""

from __future__ import annotations

from datetime import UTC, datetime

from clew.channels.email.hooks import (
    ID_HEADER,
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    signature,
)
from clew.channels.email.mailbox_settings import WEBHOOK_SECRET
from clew.channels.email.parsing import parse_mail
from clew.ports.channel import (
    Address,
    InboxConfig,
    JsonObject,
    MailAnswer,
    MailFile,
    MailRequest,
    MailResponse,
    MailStage,
    MediaFamily,
    MediaRef,
    RawEvent,
    Request,
)
from tests.channels.email.letters import CONFIG as OUTGOING
from tests.channels.email.letters import a_heading

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
CONFIG = InboxConfig(
    settings={**OUTGOING.settings, "trusted_authserv_id": "mx.shop.example"},
    secrets={
        **OUTGOING.secrets,
        WEBHOOK_SECRET: SECRET,
        "imap_password": "the-password-of-the-mailbox",
        "oauth_client_secret": "the-secret-of-the-client",
        "oauth_refresh_token": "the-grant-that-lasts",
    },
)
HEADING = a_heading()
TO_ANNA = (Address("email", "anna@example.com"),)
MEDIA = MediaRef("<1@example.com>/0", MediaFamily.DOCUMENT, "application/pdf", part="0")

PLAIN = """\
From: Anna Nowak <Anna@Example.com>
To: help@shop.example
Cc: Bela <bela@example.com>
Subject: My parcel
Message-ID: <1@example.com>
Date: Mon, 4 May 2026 10:00:00 +0200

Where is it?
"""
WITH_FILE = """\
From: Anna Nowak <anna@example.com>
To: help@shop.example
Subject: A picture
Message-ID: <2@example.com>
In-Reply-To: <1@example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: text/html

<p>Look &amp; <b>see</b></p>
--b
Content-Type: image/png
Content-Disposition: attachment; filename="a.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
"""
BOUNCE = """\
From: Mail Delivery System <mailer-daemon@mx.example>
To: help@shop.example
Subject: Undelivered Mail Returned to Sender
Return-Path: <>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; anna@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user

--b
Content-Type: text/rfc822-headers

Message-ID: <ours@shop.example>
Subject: Re: My parcel

--b--
"""
DOCUMENTS: tuple[tuple[JsonObject, int], ...] = tuple(
    ({"raw": mail}, items) for mail, items in ((PLAIN, 1), (WITH_FILE, 1), (BOUNCE, 2))
)


def encode(document: object) -> bytes:
    """The mail of a document; of anything else, what text it makes."""
    mail = document.get("raw") if isinstance(document, dict) else document
    return str(mail).encode("utf-8", "surrogatepass")


def raw(body: bytes) -> RawEvent:
    """A signed webhook."""
    at = str(int(NOON.timestamp()))
    headers = {
        ID_HEADER: "mail_1",
        TIMESTAMP_HEADER: at,
        SIGNATURE_HEADER: signature(body, "mail_1", at, SECRET),
    }
    return RawEvent("POST", headers, {}, body, NOON)


def accept_all(number: int, request: Request) -> MailResponse:
    """The server's answer when all is well."""
    assert isinstance(request, MailRequest)
    fine = MailAnswer(250, "2.0.0 ok")
    return MailResponse(MailStage.CONTENT, fine, dict.fromkeys(request.recipients, fine))


def broken_limit(request: Request) -> str:
    """Say which limit a mail breaks: RFC 5322 section 2.1.1 on the length of lines."""
    assert isinstance(request, MailRequest)
    pieces = [piece for piece in request.content if isinstance(piece, bytes)]
    longest = max((len(line) for piece in pieces for line in piece.split(b"\r\n")), default=0)
    return "" if longest <= 998 else f"a line of {longest}"


def shown_text(request: Request) -> str:
    """What the mail says."""
    assert isinstance(request, MailRequest)
    pieces = [b"AAAA" if isinstance(piece, MailFile) else piece for piece in request.content]
    return parse_mail(b"".join(pieces)).text


REFUSALS = tuple(
    MailResponse(stage, MailAnswer(code, text))
    for stage in MailStage
    for code, text in (
        (421, "4.3.2 closing"),
        (450, "4.2.1 busy"),
        (535, "5.7.8 bad password the-password-of-the-mailbox"),
        (550, "5.1.1 no such user"),
        (552, "5.3.4 too big"),
        (554, "5.7.1 spam"),
        (999, ""),
    )
)
