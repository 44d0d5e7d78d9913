"""Signatures, disclaimers and footers of devices, in what the writer wrote themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clew.channels.email.reading.dividers import is_rule
from clew.channels.email.reading.folds import FoldKind
from clew.channels.email.reading.phrases.devices import PRODUCTS, SENT_FROM, WHOLE_LINES
from clew.channels.email.reading.phrases.disclaimers import BANNERS, LEGAL, SCANNERS
from clew.channels.email.reading.quotes import Kinds
from clew.channels.email.reading.signatures import signature_start

MAX_FOOTER = 160
# Banners stand at the top of a long mail, disclaimers at its bottom.
TOP = 800
BOTTOM = 4_000
# A mail of a hundred thousand short answers is hostile.
SHORTEST = 8
# A footer stands among the last lines of what was written.
LAST_LINES = 4

_SENT_FROM = tuple(phrase for phrases in SENT_FROM.values() for phrase in phrases)
_WHOLE_LINES = frozenset(phrase for phrases in WHOLE_LINES.values() for phrase in phrases)
_NOT_WRITTEN = (*(phrase for group in LEGAL.values() for phrase in group), *SCANNERS, *BANNERS)
_PRODUCT = re.compile("|".join(map(re.escape, map(str.lower, PRODUCTS))))


def fold_footers(lines: Sequence[str], kinds: Kinds) -> None:
    """Mark what is a footer in each part that the writer wrote."""
    for first, end in list(_own_parts(lines, kinds)):
        _fold_disclaimers(lines, kinds, first, end)
        _fold_signature(lines, kinds, first, end)
        _fold_devices(lines, kinds, first, end)


def _own_parts(lines: Sequence[str], kinds: Kinds) -> Iterator[tuple[int, int]]:
    first = None
    for number in range(len(lines) + 1):
        is_own = number < len(lines) and kinds[number] is None
        if is_own and first is None:
            first = number
        elif not is_own and first is not None:
            if any(lines[first:number]):
                yield first, number
            first = None


def _fold_signature(lines: Sequence[str], kinds: Kinds, first: int, end: int) -> None:
    begin = signature_start(lines, first, end)
    for place in range(begin, end) if begin is not None else ():
        kinds[place] = kinds[place] or FoldKind.SIGNATURE


def _fold_devices(lines: Sequence[str], kinds: Kinds, first: int, end: int) -> None:
    seen = 0
    for number in range(end - 1, first - 1, -1):
        line = lines[number]
        if not line or (kinds[number] and kinds[number] is not FoldKind.SIGNATURE):
            continue
        if is_device_footer(line):
            kinds[number] = FoldKind.DEVICE
        elif kinds[number] is None:
            seen += 1
            if seen >= LAST_LINES:
                return


def is_device_footer(line: str) -> bool:
    """Return whether a program or telephone wrote a line."""
    if len(line) > MAX_FOOTER:
        return False
    words = line.strip(" *_-–—[](){}.!\"'>•|").lower()
    if words in _WHOLE_LINES:
        return True
    return words.startswith(_SENT_FROM) and _PRODUCT.search(words) is not None


def _fold_disclaimers(lines: Sequence[str], kinds: Kinds, first: int, end: int) -> None:
    text = "\n".join(lines[first:end])
    if len(text) > TOP + BOTTOM:
        text = f"{text[:TOP]}\n{text[-BOTTOM:]}"
    if len(text) < SHORTEST or not is_disclaimer(text.lower()):
        return
    for begin, behind in _paragraphs(lines, first, end):
        words = " ".join(lines[begin:behind]).lower()
        if is_disclaimer(words):
            if begin > first and is_rule(lines[begin - 1]):
                begin -= 1
            kinds[begin:behind] = [FoldKind.DISCLAIMER] * (behind - begin)


def is_disclaimer(words: str) -> bool:
    """Return whether lawyers or a scanner wrote a paragraph, given in lower case."""
    return any(map(words.__contains__, _NOT_WRITTEN))


def _paragraphs(lines: Sequence[str], first: int, end: int) -> Iterator[tuple[int, int]]:
    begin = first
    for number in range(first, end + 1):
        if number == end or not lines[number]:
            if number > begin:
                yield begin, number
            begin = number + 1
