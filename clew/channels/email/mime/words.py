"""Encoded words of headers, and the raw bytes that stand where such words should.

Adjacent words of one charset are joined before they are decoded, since many programs split them
inside a character. Linear in the length, and total.

Source: RFC 2047; the tolerated deviations are those that mail programs make.
"""

import binascii
import re

from clew.channels.email.mime.charsets import decode
from clew.channels.email.mime.cleaning import clean_line

WORD = re.compile(
    rb"=\?([!->@-~]{1,60})\?([bBqQ])\?([^?]*(?:\?(?!=)[^?]*){0,4})\?=",
)
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


def decode_line(raw: bytes, hint: str = "") -> str:
    """Return a header's value as one line of text.

    Args:
        raw: The unfolded value.
        hint: A charset for bytes that name none.
    """
    if b"=?" not in raw:
        return clean_line(decode(raw, "", hint, may_guess=False))
    pieces: list[str] = []
    charset, waiting, place = "", b"", 0
    for word in WORD.finditer(raw):
        between = raw[place : word.start()]
        declared = word[1].decode("ascii").lower()
        is_adjacent = bool(waiting) and not between.strip()
        if not is_adjacent or declared != charset:
            pieces.append(decode(waiting, charset, hint, may_guess=False))
            waiting = b""
        if not is_adjacent:
            pieces.append(decode(between, "", hint, may_guess=False))
        charset, place = declared, word.end()
        waiting += _word_bytes(word[2], word[3])
    pieces.append(decode(waiting, charset, hint, may_guess=False))
    pieces.append(decode(raw[place:], "", hint, may_guess=False))
    return clean_line("".join(pieces))


def declared_charset(raw: bytes) -> str:
    """Return the charset that the first encoded word of a value names, or ""."""
    word = WORD.search(raw)
    return word[1].decode("ascii") if word else ""


def _word_bytes(kind: bytes, text: bytes) -> bytes:
    if kind in b"qQ":
        return binascii.a2b_qp(text.replace(b"_", b" "), header=False)
    digits = _NOT_BASE64.sub(b"", text)
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))
