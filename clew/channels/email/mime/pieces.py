"""What a mail says, put together from its parts.

A piece is one stretch of a mail in one or both of its forms, plain and HTML. Alternatives say the
same twice, everything else says one thing after the other.
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_TAGS = re.compile(r"<[^<>]{0,1000}>")
_WORDS = re.compile(r"\w+")
_COMPARED = 20_000
_SAME = 0.8


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a mail; "" for a form that it lacks.

    Attributes:
        stand_in: Words for what has none, such as a calendar entry: shown if nothing else is.
    """

    text: str = ""
    html: str = ""
    stand_in: str = ""


def one_after_another(pieces: Sequence[Piece]) -> Piece:
    """Return what several pieces say together, each form of it complete or empty."""
    said = [piece for piece in pieces if piece.text.strip() or piece.html.strip()]
    stand_in = next((piece.stand_in for piece in pieces if piece.stand_in), "")
    if _says_the_same_twice(said):
        return Piece(said[0].text, said[1].html, stand_in)
    texts = [piece.text for piece in said]
    if not any(piece.html.strip() for piece in said):
        return Piece("\n".join(texts), "", stand_in)
    shown = "\n".join(piece.html if piece.html.strip() else _as_html(piece.text) for piece in said)
    is_complete = all(text.strip() for text in texts)
    return Piece("\n".join(texts) if is_complete else "", shown, stand_in)


def one_of(pieces: Sequence[Piece]) -> Piece:
    """Return what alternatives say: the first that is plain, the last that is HTML (RFC 2046)."""
    return Piece(
        next((piece.text for piece in pieces if piece.text.strip()), ""),
        next((piece.html for piece in reversed(pieces) if piece.html.strip()), ""),
        next((piece.stand_in for piece in pieces if piece.stand_in), ""),
    )


def _as_html(text: str) -> str:
    return f"<div>{html.escape(text, quote=False)}</div>".replace("\n", "<br>\n")


def _says_the_same_twice(said: Sequence[Piece]) -> bool:
    """Say whether two forms of one text were sent as if they were two texts."""
    if len(said) != 2 or said[0].html or said[1].text or not said[1].html:
        return False
    words = set(_WORDS.findall(said[0].text[:_COMPARED].lower()))
    begin = max(said[1].html.lower().find("<body"), 0)
    shown = html.unescape(_TAGS.sub(" ", said[1].html[begin : begin + _COMPARED]))
    others = set(_WORDS.findall(shown.lower()))
    return bool(words) and len(words & others) >= _SAME * max(len(words), len(others) * _SAME)
