"""Senders that are programs: mail servers, and addresses that nobody reads."""

import re

from clew.channels.email.mail import Address
from clew.channels.email.mime.addresses import read_addresses
from clew.channels.email.mime.fields import Fields

_SERVER = re.compile(
    r"mailer[-_.]?daemon|post-?master|mail-?daemon|mdaemon|mail[-_.]?(?:system|delivery)|bounces?"
    r"|microsoftexchange[0-9a-f]{20,}|mailerdaemon|listserv|mail-?er|daemon|ndr",
    re.I,
)
_SERVER_NAME = re.compile(
    r"mail delivery (?:sub)?system|mail delivery service|mailer.?daemon|system administrator"
    r"|microsoft outlook|postmaster|internet mail delivery|mail administrator|почтов\w+ (?:робот"
    r"|сервер)",
    re.I,
)
_UNREAD = re.compile(
    r"(?:.*[-_.+])?(?:no|do-?not|dont|nie|ne|nicht|non|nepas)[-_.]?"
    r"(?:reply|respond|answer|odpowiad\w*|antworten|repondre|otvet\w*|valasz\w*|responder"
    r"|rispondere)"
    r"(?:[-_.+].*)?|noreply.*|no-reply.*|donotreply.*",
    re.I,
)


def has_null_return_path(fields: Fields) -> bool:
    """Say whether the mail was sent so that no answer comes back (RFC 5321, section 4.5.5)."""
    return any(value.replace(b" ", b"") == b"<>" for value in fields.every("Return-Path"))


def senders_of(fields: Fields) -> tuple[Address, ...]:
    """Return the first writers of a mail; nobody but an attacker has more."""
    return read_addresses(value[:2_000] for value in fields.every("From")[:3])[:3]


def is_from_a_server(fields: Fields) -> bool:
    """Say whether a mail server wrote this itself, as far as its header says."""
    if has_null_return_path(fields) or fields.first("X-Failed-Recipients"):
        return True
    return any(
        _SERVER.fullmatch(sender.email.rpartition("@")[0] or sender.name)
        or _SERVER_NAME.match(sender.name)
        for sender in senders_of(fields)
    )


def is_unread_address(email: str) -> bool:
    """Say whether an address says of itself that nobody reads what is sent to it."""
    return bool(_UNREAD.fullmatch(email.rpartition("@")[0][:100]))
