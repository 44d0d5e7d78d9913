"""One spelling for many: lower case, no accents, the plain forms of compatibility characters."""

import unicodedata

# Letters that Unicode does not take apart although their readers do.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ŧ": "t",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "’": "",
        "'": "",
        "ґ": "г",
    }
)
# Marks that a reader may leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
# vowels. Vowel signs of Indic and Thai script are letters to their readers and stay.
_SILENT = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05BD),
    (0x05BF, 0x05C7),
    (0x0610, 0x061A),
    (0x0640, 0x0640),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x1AB0, 0x1AFF),
)
_DROP = {code: None for first, last in _SILENT for code in range(first, last + 1)}


def lowered(word: str) -> str:
    """Return `word` in lower case and composed form, accents kept: what a stemmer expects."""
    return word if word.isascii() and word.islower() else unicodedata.normalize("NFC", word.lower())


def fold(word: str) -> str:
    """Return `word` as everybody may spell it: zażółć is zazolc, ёлка is елка, ＡＢ is ab."""
    if word.isascii():
        return word.lower().replace("'", "")
    apart = unicodedata.normalize("NFKD", word.casefold()).translate(_DROP)
    return unicodedata.normalize("NFC", apart.translate(_LETTERS))
