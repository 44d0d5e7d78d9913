"""Text without what databases, terminals and eyes cannot take."""

import re

# Halves of characters cannot be encoded, NUL cannot be stored, and the rest shows nothing.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_UNSHOWABLE_BYTES = bytes(code for code in range(128) if _UNSHOWABLE.match(chr(code)))
_LINE_ENDS = re.compile("\r\n|\r|\x85|\u2028|\u2029")
_BLANKS = re.compile(r"[\s\x85]+")
# They make "exe.txt" of a name that ends in "txt.exe".
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean_text(text: str) -> str:
    """Return text whose lines end in a line feed, without control characters."""
    if text.isascii():
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        return plain.encode("ascii").translate(None, _UNSHOWABLE_BYTES).decode("ascii")
    return _UNSHOWABLE.sub("", _LINE_ENDS.sub("\n", text)).removeprefix("\ufeff")


def clean_line(text: str) -> str:
    """Return text as one line, with single blanks between its words."""
    if _is_plain(text):
        return text.strip(" ")
    return _UNSHOWABLE.sub("", _BLANKS.sub(" ", text)).strip(" \ufeff")


def clean_name(text: str) -> str:
    """Return a name as one line that reads as it is written."""
    line = clean_line(text)
    return line if line.isascii() else _DIRECTIONS.sub("", line).strip()


def _is_plain(text: str) -> bool:
    """Say whether there is nothing to clean, as in most lines; a mail has hundreds."""
    return text.isascii() and text.isprintable() and "  " not in text
