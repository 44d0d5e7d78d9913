"""Text to tokens: addresses and numbers whole and in pieces, words by stem, runs by bigram.

Everything is bounded: of a very long text only the beginning is read, and every pattern is
linear, because anybody may send us anything.
"""

import re
import unicodedata
from collections.abc import Iterator

from clew.language.analyser.folding import fold
from clew.language.analyser.numbers import number_tokens
from clew.language.analyser.stems import MAX_TERM, word_terms
from clew.ports.language import Token

MAX_CHARACTERS = 50_000

# `\w` leaves out the marks that follow a letter in decomposed, Indic and Thai text.
_MARKS = "".join(
    chr(code) for code in range(0x300, 0x1E00) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
_LETTER = rf"[^\W_{_MARKS}]"
_IN_WORD = rf"(?:[^\W_]|[{_MARKS}])"
# Scripts without spaces between words, and Hangul, whose words carry their particles with them.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3041-\u30ff\u3130-\u318f"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_RUN = re.compile(f"[{_UNSPACED}々]+|[^{_UNSPACED}々]+")
_UNSPACED_START = re.compile(f"[{_UNSPACED}々]")

# Pictures without the colour of a skin, a gender or a frame that may follow: all are one.
_PICTURES = (
    "\u203c\u2049\u231a-\u23ff\u25aa-\u25fe\u2600-\u27bf\u2b05-\u2b55"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
)
_FLAG = "[\U0001f1e6-\U0001f1ff]{2}"
_LABEL = "[A-Za-z0-9-]{1,63}"
_TEXT = re.compile(
    rf"(?P<address>[A-Za-z0-9._%+-]{{1,64}}@{_LABEL}(?:\.{_LABEL}){{1,8}})"
    r"|(?P<number>\+?\d{1,64}(?:[ \u00a0./()-]{1,3}\d{1,64}){0,8}(?![A-Za-z\d]))"
    rf"|(?P<word>{_LETTER}{_IN_WORD}*(?:[-'’._/&:]{_IN_WORD}+){{0,8}})"
    rf"|(?P<emoji>{_FLAG}|[{_PICTURES}])"
)
_ALNUM = re.compile("[A-Za-z0-9]+")
_PIECE = re.compile(rf"{_IN_WORD}+(?:['’]{_IN_WORD}+)*")
_DIGIT = re.compile(r"\d")
_APOSTROPHE = re.compile("['’]")


def analyse(text: str) -> list[Token]:
    """Return the tokens of `text` in order; nothing in any text makes it fail."""
    tokens: list[Token] = []
    for found in _TEXT.finditer(text, 0, MAX_CHARACTERS):
        match found.lastgroup:
            case "address":
                tokens.append(_address(found.group(), found.start()))
            case "number":
                tokens += number_tokens(text, found.start(), found.end())
            case "emoji":
                tokens.append(_emoji(found.group(), found.start()))
            case _:
                tokens += _compound(found.group(), found.start())
    return tokens


def _address(address: str, start: int) -> Token:
    """Return an e-mail address: asked for as it is, kept under its parts too."""
    local, _, host = address.lower().partition("@")
    parts = [term for piece in _ALNUM.findall(address) for term in word_terms(piece)]
    joined = [_joined(local), _joined(host), *parts]
    return Token(start, start + len(address), (_joined(address),), also=tuple(joined))


def _emoji(picture: str, start: int) -> Token:
    codes = "_".join(f"{ord(sign):x}" for sign in picture)
    return Token(start, start + len(picture), (f"emoji_{codes}",))


def _joined(address: str) -> str:
    return "_".join(_ALNUM.findall(address.lower()))


def _compound(written: str, start: int) -> list[Token]:
    """Return the words of `one-two`, `A/1/2` or a single word.

    What holds a hyphen or a digit is also one word without its joints: e-mail is email.
    """
    pieces = [
        token
        for found in _PIECE.finditer(written)
        for token in _runs(found.group(), start + found.start())
    ]
    is_glued = len(pieces) > 1 and ("-" in written or _DIGIT.search(written))
    if not is_glued or len(written) > MAX_TERM or _UNSPACED_START.search(written):
        return pieces
    glued = "".join(_PIECE.findall(written))
    return [Token(start, start + len(written), word_terms(glued), pieces=tuple(pieces))]


def _runs(word: str, start: int) -> Iterator[Token]:
    """Yield a word, or the bigrams of the parts of it whose script has no spaces."""
    if word.isascii() or not _UNSPACED_START.search(word):
        yield _word(word, start)
        return
    for found in _RUN.finditer(word):
        run, at = found.group(), start + found.start()
        if not _UNSPACED_START.match(run):
            yield _word(run, at)
        elif len(run) == 1:
            yield Token(at, at + 1, (fold(run),))
        else:
            yield from _bigrams(run, at)


def _bigrams(run: str, start: int) -> Iterator[Token]:
    """Yield overlapping pairs; single characters are kept too, for who asks for just one."""
    last = len(run) - 2
    for index in range(last + 1):
        pair = run[index : index + 2]
        ends = pair if index == last else pair[0]
        yield Token(start + index, start + index + 2, (fold(pair),), also=tuple(map(fold, ends)))


def _word(word: str, start: int) -> Token:
    also: tuple[str, ...] = ()
    if _APOSTROPHE.search(word):
        also = tuple(term for part in _APOSTROPHE.split(word) for term in word_terms(part))
    return Token(start, start + len(word), word_terms(word), also=also)
