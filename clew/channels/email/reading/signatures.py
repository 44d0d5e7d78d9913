"""Where a signature begins: behind a delimiter, or as a visiting card below a greeting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clew.channels.email.reading.phrases.greetings import GREETINGS

MAX_LINES = 25
# Below what only looks like a delimiter, and below a greeting.
MAX_LOOSE_LINES = 12
MAX_LOOSE_WIDTH = 90
MAX_GREETING = 60

_DELIMITER = "-- "
_LOOSE_DELIMITERS = frozenset({"--", "---", "—", "–", "__", "- -", "-- --"})
_RULE = re.compile(r"_{30,}")
_GREETINGS = tuple({phrase for phrases in GREETINGS.values() for phrase in phrases})
_CONTACT = re.compile(
    r"(?<!\d)\+?\(?\d[\d ()/.-]{6,}\d|www\.|https?://|[^\s@]+@[^\s@]+\.\w|\b(?:tel|mob|gsm|fax)\b",
    re.IGNORECASE,
)


def signature_start(lines: Sequence[str], first: int, end: int) -> int | None:
    """Return the first line of the signature that ends a part of a mail, if there is one."""
    for number in range(end - 1, first - 1, -1):
        line = lines[number]
        if line == _DELIMITER:
            below = sum(1 for other in lines[number + 1 : end] if other)
            return number if below <= MAX_LINES else None
        bare = line.strip()
        if bare in _LOOSE_DELIMITERS or _RULE.fullmatch(bare):
            is_list = bare not in _LOOSE_DELIMITERS
            return number if _is_card(lines[number + 1 : end], needs_contact=is_list) else None
    return _card_below_greeting(lines, first, end)


def _card_below_greeting(lines: Sequence[str], first: int, end: int) -> int | None:
    """Return what follows a greeting and a name, if that is how to reach the writer.

    The greeting and the name stay: so a letter ends.
    """
    seen = 0
    for number in range(end - 1, first - 1, -1):
        seen += bool(lines[number])
        if seen > MAX_LOOSE_LINES:
            return None
        if len(lines[number]) <= MAX_GREETING and lines[number].lower().startswith(_GREETINGS):
            below = [place for place in range(number + 1, end) if lines[place]]
            card = below[1] if len(below) > 1 else end
            return card if _is_card(lines[card:end], needs_contact=True) else None
    return None


def _is_card(lines: Sequence[str], *, needs_contact: bool) -> bool:
    """Return whether lines are as few and short as those of signatures."""
    said = [line for line in lines if line]
    return (
        0 < len(said) <= MAX_LOOSE_LINES
        and all(len(line) <= MAX_LOOSE_WIDTH and not line.endswith("?") for line in said)
        and (not needs_contact or any(_CONTACT.search(line) for line in said))
    )
