"""Words in quotes: the same words one after another, whatever their case, accents and spaces."""

import re
from collections.abc import Sequence

from clew.storage.folding import fold

Phrase = re.Pattern[str]

MAX_WORDS = 40
# A text longer than this is searched to here, as it is filed.
MAX_CHARACTERS = 50_000
_WORD = re.compile(r"[^\W_]+")
# Scripts without spaces: a phrase may begin and end within what looks like one word.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3041-\u9fff\uac00-\ud7af]")


def phrase_of(quoted: str) -> Phrase | None:
    """Return the pattern of a phrase over folded text; None of no words."""
    words = _WORD.findall(fold(quoted))[:MAX_WORDS]
    if not words:
        return None
    begins = "" if _UNSPACED.match(words[0]) else r"(?<![^\W_])"
    ends = "" if _UNSPACED.match(words[-1][-1]) else r"(?![^\W_])"
    return re.compile(begins + r"[\W_]+".join(map(re.escape, words)) + ends)


def holds(text: str, phrases: Sequence[Phrase]) -> bool:
    """Say whether a text has all phrases."""
    folded = fold(text[:MAX_CHARACTERS])
    return all(phrase.search(folded) for phrase in phrases)
