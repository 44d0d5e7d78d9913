"""Splitting a long text into messages where a reader would expect it, and never in a character.

Nothing but the white space at a cut is lost.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable

# Where to cut, the best first: between paragraphs, lines, sentences, words.
BORDERS = (
    re.compile(r"\n[^\S\n]*\n\s*"),
    re.compile(r"\n\s*"),
    re.compile(
        # The quotation marks and the full stops of Chinese and Japanese are given by number.
        "(?:(?<=[.!?\u2026])|(?<=[.!?\u2026][\"'\u201d\u2019\u00bb)\\]]))\\s+|(?<=[\u3002\uff01\uff1f])"
    ),
    re.compile(r"\s+"),
)
ZERO_WIDTH_JOINER = "\u200d"
# Skin tones, flags of regions spelled with tags, and the selectors of a picture's style.
EXTENDERS = re.compile("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\ufe00-\ufe0f\u200c\u200d]")
REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
# Longer clusters exist only as mischief; they may be cut.
LONGEST_CLUSTER = 64


def split_text(text: str, limit: int, measure: Callable[[str], int]) -> tuple[str, ...]:
    """Return `text` in pieces of at most `limit`, as `measure` counts.

    `measure` must be additive: a text is as long as its characters together, each at least 1.
    """
    pieces = []
    rest = text
    while measure(rest) > limit:
        cut, following = _cut(rest, _fitting(rest, limit, measure))
        pieces.append(rest[:cut].rstrip())
        rest = rest[following:]
    return tuple(piece for piece in (*pieces, rest) if piece and not piece.isspace())


def is_between_characters(text: str, at: int) -> bool:
    """Say whether a cut before `text[at]` leaves what a reader sees as one character whole."""
    if not 0 < at < len(text):
        return True
    before, after = text[at - 1], text[at]
    if before == ZERO_WIDTH_JOINER or EXTENDERS.match(after):
        return False
    if unicodedata.category(after).startswith("M") or (before == "\r" and after == "\n"):
        return False
    if REGIONAL.match(after):
        return _regionals_before(text, at) % 2 == 0
    return not _is_hangul_syllable(before, after)


def _fitting(text: str, limit: int, measure: Callable[[str], int]) -> int:
    """Return how many characters fit, at least one: a limit of nothing would never end."""
    # No character is shorter than 1, so no more than `limit` of them can fit.
    counts = range(1, min(len(text), limit) + 1)
    return max(bisect_right(counts, limit, key=lambda count: measure(text[:count])), 1)


def _cut(text: str, fitting: int) -> tuple[int, int]:
    """Return where the piece ends and where the next one begins."""
    # A little more is looked at, because the white space at the cut need not fit.
    window = text[: fitting + 1]
    for border in BORDERS:
        places = [
            place for place in border.finditer(window, fitting // 2) if place.start() <= fitting
        ]
        if places:
            cut = places[-1].start()
            return cut, _after_space(text, places[-1].end())
    for cut in range(fitting, max(fitting - LONGEST_CLUSTER, 0), -1):
        if is_between_characters(text, cut):
            return cut, cut
    return fitting, fitting


def _after_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _regionals_before(text: str, at: int) -> int:
    count = 0
    while count < at and REGIONAL.match(text[at - 1 - count]):
        count += 1
    return count


def _is_hangul_syllable(before: str, after: str) -> bool:
    """Say whether two letters of the old Korean alphabet are written as one syllable."""
    return "\u1100" <= before <= "\u11ff" and "\u1160" <= after <= "\u11ff"
