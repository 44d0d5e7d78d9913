"""What search needs of language: one reading of text, for what is kept and for what is asked.

A text is read as tokens. Whoever keeps it files it under all the terms of its tokens; whoever
asks finds it under any term of each. Terms hold only letters, digits and underscores, so no
database's query language can mistake one for an operator.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a text, and what it is found under.

    Attributes:
        start: Where it begins in the text as given, in characters.
        end: Where it ends.
        terms: It is kept under all of them and found under any.
        also: It is kept under these too, but they are not asked for.
        pieces: In a question all of them together may stand for the whole.
    """

    start: int
    end: int
    terms: tuple[str, ...]
    also: tuple[str, ...] = ()
    pieces: tuple["Token", ...] = ()


Analyser = Callable[[str], list[Token]]


def kept_terms(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield everything that a text is kept under; the same term may come again."""
    for token in tokens:
        yield from token.terms
        yield from token.also
        if token.pieces:
            yield from kept_terms(token.pieces)


def asked_terms(tokens: Iterable[Token]) -> Iterator[str]:
    """Yield every term that a question is about."""
    for token in tokens:
        yield from token.terms
        if token.pieces:
            yield from asked_terms(token.pieces)
