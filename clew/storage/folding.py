"""Names made comparable: case and accents do not matter when people are looked for."""

import unicodedata

# These letters are not made of a letter and an accent, but people leave theirs out alike.
_STROKES = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe"}
)


def fold(text: str) -> str:
    """Return `text` without case and accents: `Łukasz Żółć` becomes `lukasz zolc`."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_STROKES))
    return "".join(part for part in parts if not unicodedata.combining(part))
