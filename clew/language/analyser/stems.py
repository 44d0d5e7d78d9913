"""What is left of a word without its endings, by the languages its script suggests.

Snowball's stemmers are light, and miss what changes inside a word: Polish *paczek* and *paczce*
beside *paczka*, Russian *посылок* beside *посылка*. A few such changes are added as further
stems, never instead: a stem too many finds a little more, one too few hides a message.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

from clew.language.analyser.folding import fold, lowered

MAX_TERM = 64
MIN_STEM = 3
_CACHED_WORDS = 65_536

_LATIN = tuple(Stemmer.Stemmer(name, 0) for name in ("english", "polish", "hungarian"))
_CYRILLIC = (Stemmer.Stemmer("russian", 0),)
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
_LATIN_LETTER = re.compile("[a-z\u00df-\u024f]")

# The last consonant changes before -e, and an e or o comes and goes before a final k.
_CHANGES: tuple[tuple[str, str], ...] = (
    ("dzie", "d"),
    ("rze", "r"),
    ("cie", "t"),
    ("dze", "g"),
    ("ce", "k"),
    ("ek", "k"),
    ("ок", "к"),
    ("ек", "к"),
)


@lru_cache(_CACHED_WORDS)
def word_terms(word: str) -> tuple[str, ...]:
    """Return the folded word itself and its stems, each once, the word first."""
    plain = fold(word)[:MAX_TERM]
    if not plain:
        return ()
    if len(plain) <= MIN_STEM or not plain.isalpha():
        return (plain,)
    return tuple(dict.fromkeys((plain, *_stems(lowered(word)[:MAX_TERM], plain))))


def _stems(written: str, plain: str) -> Iterator[str]:
    spellings = {written, plain}
    for stemmer in _stemmers(plain):
        for spelling in spellings:
            stem = fold(stemmer.stemWord(spelling))
            if len(stem) >= MIN_STEM:
                yield stem
    for ending, change in _CHANGES:
        if plain.endswith(ending) and len(plain) > len(ending) + 1:
            yield plain.removesuffix(ending) + change
            break


def _stemmers(plain: str) -> tuple["Stemmer.Stemmer", ...]:
    if _CYRILLIC_LETTER.search(plain):
        return _CYRILLIC
    if _LATIN_LETTER.search(plain):
        return _LATIN
    return ()
