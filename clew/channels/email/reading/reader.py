"""Reading a mail: from its two texts to what a person sees."""

from __future__ import annotations

from clew.channels.email.reading.cleaning import clean
from clew.channels.email.reading.folding import fold, unfolded
from clew.channels.email.reading.folds import Reading
from clew.channels.email.reading.html_text import HtmlText, html_text
from clew.channels.email.reading.phrases.dummies import DUMMIES
from clew.channels.email.reading.tidying import tidy, without_unseen

MAX_DUMMY = 400


def read(text: str, html: str) -> Reading:
    """Return a mail as a person reads it, from its plain text, its HTML, or both.

    Total: any text gives a reading, in time linear in its length.
    """
    body = tidy(text)
    cleaned = clean(html) if html.strip() else ""
    shown = HtmlText((), ())
    if cleaned and _says_nothing(body):
        shown = html_text(without_unseen(cleaned))
        body = "\n".join(shown.lines) or body
    folds = fold(shown.lines or body.split("\n"), shown.hints)
    return Reading(body, unfolded(body, folds), cleaned, folds)


def _says_nothing(body: str) -> bool:
    """Return whether a plain text only says that there is none."""
    if not body.strip():
        return True
    words = body.lower()
    return len(body) <= MAX_DUMMY and any(phrase in words for phrase in DUMMIES)
