"""Lines drawn over quoted and forwarded mails, and our own line "Reply above".

Our marker may be in any language; it is known by its signs: ## … ##.
"""

from __future__ import annotations

import re

from clew.channels.email.reading.folds import FoldKind
from clew.channels.email.reading.phrases.dividers import FORWARDED, ORIGINAL

MAX_DIVIDER = 120
_DASHES = "-‐‑‒–—―_=*~ \t.<>"
_FIRST = frozenset("-‐‑‒–—―_=*~#")
_MARKER = re.compile(r"[*_> \t]*##[^#]{3,200}##[*_ \t]*")
_RULE = re.compile(r"[_\-=—–]{10,}|\*{10,}")
_KINDS = {
    **{phrase: FoldKind.QUOTE for phrases in ORIGINAL.values() for phrase in phrases},
    **{phrase: FoldKind.FORWARD for phrases in FORWARDED.values() for phrase in phrases},
}


def divider(line: str) -> FoldKind | None:
    """Return what is below a line that divides a mail, if it does."""
    if len(line) > MAX_DIVIDER:
        return None
    if "##" in line and _MARKER.fullmatch(line):
        return FoldKind.QUOTE
    is_drawn = line[0] in _FIRST and not line[1:2].isalnum()
    if not is_drawn and line[-1] not in ":：":
        return None
    return _KINDS.get(line.strip(_DASHES).rstrip(":： ").rstrip(_DASHES).lower())


def is_rule(line: str) -> bool:
    """Return whether a line is nothing but drawn."""
    return _RULE.fullmatch(line.strip()) is not None
