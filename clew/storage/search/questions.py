"""What was typed, as a question that a full-text index can answer.

Both indexes read the same sentence in different letters: every word by any of its terms, all
words together, and one of each set of marks. Terms hold only letters, digits and underscores and
are quoted besides, so whatever was typed is looked for and never obeyed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clew.ports.language import Analyser, Token, asked_terms
from clew.storage.search.phrases import Phrase, phrase_of

# A question is a few words; of a pasted letter the beginning says enough.
MAX_CHARACTERS = 1_000
MAX_WORDS = 16
MAX_PHRASES = 4
# As keyboards and telephones of our languages write them.
_QUOTED = re.compile('["\u201e\u201c\u00ab]([^"\u201c\u201d\u00bb]*)["\u201c\u201d\u00bb]')


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
    """A question that has at least one word or mark.

    Attributes:
        terms: Everything it asks about, to mark the hits.
        marks: One of each set has to be there.
        phrases: What a text must have word by word; an index does not know the order of words.
    """

    words: Sequence[Token]
    terms: frozenset[str]
    marks: Sequence[Sequence[str]] = ()
    phrases: Sequence[Phrase] = ()

    def written(self, letters: Letters) -> str:
        """Return the question in the language of an index."""
        sets = [f"({_either(one, letters)})" for one in self.marks]
        return letters.both.join([*(_any(word, letters) for word in self.words), *sets])


def question(text: str, analyser: Analyser, marks: Sequence[Sequence[str]] = ()) -> Question | None:
    """Return what `text` and marks ask for, or None if a text has no words, or nothing is asked."""
    text = text[:MAX_CHARACTERS]
    quoted = _QUOTED.findall(text)[:MAX_PHRASES]
    asked = [token for token in analyser(_QUOTED.sub(" ", text)) if token.terms]
    for one in quoted:
        asked += [_as_written(token) for token in analyser(one) if token.terms]
    by_terms = {token.terms: token for token in asked}
    words = list(by_terms.values())[:MAX_WORDS]
    if not words and (text.strip() or not marks):
        return None
    return Question(
        words=words,
        terms=frozenset(asked_terms(words)),
        marks=tuple(marks),
        phrases=tuple(found for one in quoted if (found := phrase_of(one)) is not None),
    )


def _as_written(token: Token) -> Token:
    """Return a word without its stems: in quotes no other form of it is meant."""
    return token if token.pieces else replace(token, terms=token.terms[:1])


def _all(words: Iterable[Token], letters: Letters) -> str:
    return letters.both.join(_any(word, letters) for word in words)


def _any(word: Token, letters: Letters) -> str:
    ways = [_quoted(term, letters) for term in word.terms]
    if word.pieces:
        ways.append(f"({_all(word.pieces, letters)})")
    return f"({letters.either.join(ways)})"


def _either(terms: Iterable[str], letters: Letters) -> str:
    return letters.either.join(_quoted(term, letters) for term in terms)


def _quoted(term: str, letters: Letters) -> str:
    return f"{letters.quote}{term}{letters.quote}"
