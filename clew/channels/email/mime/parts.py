"""The parts of a mail as a tree, found by their boundaries.

A part knows where it stands in the mail; nothing is copied before it is decoded. The outer
boundaries are sought first, so a part that never ends, ends with what encloses it.

Source: RFC 2046, section 5.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clew.channels.email.mime.cleaning import clean_line
from clew.channels.email.mime.encodings import undo
from clew.channels.email.mime.fields import Fields, read_fields
from clew.channels.email.mime.hints import hint_of
from clew.channels.email.mime.limits import (
    MAX_DELIMITERS,
    MAX_DEPTH,
    MAX_HEADER_BYTES,
    MAX_PART_HEADER_BYTES,
    MAX_PARTS,
    MAX_SCANNED_BYTES,
)
from clew.channels.email.mime.parameters import Value, read_value

_GUESSED_BOUNDARY = re.compile(
    rb"^--([^\s-][^\r\n]{0,200}?|-{2,}[^\s-][^\r\n]{0,200}?)[ \t]*\r?$", re.M
)
_TYPE = re.compile(r"[a-z0-9][\w.+-]*/[a-z0-9][\w.+-]*", re.A)
_SHORT_TYPES = {"text": "text/plain", "plain": "text/plain", "html": "text/html"}
_SEARCHED_FOR_BOUNDARY = 10_000


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its header and where its body is.

    Attributes:
        content_type: Always of the form "text/plain", in lower case.
        encoding: The transfer encoding, in lower case, or "".
    """

    raw: bytes = field(repr=False)
    start: int
    end: int
    fields: Fields
    content_type: str
    parameters: Value
    disposition: Value
    encoding: str
    parts: tuple["Part", ...] = ()

    @property
    def size(self) -> int:
        """Return how long the body is, encoded."""
        return self.end - self.start

    @property
    def filename(self) -> str:
        """Return the name that the sender gave, or ""."""
        return self.disposition.get("filename") or self.parameters.get("name")

    @property
    def content_id(self) -> str:
        """Return what `cid:` links name it by, without brackets, or ""."""
        return clean_line(self.fields.first("Content-ID").decode("utf-8", "replace")).strip("<> ")

    def encoded(self, max_bytes: int | None = None) -> bytes:
        """Return the body, or its beginning, as it was sent."""
        end = self.end if max_bytes is None else min(self.end, self.start + max_bytes)
        return self.raw[self.start : end]

    def decoded(self, max_bytes: int | None = None) -> bytes:
        """Return the body, or its beginning, without the transfer encoding."""
        is_text = self.content_type.startswith(("text/", "message/"))
        return undo(self.encoded(max_bytes), self.encoding, is_text=is_text)

    def walk(self) -> Iterator["Part"]:
        """Yield this part and all within it, in the order of the mail."""
        yield self
        for part in self.parts:
            yield from part.walk()


class Reader:
    """Reads one mail, and counts what it costs."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._parts = 0
        self._scanned = 0
        self._hint = ""

    def read(self) -> Part:
        """Return the mail as a part."""
        fields, start = read_fields(self._raw, 0, len(self._raw), MAX_HEADER_BYTES)
        self._hint = hint_of(fields)
        return self._part(fields, start, len(self._raw), depth=0, default="text/plain")

    def _part(self, fields: Fields, start: int, end: int, *, depth: int, default: str) -> Part:
        self._parts += 1
        parameters = read_value(fields.first("Content-Type"), self._hint)
        content_type = _content_type(parameters.value, default)
        encoding = read_value(fields.first("Content-Transfer-Encoding")).value
        parts: tuple[Part, ...] = ()
        if content_type.startswith("multipart/"):
            parts = self._within(content_type, parameters.get("boundary"), (start, end), depth)
            if not parts:
                content_type = "text/plain"
        return Part(
            raw=self._raw,
            start=start,
            end=end,
            fields=fields,
            content_type=content_type,
            parameters=parameters,
            disposition=read_value(
                fields.first("Content-Disposition"), parameters.get("charset") or self._hint
            ),
            encoding=encoding,
            parts=parts,
        )

    def _within(
        self, content_type: str, boundary: str, span: tuple[int, int], depth: int
    ) -> tuple[Part, ...]:
        """Return the parts of a multipart; none if nothing in it is a boundary."""
        self._scanned += span[1] - span[0]
        if depth >= MAX_DEPTH or self._scanned > MAX_SCANNED_BYTES:
            return ()
        default = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
        spans = self._spans(boundary.encode("utf-8", "replace"), *span)
        if not spans and (
            guessed := _GUESSED_BOUNDARY.search(
                self._raw, span[0], min(span[1], span[0] + _SEARCHED_FOR_BOUNDARY)
            )
        ):
            spans = self._spans(guessed[1], *span)
        found: list[Part] = []
        for start, end in spans:
            if self._parts >= MAX_PARTS:
                break
            fields, body = read_fields(self._raw, start, end, MAX_PART_HEADER_BYTES)
            found.append(self._part(fields, body, end, depth=depth + 1, default=default))
        return tuple(found)

    def _spans(self, boundary: bytes, start: int, end: int) -> list[tuple[int, int]]:
        """Return where the parts between the delimiters of one boundary begin and end."""
        if not boundary:
            return []
        mark = b"--" + boundary
        spans: list[tuple[int, int]] = []
        opened, place, looked = -1, start - 1 if self._raw[start - 1 : start] == b"\n" else start, 0
        while looked < MAX_DELIMITERS and len(spans) < MAX_PARTS:
            looked += 1
            found = start if looked == 1 and self._raw.startswith(mark, start, end) else -1
            if found < 0:
                found = self._raw.find(b"\n" + mark, place, end) + 1
            if found <= 0:
                break
            place = found + len(mark)
            kind = self._delimiter(place, end)
            if kind is None:
                continue
            if opened >= 0:
                spans.append((opened, self._before(opened, found)))
            is_last, opened = kind
            place = max(opened - 1, place)
            # Some programs end a multipart and go on all the same.
            opened = -1 if is_last else opened
        if opened >= 0:
            spans.append((opened, end))
        return spans

    def _delimiter(self, place: int, end: int) -> tuple[bool, int] | None:
        """Return whether a delimiter is the last, and where the next part begins; or None."""
        line_end = self._raw.find(b"\n", place, min(end, place + 1_000))
        after = end if line_end < 0 else line_end + 1
        rest = self._raw[place : min(after, place + 1_000)].strip()
        if rest not in (b"", b"--"):
            return None
        return rest == b"--", after

    def _before(self, opened: int, delimiter: int) -> int:
        """Return where a part ends: the line end before a delimiter belongs to the delimiter."""
        stop = delimiter - 1 if self._raw[delimiter - 1 : delimiter] == b"\n" else delimiter
        if self._raw[stop - 1 : stop] == b"\r":
            stop -= 1
        return max(opened, stop)


def _content_type(declared: str, default: str) -> str:
    if _TYPE.fullmatch(declared):
        return declared
    return _SHORT_TYPES.get(declared, default if not declared else "application/octet-stream")
