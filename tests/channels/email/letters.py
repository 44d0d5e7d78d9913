"""Letters and inboxes for tests of mails."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any
from uuid import UUID

from clew.channels.email.tokens import REPLY_KEY
from clew.ports.channel import (
    Address,
    AuthorKind,
    Heading,
    InboxConfig,
    MailRequest,
    OutgoingAttachment,
    OutgoingMessage,
    Progress,
)

KEY = "a-key-of-this-inbox-and-no-other"
CASE_ID = UUID("0192f1c0-7a5b-7c3d-8e4f-1a2b3c4d5e6f")
MESSAGE_ID = UUID("0192f1c0-7a5b-7c3d-8e4f-1a2b3c4d5e70")
WRITTEN = datetime(2026, 5, 4, 12, 30, tzinfo=UTC)
OURS, ANNA, BELA = "help@shop.example", "anna@example.com", "bela@example.com"

CONFIG = InboxConfig(
    settings={
        "address": OURS,
        "aliases": "orders@shop.example, büro@münchen.example",
        "from_name": "{agent} · Shop",
        "smtp_host": "smtp.example.com",
        "smtp_user": OURS,
    },
    secrets={"smtp_password": "a-password-of-the-shop", REPLY_KEY: KEY},
)


def a_heading(**given: Any) -> Heading:
    """Return the heading of an answer to Anna."""
    usual = {
        "subject": "Re: My parcel",
        "written_at": WRITTEN,
        "case_id": CASE_ID,
        "contact_name": "Anna Nowak",
        "agent_name": "Olga",
        "team_name": "Orders",
    }
    return Heading(**{**usual, **given})


def a_letter(
    text: str = "Dear Anna,\n\nit is on its way.",
    *,
    to: str = ANNA,
    attachments: tuple[OutgoingAttachment, ...] = (),
    author: AuthorKind = AuthorKind.AGENT,
    **heading: Any,
) -> OutgoingMessage:
    """Return a letter to Anna."""
    return OutgoingMessage(
        id=str(MESSAGE_ID),
        to=(Address("email", to),),
        text=text,
        attachments=attachments,
        author=author,
        heading=a_heading(**heading),
    )


def a_file(name: str = "invoice.pdf", size: int = 3, **given: Any) -> OutgoingAttachment:
    """Return a file of so many bytes, each the letter x."""
    usual = {"id": "file-1", "blob": "blobs/1", "media_type": "application/pdf"}
    return OutgoingAttachment(**{**usual, "name": name, "size_bytes": size, **given})


def whole(request: MailRequest) -> bytes:
    """Return a mail with its gaps filled in, as a mailer does it."""
    import base64

    pieces = [
        piece
        if isinstance(piece, bytes)
        else base64.encodebytes(b"x" * piece.size_bytes).replace(b"\n", b"\r\n")
        for piece in request.content
    ]
    return b"".join(pieces)


def read(request: MailRequest) -> EmailMessage:
    """Return a mail as the standard library reads it."""
    message = message_from_bytes(whole(request), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def shown(request: MailRequest, header: str) -> list[str]:
    """Return the addresses that a header of a mail shows."""
    found = read(request)[header]
    return [one.addr_spec for one in found.addresses] if found is not None else []


def said(part: Any) -> str:
    """Return the text of a part of a mail, its lines ended as Python ends them."""
    text = part.get_content()
    assert isinstance(text, str)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def rendered(letter: OutgoingMessage, config: InboxConfig = CONFIG) -> MailRequest:
    """Return the mail that a letter becomes."""
    from clew.channels.email.outbound import render

    step = render(letter, config, Progress())
    assert isinstance(step, MailRequest), step
    return step
