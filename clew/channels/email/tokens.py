"""Signed references in our own mails, by which an answer finds its way back.

A token names a case or a message, and whoever has not seen one of our mails cannot make it. It
stands in three places, because mail programs and people lose some of them: in the address to
answer to (`help+TOKEN@…`), in our Message-ID, and in a line at the end of the text.

A token is 40 characters that survive a change of case: what it names, 16 bytes of id and 8 bytes
of HMAC-SHA256 in base32. It lets a mail find a case; it does not prove who wrote it.

Source:
    RFC 5233 (subaddresses), RFC 5321 section 4.5.3.1.1 (64 octets before the at sign), RFC 5322
    section 3.6.4 (Message-ID, In-Reply-To, References).
"""

import base64
import binascii
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from clew.ports.channel import InboxConfig

# The secret of an inbox that signs; older ones, which still verify, follow after white space.
REPLY_KEY = "reply_key"
MARKER = "ref:"

_MAC_BYTES = 8
_LENGTH = 40
_LONGEST_LOCAL_PART = 64
# More than any mail holds honestly, so that a hostile one costs no more than this.
_MOST_TRIED = 200
_SHAPE = r"[cm][a-z2-7]{39}"
# RFC 5233 leaves the separator to the server: most use "+", some "-" or "=".
_IN_ADDRESS = re.compile(rf"[+=-]({_SHAPE})\Z", re.IGNORECASE)
_IN_MESSAGE_ID = re.compile(rf"<\s*({_SHAPE})@", re.IGNORECASE)
_IN_TEXT = re.compile(rf"{MARKER}({_SHAPE})(?![a-z0-9])", re.IGNORECASE)


class Named(StrEnum):
    """What a token names."""

    CASE = "c"
    MESSAGE = "m"


@dataclass(frozen=True, slots=True)
class Token:
    """A reference that we made ourselves."""

    named: Named
    id: UUID


def keys_of(config: InboxConfig) -> tuple[str, ...]:
    """Return the keys of an inbox, the one that signs first; none: it makes no tokens."""
    return tuple(config.secrets.get(REPLY_KEY, "").split())


def signed(token: Token, key: str) -> str:
    """Return the 40 characters of a token."""
    mac = hmac.digest(key.encode(), f"clew mail {token.named}".encode() + token.id.bytes, "sha256")
    body = base64.b32encode(token.id.bytes + mac[:_MAC_BYTES]).decode().rstrip("=").lower()
    return token.named + body


def verified(text: str, keys: Iterable[str]) -> Token | None:
    """Return what a text names if one of the keys signed it; all are tried, in constant time."""
    given = text.lower()
    if len(given) != _LENGTH or not given.isascii() or given[0] not in tuple(Named):
        return None
    try:
        raw = base64.b32decode(given[1:].upper() + "=")
    except binascii.Error:
        return None
    token = Token(Named(given[0]), UUID(bytes=raw[:16]))
    fits = [hmac.compare_digest(signed(token, key).encode(), given.encode()) for key in keys]
    return token if any(fits) else None


def reply_address(address: str, token: Token, key: str) -> str | None:
    """Return our address with the token in it, or None where that would be too long."""
    local, _, domain = address.rpartition("@")
    tagged = f"{local}+{signed(token, key)}"
    return f"{tagged}@{domain}" if len(tagged.encode()) <= _LONGEST_LOCAL_PART else None


def token_in_address(address: str, keys: Iterable[str]) -> Token | None:
    """Return the token in an address that a mail was sent to."""
    found = _IN_ADDRESS.search(address.rpartition("@")[0].strip('" '))
    return verified(found[1], keys) if found else None


def without_token(address: str) -> str:
    """Return an address without what looks like a token in it; others stay as they are."""
    local, at, domain = address.rpartition("@")
    return _IN_ADDRESS.sub("", local) + at + domain


def message_id(message: UUID, address: str, key: str) -> str:
    """Return the Message-ID, in its angle brackets, of a message sent from `address`."""
    domain = address.rpartition("@")[2]
    return f"<{signed(Token(Named.MESSAGE, message), key)}@{domain}>"


def messages_in(header: str, keys: Iterable[str]) -> tuple[UUID, ...]:
    """Return the messages of ours that an In-Reply-To or References names, the last one first.

    The last one is the one that was answered.
    """
    found = _verified(_IN_MESSAGE_ID, header, keys)
    return tuple(dict.fromkeys(one.id for one in reversed(found) if one.named is Named.MESSAGE))


def marker(token: Token, key: str) -> str:
    """Return the line by which a mail finds its case when all else was lost."""
    return MARKER + signed(token, key)


def tokens_in_text(text: str, keys: Iterable[str]) -> tuple[Token, ...]:
    """Return what the markers in a subject or a body name, in order, each once."""
    if MARKER not in text.lower():  # sought in every mail, which takes long without a look
        return ()
    return tuple(dict.fromkeys(_verified(_IN_TEXT, text, keys)))


def _verified(pattern: re.Pattern[str], text: str, keys: Iterable[str]) -> list[Token]:
    usable = tuple(keys)
    unique = dict.fromkeys(found[1].lower() for found in pattern.finditer(text))
    # The last are the newest, in a header as in a text quoted ever deeper.
    candidates = list(unique)[-_MOST_TRIED:]
    return [token for text in candidates if (token := verified(text, usable)) is not None]
