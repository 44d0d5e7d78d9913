"""Which charset bytes are written in that name none, or a false one.

charset-normalizer tells the charsets of East Asia from others; among charsets of one byte a
character it is often wrong about a short text, so there the letters decide that people of each
language write.
"""

import re

from charset_normalizer import from_bytes

from clew.channels.email.mime.alphabets import ALPHABETS, CYRILLIC, EXTENDS_LATIN
from clew.channels.email.mime.limits import MAX_GUESSED_BYTES

_EAST_ASIAN = ("gb18030", "big5", "big5hkscs", "cp932", "euc_jp", "cp949", "iso2022_jp")
_RUN = re.compile(rb".?[\x80-\xff]+.?", re.S)
_UNLIKELY = -3


def guess(data: bytes) -> str:
    """Return Python's name of the likeliest charset, or "" if nothing fits."""
    data = _sample(data)
    found = from_bytes(data, cp_isolation=[*_EAST_ASIAN, *ALPHABETS]).best()
    preferred = found.encoding if found is not None else ""
    scores = {codec: _score(data, codec) for codec in ALPHABETS}
    best = max(scores, key=lambda codec: (scores[codec], codec == preferred))
    # Short Russian texts are valid in the charsets of East Asia; theirs make no words in Russian.
    is_word = scores[best] > sum(byte > 0x7F for byte in data)
    if preferred in _EAST_ASIAN and not is_word:
        return "big5hkscs" if preferred == "big5" else preferred
    return best if scores[best] > 0 else preferred


def corrected(data: bytes, declared: str) -> str:
    """Return `declared`, or the charset of one byte a character that the bytes plainly are in.

    Much mail is declared as Western that is not, and Russian mail as another Cyrillic charset
    than it is in. A text must hold several different letters to speak against what it says.
    """
    data = _sample(data)
    foreign = [byte for byte in data if byte > 0x7F]
    if len(foreign) < 4 or len(set(foreign)) < 3:
        return declared
    if declared not in CYRILLIC and len(foreign) * 2 > len(data) and guess(data) in _EAST_ASIAN:
        return guess(data)
    rivals = CYRILLIC if declared in CYRILLIC else tuple(ALPHABETS)
    scores = {codec: _score(data, codec) for codec in (declared, *rivals)}
    best = max(scores, key=lambda codec: (scores[codec], codec == declared))
    return best if scores[best] > max(scores[declared], 0) + len(foreign) // 3 else declared


def _sample(data: bytes) -> bytes:
    """Return the beginning of what is not ASCII, with what stands around it."""
    if len(data) <= MAX_GUESSED_BYTES:
        return data
    first = next((run.start() for run in _RUN.finditer(data)), 0)
    start = max(0, first - 100)
    return data[start : start + MAX_GUESSED_BYTES]


def _score(data: bytes, codec: str) -> int:
    """Return how much speaks for a charset, in the language that fits best."""
    runs = _RUN.findall(data)
    try:
        texts = [run.decode(codec) for run in runs]
    except UnicodeError:
        return -len(data)
    return max(
        sum(_score_of_run(text, letters, is_latin=codec in EXTENDS_LATIN) for text in texts)
        for letters in ALPHABETS[codec]
    )


def _score_of_run(text: str, letters: dict[str, int], *, is_latin: bool) -> int:
    score, previous = 0, " "
    for character in text:
        if character > "\x7f":
            score += letters.get(character, _UNLIKELY)
            if character.isupper() and previous.islower():
                score += _UNLIKELY
            score += _beside(previous, is_latin=is_latin)
        elif character.isalpha() and previous > "\x7f" and previous.isalpha() and not is_latin:
            score += _UNLIKELY
        previous = character
    return score


def _beside(previous: str, *, is_latin: bool) -> int:
    """Return what speaks against a letter outside ASCII after another character."""
    if not previous.isalpha():
        return 0
    if is_latin:
        return -1 if previous > "\x7f" else 0
    return _UNLIKELY if previous <= "\x7f" else 0
