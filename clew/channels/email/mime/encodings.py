"""Transfer encodings undone, also where they are broken, false, or not declared.

Source: RFC 2045, section 6.
"""

import binascii
import re

from clew.channels.email.mime.uuencoded import decode_lines

_NOT_BASE64 = bytes(
    set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")
)
_BLANKS = b" \t\r\n"
_PADDING = re.compile(rb"=+[ \t]*\r?\n?")
_SOFT_BREAK = re.compile(rb"=[ \t]*\r?\n")
_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2}|\r?\n)")
_SAMPLE = 4_000


def undo(data: bytes, encoding: str, *, is_text: bool) -> bytes:
    """Return the bytes that were sent.

    Args:
        data: A part's body.
        encoding: What the part declares, in lower case, or "".
        is_text: It holds words, so that what is no base64 after all is taken as it is.
    """
    if encoding == "base64":
        return _base64(data, is_text=is_text)
    if encoding == "quoted-printable":
        return _quoted_printable(data)
    if encoding in {"x-uuencode", "uuencode", "x-uue", "uue"}:
        return decode_lines(data)
    if is_text and not encoding and _looks_quoted_printable(data[:_SAMPLE]):
        return _quoted_printable(data)
    return data


def _base64(data: bytes, *, is_text: bool) -> bytes:
    if not _looks_base64(data[:_SAMPLE]):
        return data
    padding = data.find(b"=")
    rest = data[padding:].lstrip(b"= \t\r\n") if padding >= 0 else b""
    if not rest:
        return _one_base64(data)
    if is_text and b" " in rest.strip():
        # A list server added words beneath what was encoded.
        return _one_base64(data[:padding]) + b"\n" + rest
    if data.count(b"=") > 20_000:
        return _one_base64(data.replace(b"=", b""))
    return b"".join(_one_base64(piece) for piece in _PADDING.split(data))


def _one_base64(data: bytes) -> bytes:
    try:
        return binascii.a2b_base64(data)
    except binascii.Error:
        digits = data.translate(None, _NOT_BASE64).replace(b"=", b"")
        if len(digits) % 4 == 1:
            digits = digits[:-1]
        return binascii.a2b_base64(digits + b"=" * (-len(digits) % 4))


def _looks_base64(sample: bytes) -> bool:
    """Say whether hardly anything is outside the alphabet of base64, and no line has words."""
    shown = sample.translate(None, _BLANKS)
    strange = len(shown.translate(None, _NOT_BASE64)) - len(shown)
    words = sum(b" " in line.strip() for line in sample.splitlines()[:5])
    return -strange * 8 <= len(shown) and words < 2


def _quoted_printable(data: bytes) -> bytes:
    return binascii.a2b_qp(data)


def _looks_quoted_printable(sample: bytes) -> bool:
    """Say whether a text that declares nothing is full of escapes, and of nothing like them."""
    escapes = len(_ESCAPE.findall(sample))
    is_broken = len(_SOFT_BREAK.findall(sample)) >= 1
    return is_broken and escapes >= 4 and escapes == sample.count(b"=")
