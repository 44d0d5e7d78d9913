"""The part of a found text that shows why it was found, its hits marked.

Made from the text as it was written, by the analyser that filed it: an index knows only terms.
"""

from collections.abc import Iterable, Iterator, Set

from clew.ports.language import Analyser, Token
from clew.ports.store.views import SnippetPart

BEFORE = 60
LENGTH = 220
_ELLIPSIS = "…"


def snippet(text: str, asked: Set[str], analyser: Analyser) -> list[SnippetPart]:
    """Return at most about `LENGTH` characters of `text` around its first hit, in parts."""
    hits = list(_merged(_hits(analyser(text), asked)))
    first = hits[0][0] if hits else 0
    start, end = _window(text, first)
    parts: list[SnippetPart] = []
    at = start
    for begin, finish in hits:
        if begin >= end:
            break
        parts += _part(text[at:begin], hit=False)
        parts += _part(text[begin : min(finish, end)], hit=True)
        at = min(finish, end)
    parts += _part(text[at:end], hit=False)
    before, after = _ELLIPSIS if start else "", _ELLIPSIS if end < len(text) else ""
    return [*_part(before, hit=False), *parts, *_part(after, hit=False)]


def _part(text: str, *, hit: bool) -> list[SnippetPart]:
    return [SnippetPart(text=text, hit=hit)] if text else []


def _hits(tokens: Iterable[Token], asked: Set[str]) -> Iterator[tuple[int, int]]:
    for token in tokens:
        if not asked.isdisjoint(token.terms) or not asked.isdisjoint(token.also):
            yield token.start, token.end
        else:
            yield from _hits(token.pieces, asked)


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans without overlap: bigrams share a character with the next one."""
    start = end = -1
    for begin, finish in spans:
        if begin > end:
            if end > start:
                yield start, end
            start = begin
        end = max(end, finish)
    if end > start:
        yield start, end


def _window(text: str, first: int) -> tuple[int, int]:
    start = max(0, first - BEFORE)
    if start:
        # From the beginning of a word, where there are spaces.
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    return start, min(len(text), start + LENGTH)
