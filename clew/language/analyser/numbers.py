"""Numbers, and telephone numbers above all: written in groups, with or without a country.

`+48 601 234 567`, `0048601234567` and `601-234-567` are one number. What is kept is filed under
its last 7 to 10 digits too, so that a number asked for without its country is found; what is
asked with a country is looked for without it as well.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from clew.ports.language import Token

MIN_PHONE = 7
# E.164 allows 15 digits; the rest is a dialling prefix.
MAX_PHONE = 18
MAX_TAIL = 10
MAX_DIGITS = 64
_GROUP = re.compile(r"\d+")
_COUNTRY_DIGITS = (1, 2, 3)


def number_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a run of digit groups: one number, or several short ones."""
    has_country = text.startswith(("+", "00"), start)
    found = [(one.group(), one.start(), one.end()) for one in _GROUP.finditer(text, start, end)]
    groups = [
        _group(digits, begin, finish, has_country=has_country and begin <= start + 1)
        for digits, begin, finish in found
    ]
    written = [_plain(digits) for digits, _, _ in found]
    whole = "".join(written)
    if len(groups) == 1 or not MIN_PHONE <= len(whole) <= MAX_DIGITS:
        return groups
    terms = _asked(whole, has_country=has_country)
    also = tuple(dict.fromkeys(_joined(written)))
    return [Token(start, end, terms, also=also, pieces=tuple(groups))]


def _group(written: str, start: int, end: int, *, has_country: bool) -> Token:
    digits = _plain(written)
    if len(digits) < MIN_PHONE:
        return Token(start, end, (digits,))
    return Token(start, end, _asked(digits, has_country=has_country), also=_tails(digits))


def _plain(written: str) -> str:
    return unicodedata.normalize("NFKC", written)[:MAX_DIGITS]


def _asked(digits: str, *, has_country: bool) -> tuple[str, ...]:
    bare = digits.removeprefix("00") if has_country else digits
    terms = [bare]
    if has_country:
        terms += [bare[cut:] for cut in _COUNTRY_DIGITS if len(bare) - cut >= MIN_PHONE]
    return tuple(terms)


def _joined(groups: Sequence[str]) -> Iterator[str]:
    """Yield what neighbouring groups may mean together: where a number ends is not written."""
    for first in range(len(groups)):
        joined = groups[first]
        for group in groups[first + 1 :]:
            joined += group
            if len(joined) > MAX_PHONE:
                break
            if len(joined) >= MIN_PHONE:
                yield joined
                yield from _tails(joined)


def _tails(digits: str) -> tuple[str, ...]:
    return tuple(digits[-size:] for size in range(MIN_PHONE, min(MAX_TAIL, len(digits)) + 1))
