"""Mails of a line or two, for tests."""

from __future__ import annotations

from clew.channels.email.mime.parts import Part, Reader

HEAD = b"From: Ana <ana@shop.example>\nTo: help@clew.example\nSubject: Order\n"


def a_mail(*fields: str, body: str = "hello\n", head: bytes = HEAD) -> bytes:
    """Return a mail with more fields, in UTF-8."""
    lines = "".join(f"{field}\n" for field in fields)
    return head + lines.encode() + b"\n" + body.encode()


def a_part(*fields: str, body: str = "hello\n") -> Part:
    return Reader(a_mail(*fields, body=body)).read()


def multipart(*parts: str, kind: str = "mixed", more: str = "") -> bytes:
    """Return a mail of several parts, each with its own header."""
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return a_mail(f'Content-Type: multipart/{kind}; boundary="b"{more}', body=body)
