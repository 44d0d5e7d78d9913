"""The body of a mail as lines, and what of it is folded away.

Whatever the rules say, a mail with words never reads as blank: first a forwarded mail is shown,
then a signature, and if that was all, everything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clew.channels.email.reading.folds import Fold, FoldKind
from clew.channels.email.reading.footers import fold_footers
from clew.channels.email.reading.html_text import Hint
from clew.channels.email.reading.quotes import Kinds, quoted

# What is shown first where nothing else is left.
_SHOWN_BEFORE_BLANK = (
    frozenset({FoldKind.FORWARD}),
    frozenset({FoldKind.SIGNATURE, FoldKind.DEVICE}),
    frozenset(FoldKind),
)
_BLANK_LINES = re.compile(r"\n{3,}")


def fold(lines: Sequence[str], hints: Sequence[Hint] = ()) -> tuple[Fold, ...]:
    """Return what is folded of the body that consists of these lines."""
    kinds = quoted(lines, hints)
    fold_footers(lines, kinds)
    for shown in _SHOWN_BEFORE_BLANK:
        if any(line and not kind for line, kind in zip(lines, kinds, strict=True)):
            break
        kinds = [None if kind in shown else kind for kind in kinds]
    return tuple(_spans(lines, kinds))


def unfolded(body: str, folds: Sequence[Fold]) -> str:
    """Return what is left of a body without its folds."""
    pieces, place = [], 0
    for span in folds:
        pieces.append(body[place : span.start])
        place = span.end
    pieces.append(body[place:])
    return _BLANK_LINES.sub("\n\n", "".join(pieces)).strip()


def _spans(lines: Sequence[str], kinds: Kinds) -> list[Fold]:
    spans: list[Fold] = []
    place = 0
    last = len(lines) - 1
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        end = place + len(line) + (number < last)
        if kind:
            if spans and spans[-1].kind is kind and spans[-1].end == place:
                spans[-1] = Fold(kind, spans[-1].start, end)
            else:
                spans.append(Fold(kind, place, end))
        place = end
    return spans
