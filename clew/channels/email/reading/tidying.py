"""Visible text without what nobody sees: control characters, zero-width marks, odd spaces."""

from __future__ import annotations

import re

_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5"
    "\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
_JOINERS = "\u200c\u200d"
_SURROGATES = "\ud800-\udfff"

_ODD = re.compile(f"[{_UNSEEN}{_SPACES}{_LINE_ENDS}{_JOINERS}{_SURROGATES}]")
_ODD_BYTES = bytes(code for code in range(128) if _ODD.match(chr(code)))
# Joiners join letters and emoji, so they go only where there is nothing to join, and in the runs
# that newsletters pad their preview with.
_LOOSE_JOINERS = re.compile(
    f"[{_JOINERS}](?: ?[{_JOINERS}])+ ?|(?<![^\\s])[{_JOINERS}]+|[{_JOINERS}]+(?!\\S)"
)
_TIDYINGS = (
    (re.compile(f"[{_SURROGATES}]"), "\ufffd"),
    (re.compile(f"[{_LINE_ENDS}]"), "\n"),
    (re.compile(f"[{_SPACES}]"), " "),
    (_LOOSE_JOINERS, ""),
    (re.compile(f"[{_UNSEEN}]+"), ""),
)
_BLANK_LINES = re.compile(r"\n{4,}")
# What a signature begins with (RFC 3676, 4.3).
_DELIMITER = "-- "


def without_unseen(text: str) -> str:
    """Return text, or HTML, without characters that nobody sees, and with plain spaces."""
    if _has_odd(text):
        for pattern, instead in _TIDYINGS:
            text = pattern.sub(instead, text)
    return text


def _has_odd(text: str) -> bool:
    if not text.isascii():
        return _ODD.search(text) is not None
    # Many times faster than a pattern over a long mail.
    return len(text.encode("ascii").translate(None, _ODD_BYTES)) < len(text)


def tidy(text: str) -> str:
    """Return text with plain spaces and line feeds, no trailing space and few blank lines."""
    text = without_unseen(text.replace("\r\n", "\n").replace("\r", "\n"))
    if " \n" in text or "\t\n" in text or text[-1:] in (" ", "\t"):
        text = "\n".join(
            line if line == _DELIMITER else line.rstrip(" \t") for line in text.split("\n")
        )
    if "\n\n\n\n" in text:
        text = _BLANK_LINES.sub("\n\n\n", text)
    return text.strip("\n")
