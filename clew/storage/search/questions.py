"""What was typed, as a question that a full-text index can answer.

Both indexes read the same sentence in different letters: every word by any of its terms, all
words together. Terms hold only letters, digits and underscores and are quoted besides, so
whatever was typed is looked for and never obeyed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clew.ports.language import Analyser, Token, asked_terms

# A question is a few words; of a pasted letter the beginning says enough.
MAX_CHARACTERS = 1_000
MAX_WORDS = 16


@dataclass(frozen=True, slots=True)
class Letters:
    """How a database writes and, or and a word."""

    both: str
    either: str
    quote: str


FTS5 = Letters(both=" AND ", either=" OR ", quote='"')
TSQUERY = Letters(both=" & ", either=" | ", quote="'")


@dataclass(frozen=True, slots=True)
class Question:
    """A question that has at least one word.

    Attributes:
        terms: Everything it asks about, to mark the hits.
    """

    words: Sequence[Token]
    terms: frozenset[str]

    def written(self, letters: Letters) -> str:
        """Return the question in the language of an index."""
        return _all(self.words, letters)


def question(text: str, analyser: Analyser) -> Question | None:
    """Return what `text` asks for, or None if it has no words."""
    by_terms = {token.terms: token for token in analyser(text[:MAX_CHARACTERS]) if token.terms}
    words = list(by_terms.values())[:MAX_WORDS]
    return Question(words, frozenset(asked_terms(words))) if words else None


def _all(words: Iterable[Token], letters: Letters) -> str:
    return letters.both.join(_any(word, letters) for word in words)


def _any(word: Token, letters: Letters) -> str:
    ways = [f"{letters.quote}{term}{letters.quote}" for term in word.terms]
    if word.pieces:
        ways.append(f"({_all(word.pieces, letters)})")
    return f"({letters.either.join(ways)})"
