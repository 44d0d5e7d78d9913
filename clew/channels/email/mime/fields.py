"""The fields of a header, split and unfolded, for a whole mail and for each part.

Tolerates what mail programs get wrong: folded lines that lost their blank, lines that are no
field, a missing empty line before the text. Nothing is decoded here.

Source: RFC 5322, section 2.2.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clew.channels.email.mime.limits import MAX_FIELD_BYTES, MAX_FIELDS, MAX_HEADER_LINES

_FIELD = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
_ENVELOPE_LINE = (b"From ", b">From ")


@dataclass(frozen=True, slots=True)
class Fields:
    """Names as written and raw unfolded values, in their order."""

    pairs: tuple[tuple[str, bytes], ...] = ()
    by_name: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, bytes]]) -> "Fields":
        """Return the fields of some names and values."""
        kept = tuple(pairs)
        by_name: dict[str, list[bytes]] = {}
        for name, value in kept:
            by_name.setdefault(name.lower(), []).append(value)
        return cls(kept, {name: tuple(values) for name, values in by_name.items()})

    def first(self, name: str) -> bytes:
        """Return the value of the first field of that name that says something, or b""."""
        for value in self.by_name.get(name.lower(), ()):
            if value:
                return value
        return b""

    def every(self, name: str) -> tuple[bytes, ...]:
        """Return the values of all fields of that name."""
        return self.by_name.get(name.lower(), ())

    def has_any(self, names: frozenset[str]) -> bool:
        """Say whether there is a field of one of these names, given in lower case."""
        return not names.isdisjoint(self.by_name)


def read_fields(raw: bytes, start: int, end: int, max_bytes: int) -> tuple[Fields, int]:
    """Return the fields between two places of a mail, and where the text after them begins.

    At most `max_bytes` are read; fields beyond are left out.
    """
    found: list[tuple[str, list[bytes]]] = []
    place, stop, lines = start, min(end, start + max_bytes), 0
    while place < end:
        if place >= stop or lines >= MAX_HEADER_LINES or len(found) >= MAX_FIELDS:
            place = _after_empty_line(raw, place, end)
            break
        after = _line_end(raw, place, end)
        line = raw[place : min(after, place + MAX_FIELD_BYTES)].rstrip(b"\r\n")
        if not line.strip(b" \t") and _ends_header(raw, after, end, line):
            place = after
            break
        if not _take(line, found, first=lines == 0) and not _is_broken_folding(raw, after, found):
            break
        lines, place = lines + 1, after
    pairs = ((name, b" ".join(pieces)[:MAX_FIELD_BYTES].strip()) for name, pieces in found)
    return Fields.of(pairs), place


def _take(line: bytes, found: list[tuple[str, list[bytes]]], *, first: bool) -> bool:
    """Add a line to the fields; return whether it belongs to them."""
    if first and line.startswith(_ENVELOPE_LINE):
        return True
    if line[:1] in (b" ", b"\t"):
        if found and len(found[-1][1]) < MAX_FIELD_BYTES:
            found[-1][1].append(line.strip())
        return True
    if name := _FIELD.match(line):
        found.append((name[1].decode("ascii"), [line[name.end() :].strip()]))
        return True
    return False


def _is_broken_folding(raw: bytes, after: int, found: list[tuple[str, list[bytes]]]) -> bool:
    """Say whether a line that is no field stands between fields, so that the text begins later."""
    return bool(found) and _FIELD.match(raw, after) is not None


def _ends_header(raw: bytes, after: int, end: int, line: bytes) -> bool:
    """Say whether an empty line ends the header; one of blanks alone may be folding."""
    return not line or after >= end or raw[after : after + 1] not in (b" ", b"\t")


def _line_end(raw: bytes, place: int, end: int) -> int:
    found = raw.find(b"\n", place, end)
    return end if found < 0 else found + 1


def _after_empty_line(raw: bytes, place: int, end: int) -> int:
    """Return where the text begins after a header that is too long to be read."""
    mark = raw.find(b"\n\r\n", place - 1, end)
    bound = end if mark < 0 else mark
    shorter = raw.find(b"\n\n", place - 1, bound)
    if shorter >= 0:
        return shorter + 2
    return end if mark < 0 else mark + 3
