"""The heads printed over a quoted or forwarded mail: From, Sent, To, Subject.

Every program prints other ones, in another order, in the language of its user, some in bold. A
head is a line that begins with a known name and a colon; three kinds of them close together are
a block, and the sender's must be one of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from clew.channels.email.reading.phrases import heads as phrases

MAX_NAME = 24
# Long lists of recipients are broken over many lines.
MAX_LINES_BETWEEN = 6
MAX_BLOCK_LINES = 24
_DECORATION = "*_ \t\u3000>|"


class Head(Enum):
    """Which head a line is."""

    FROM = auto()
    DATE = auto()
    TO = auto()
    SUBJECT = auto()


def _table() -> Mapping[str, frozenset[Head]]:
    groups = {
        Head.FROM: phrases.FROM,
        Head.DATE: phrases.DATE,
        Head.TO: phrases.TO,
        Head.SUBJECT: phrases.SUBJECT,
    }
    found: dict[str, set[Head]] = {}
    for head, languages in groups.items():
        for words in languages.values():
            for word in words:
                found.setdefault(word, set()).add(head)
    return {word: frozenset(heads) for word, heads in found.items()}


_HEADS = _table()


def heads_of(line: str) -> frozenset[Head]:
    """Return which heads a line may be: "A:" is the recipient in Italian, the date nowhere."""
    colon = line.find(":", 0, MAX_NAME + 8)
    if colon < 0:
        colon = line.find("：", 0, MAX_NAME)
    if colon < 1:
        return frozenset()
    name = line[:colon].strip(_DECORATION).lower()
    return _HEADS.get(name, frozenset()) if len(name) <= MAX_NAME else frozenset()


def end_of_heads(lines: Sequence[str], first: int) -> int | None:
    """Return the line behind the block of heads that begins at `first`, if one does."""
    found = set(heads_of(lines[first]))
    if not found & {Head.FROM, Head.DATE}:
        return None
    end = first + 1
    blanks = 0
    for number in range(first + 1, min(len(lines), first + MAX_BLOCK_LINES)):
        if number - end > MAX_LINES_BETWEEN:
            break
        if not lines[number].strip(_DECORATION):
            blanks += 1
            # HTML often leaves a blank line between heads, but never two.
            if number > first + 1 and not lines[number - 1].strip(_DECORATION):
                break
            continue
        if heads := heads_of(lines[number]):
            found |= heads
            end = number + 1
        elif not lines[number - 1].strip(_DECORATION):
            break
    is_block = Head.FROM in found and len(found) >= 3 and end - first >= 3
    return end if is_block else None
