"""Which lines of a mail are quoted or forwarded, and which its writer wrote.

Lines that carry the sign `>` are quoted, wherever they stand; what stands between them is an
answer and stays. Below a boundary without such signs (Outlook's heads, "Original message", an
attribution, our own marker) all is quoted to the end.
"""

from __future__ import annotations

from collections.abc import Sequence

from clew.channels.email.reading.attributions import (
    ENDINGS,
    attribution_start,
    is_attribution,
)
from clew.channels.email.reading.dividers import divider, is_rule
from clew.channels.email.reading.folds import FoldKind
from clew.channels.email.reading.heads import end_of_heads, heads_of
from clew.channels.email.reading.html_text import Hint
from clew.channels.email.reading.markers import Mark
from clew.channels.email.reading.phrases.answers import ANSWERS, PLACES

_KIND_OF_MARK = {
    Mark.QUOTE: FoldKind.QUOTE,
    Mark.FORWARD: FoldKind.FORWARD,
    Mark.ATTRIBUTION: FoldKind.QUOTE,
    Mark.SIGNATURE: FoldKind.SIGNATURE,
}
SIGN = ">"
MAX_ANNOUNCEMENT = 2_000

Kinds = list[FoldKind | None]


def quoted(lines: Sequence[str], hints: Sequence[Hint] = ()) -> Kinds:
    """Return for every line as what it is folded, or None where the writer speaks."""
    kinds: Kinds = [None] * len(lines)
    for hint in hints:
        if kind := _KIND_OF_MARK.get(hint.mark):
            end = min(hint.end, len(lines))  # of a page that never closes what it opens
            kinds[hint.start : end] = [kind] * (end - hint.start)
    boundaries = {hint.start for hint in hints if hint.mark is Mark.BOUNDARY}
    number = 0
    while number < len(lines):
        line = lines[number]
        if line[:1] == SIGN:
            kinds[number] = kinds[number] or FoldKind.QUOTE
        elif line and (found := _boundary(lines, number, is_marked=number in boundaries)):
            kind, first, end = found
            first = _with_rules(lines, first)
            if not _has_signs(lines, end):
                if not _announces_answers(lines, kinds, first):
                    kinds[first:] = [kind] * (len(lines) - first)
                break
            kinds[first:end] = [kind] * (end - first)
            number = max(end - 1, number)
        number += 1
    _fill_blanks(lines, kinds)
    return kinds


def _boundary(
    lines: Sequence[str], number: int, *, is_marked: bool
) -> tuple[FoldKind, int, int] | None:
    """Return what begins here: its kind, its first line and the line behind its own words."""
    line = lines[number]
    if is_marked:
        return FoldKind.QUOTE, number, number + 1
    if kind := divider(line):
        return kind, number, _behind_heads(lines, number + 1)
    if heads_of(line) and (end := end_of_heads(lines, number)):
        return FoldKind.QUOTE, number, end
    if line.startswith("---") and is_attribution(f"{line.strip('- ')}:", is_quote_next=False):
        return FoldKind.QUOTE, number, number + 1
    if line[-1] in ENDINGS:
        follows = _next_words(lines, number + 1)[:1] == SIGN
        first = attribution_start(lines, number, is_quote_next=follows)
        if first is not None:
            return FoldKind.QUOTE, first, number + 1
    return None


def _behind_heads(lines: Sequence[str], number: int) -> int:
    for first in range(number, min(number + 3, len(lines))):
        if lines[first]:
            return end_of_heads(lines, first) or number
    return number


def _next_words(lines: Sequence[str], number: int) -> str:
    return next((line for line in lines[number : number + 4] if line), "")


def _has_signs(lines: Sequence[str], number: int) -> bool:
    """Return whether what follows is quoted line by line."""
    return _next_words(lines, number)[:1] == SIGN


def _with_rules(lines: Sequence[str], first: int) -> int:
    """Return where a boundary begins, together with heads right above it, and rules."""
    while first > 0 and heads_of(lines[first - 1]):
        first -= 1
    above = first
    while above > 0 and (not lines[above - 1] or is_rule(lines[above - 1])):
        above -= 1
        if lines[above]:
            first = above
    return first


def _announces_answers(lines: Sequence[str], kinds: Kinds, end: int) -> bool:
    """Return whether the writer says that answers stand within what is quoted below."""
    own = "\n".join(line for line, kind in zip(lines[:end], kinds, strict=False) if kind is None)
    own = own[:MAX_ANNOUNCEMENT].lower()
    return any(
        any(word in own for word in words) and any(place in own for place in PLACES[language])
        for language, words in ANSWERS.items()
    )


def _fill_blanks(lines: Sequence[str], kinds: Kinds) -> None:
    """Fold blank lines that stand between folded lines of one kind."""
    before: int | None = None
    for number, line in enumerate(lines):
        if line:
            if (
                before is not None
                and number - before > 1
                and kinds[number] is kinds[before] is not None
            ):
                kinds[before + 1 : number] = [kinds[before]] * (number - before - 1)
            before = number
