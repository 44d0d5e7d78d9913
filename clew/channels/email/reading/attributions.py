"""Lines that introduce a quotation: "On 8 June 2025 at 22:59 Ana <ana@example.com> wrote:".

Sixteen languages and two dozen programs put the pieces in any order. So nothing is parsed: what
ends in a colon is judged by what it holds (a verb of writing, a date, a time, an address).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clew.channels.email.reading.phrases.attributions import OPENERS, VERBS, WEEKDAYS

MAX_LINES = 4
MAX_CHARACTERS = 400
ENDINGS = (":", "：")


def _any_of(table: Mapping[str, Sequence[str]]) -> str:
    words = {word for group in table.values() for word in group}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_VERB = re.compile(rf"(?:{_any_of(VERBS)})", re.IGNORECASE)
# Without an address, a sentence of the writer's own ("you wrote that I should:") is told apart by
# where its verb stands: last, or followed by nothing but a name.
_VERB_LAST_OR_NAME = re.compile(
    rf"(?:{_any_of(VERBS)})[\s\"'*()]*[:：]|(?:schrieb|schreef|skrev|heeft|napisana przez)"
    r"(?:\s+\S+){1,6}\s*:$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}(?!\d)"
    r"|\d{1,2}月 ?\d{1,2}日"
)
_TIME = re.compile(
    r"(?<!\d)\d{1,2}(?:[:.h時点时]| h )\d{2}(?!\d)|(?<!\d)\d{1,2} ?[ap]\.?m\b", re.IGNORECASE
)
_ADDRESS = re.compile(r"[^\s<>()@:,;]{1,64}@[^\s<>()@,;]{1,255}")
_ADDRESS_LAST = re.compile(r"@[^\s<>()@]{1,255}>?\)?[\s\"'*]*[:：]$")
_QUOTING = r"[>\s*\"'„«(]*"
_SURE_OPENING = re.compile(
    rf"{_QUOTING}(?:(?:{_any_of(OPENERS)})\b.*\d|(?:{_any_of(WEEKDAYS)})\b)", re.IGNORECASE
)
# A day of a date that was begun in the line above, or a name in front of a date.
_OPENING = re.compile(
    rf"{_SURE_OPENING.pattern}|{_QUOTING}(?:\d|[^<>.!?:]{{1,80}}<[^<>\s]+@[^<>\s]+>)", re.IGNORECASE
)


def attribution_start(lines: Sequence[str], last: int, *, is_quote_next: bool) -> int | None:
    """Return the first line of the attribution that ends in line `last`, if one does.

    It may be broken over up to `MAX_LINES` lines. With the sign of a quotation right behind it
    less is asked of it.
    """
    best = None
    joined = ""
    for first in range(last, max(-1, last - MAX_LINES), -1):
        line = lines[first].strip()
        if not line or (first < last and line[-1:] in ENDINGS):
            break
        joined = f"{line} {joined}" if joined else line
        if len(joined) > MAX_CHARACTERS:
            break
        if first < last and not _OPENING.match(line):
            continue
        if is_attribution(joined, is_quote_next=is_quote_next):
            best = first
            if _SURE_OPENING.match(line):
                break
    return best


def is_attribution(line: str, *, is_quote_next: bool) -> bool:
    """Return whether a line, its pieces joined, introduces a quotation."""
    has_date = _DATE.search(line) is not None
    has_time = _TIME.search(line) is not None
    has_address = _ADDRESS.search(line) is not None
    if _VERB.search(line):
        if has_date:
            is_said = has_time and _VERB_LAST_OR_NAME.search(line) is not None
            return is_said or has_address or is_quote_next
        return (has_address and (has_time or is_quote_next)) or (
            is_quote_next and len(line) < MAX_CHARACTERS // 4
        )
    return has_date and has_time and _ADDRESS_LAST.search(line) is not None
