"""Mailboxes of a header, also of one that no grammar knows.

Reads names with unquoted commas, addresses without brackets, comments, groups, semicolons between
addresses, quotation marks and brackets that never close. Linear in the length, and total.

Source: RFC 5322, section 3.4; the tolerated deviations are those that mail programs make.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clew.channels.email.mail import Address
from clew.channels.email.mime.charsets import decode
from clew.channels.email.mime.cleaning import clean_line, clean_name
from clew.channels.email.mime.limits import MAX_ADDRESSES, MAX_FIELD_BYTES
from clew.channels.email.mime.words import WORD, decode_line

_TOKEN = re.compile(
    rb"(?P<word>" + re.sub(rb"\((?!\?)", rb"(?:", WORD.pattern) + rb")"
    rb'|"(?P<quoted>(?:[^"\\]{1,500}+|\\.){0,60}+)"'
    rb"|<(?P<angle>[^<>]{0,1000})>"
    rb"|(?P<mark>[,;:()])"
    rb"|(?P<text>[^=\"<,;:()]+|.)",
    re.S,
)
_ESCAPED = re.compile(rb"\\(.)", re.S)
_EMAIL = re.compile(rb"[^\s<>()\[\],;:\"'@]{1,200}@[^\s<>()\[\],;:\"'@]{1,255}")
_LEFT_OVER = re.compile(rb"[<>]|\[(?:mailto|smtp):\s*\]", re.I)
_SCHEME = re.compile(rb"(?:mailto|smtp):$", re.I)


@dataclass(slots=True)
class _Mailbox:
    """What stands between two commas."""

    display: bytes = b""
    comment: bytes = b""
    angle: bytes | None = None
    named: int = 0  # how much of the display stands before the brackets

    @property
    def is_empty(self) -> bool:
        return not (self.display.strip() or self.angle or self.comment)

    @property
    def is_nameless_rest(self) -> bool:
        return self.angle is None and b"@" not in self.display and bool(self.display.strip())


def read_addresses(values: Iterable[bytes], hint: str = "") -> tuple[Address, ...]:
    """Return the mailboxes of all fields of one name, in their order.

    Mailboxes without an address are returned with an empty one.
    """
    found: list[Address] = []
    room = MAX_FIELD_BYTES
    for value in values:
        for mailbox in _joined(_mailboxes(value[:room])):
            if mailbox.is_empty:
                continue
            address = _address(mailbox, hint)
            if address.name or address.email:
                found.append(address)
            if len(found) == MAX_ADDRESSES:
                return tuple(found)
        room -= len(value)
        if room <= 0:
            break
    return tuple(found)


def _mailboxes(raw: bytes) -> Iterator[_Mailbox]:
    tokens = list(_TOKEN.finditer(raw))
    comments = _comments(tokens)
    has_groups = any(token["mark"] == b";" for token in tokens)
    current, depth = _Mailbox(), 0
    for place, token in enumerate(tokens):
        if place in comments:
            depth += comments[place]
        elif depth:
            current.comment += token[0]
        elif token["mark"] in (b",", b";"):
            yield current
            current = _Mailbox()
        elif token["mark"] == b":" and (has_groups or _SCHEME.match(current.display + b":")):
            current = _Mailbox()
        elif token["angle"] is not None:
            if current.angle not in (None, token["angle"]):  # the comma between two is missing
                rest = current.display[current.named :]
                current.display = current.display[: current.named]
                yield current
                current = _Mailbox(rest)
            current.angle, current.named = token["angle"], len(current.display)
        else:
            quoted = token["quoted"]
            current.display += token[0] if quoted is None else _ESCAPED.sub(rb"\1", quoted)
    yield current


def _comments(tokens: list[re.Match[bytes]]) -> dict[int, int]:
    """Return which tokens open (1) and close (-1) a comment; others of their kind are text."""
    waiting: list[int] = []
    found: dict[int, int] = {}
    for place, token in enumerate(tokens):
        if token["mark"] == b"(":
            waiting.append(place)
        elif token["mark"] == b")" and waiting:
            found |= {waiting.pop(): 1, place: -1}
    return found


def _joined(mailboxes: Iterable[_Mailbox]) -> Iterator[_Mailbox]:
    """Put names together that a comma without quotation marks had parted: "Nowak, Jan <…>"."""
    waiting: list[_Mailbox] = []
    for mailbox in mailboxes:
        if mailbox.is_nameless_rest:
            waiting.append(mailbox)
            continue
        if waiting and mailbox.angle is not None:
            names = [*(part.display.strip() for part in waiting), mailbox.display.strip()]
            mailbox.display = b", ".join(name for name in names if name)
            waiting = []
        yield from waiting
        waiting = []
        yield mailbox
    yield from waiting


def _address(mailbox: _Mailbox, hint: str) -> Address:
    display, email = mailbox.display, mailbox.angle
    if email is None or b"@" not in email:
        if bare := _EMAIL.search(display):
            display = display[: bare.start()] + display[bare.end() :]
            email = bare[0]
        elif not display.strip():
            display, email = email or b"", None
    text = _unquoted(clean_name(decode_line(_LEFT_OVER.sub(b"", display), hint)))
    if (email is None or b"@" not in email) and b"=?" in mailbox.display and "@" in text:
        # Some programs encode the name and the address together.
        both = text.replace("=?", "").encode("utf-8", "replace")
        return _address(next(_mailboxes(both)), hint)
    name = text or clean_name(decode_line(mailbox.comment, hint))
    return Address(name[:500], _email(email or b"", hint))


def _unquoted(text: str) -> str:
    """Return a name without quotation marks around it, or one that never closes."""
    mark = text[:1]
    if mark and mark in "\"'" and text.strip(mark).count(mark) == 0:
        return text.strip(mark).strip()
    return text


def _email(raw: bytes, hint: str) -> str:
    text = re.sub(r"[\s\"'<>]", "", clean_line(decode(raw, "", hint, may_guess=False)))
    text = re.sub(r"^(?:mailto|smtp):", "", text, flags=re.I)
    if text.startswith("@"):  # a route (RFC 5322, section 4.4)
        text = text.partition(":")[2]
    local, at, domain = text.rpartition("@")
    return f"{local}@{domain.lower().strip('.')}" if at and local and domain else ""
