"""Visible text without what nobody sees: control characters, zero-width marks, odd spaces."""

from __future__ import annotations

import re

# Tab and line feed stay. U+200C and U+200D join letters and emoji, so they go only where they
# stand in the runs that newsletters pad their preview with.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
_JOINERS = re.compile(
    "[\u200c\u200d](?: ?[\u200c\u200d])+ ?|(?<![^\\s])[\u200c\u200d]+|[\u200c\u200d]+(?!\\S)"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_TRAILING = re.compile(r"(?<![ \t])[ \t]+(?=\n|\Z)")
_BLANK_LINES = re.compile(r"\n{4,}")
_SURROGATES = re.compile("[\ud800-\udfff]")


def without_unseen(text: str) -> str:
    """Return text, or HTML, without characters that nobody sees, and with plain spaces."""
    if not text.isascii():
        text = _SURROGATES.sub("\ufffd", text)
        text = _JOINERS.sub("", _SPACES.sub(" ", text))
    return _UNSEEN.sub("", text)


def tidy(text: str) -> str:
    """Return text with plain spaces and line feeds, no trailing space and few blank lines."""
    text = without_unseen(_LINE_ENDS.sub("\n", text))
    text = _TRAILING.sub(_kept_space, text)
    return _BLANK_LINES.sub("\n\n\n", text).strip("\n")


def _kept_space(found: re.Match[str]) -> str:
    """Return the space of a signature's delimiter `-- ` (RFC 3676, 4.3), nothing elsewhere."""
    begin = found.start()
    line = found.string[max(0, begin - 3) : begin]
    return " " if line == "--" or line == "\n--" else ""
