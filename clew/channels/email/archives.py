"""The mails in a file: one, or as many as an mbox archive holds.

Reads a stream by lines, so that an archive of any size takes no more memory than its largest mail.

Source: RFC 4155, and the "mboxrd" way of quoting lines that begin with "From ".
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from clew.channels.email.mime.limits import MAX_MAIL_BYTES

# "From ana@shop.example Mon Jun  3 10:00:00 2024": a line of an archive and not of a letter.
_FROM_LINE = re.compile(
    rb"From (?:\S+ ){0,2}\s*\S*\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) "
    rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
    rb"[ \d]\d \d\d:\d\d(?::\d\d)? .{0,60}$|From -\s",
)
_QUOTED = re.compile(rb"^>(>*From )", re.M)


def mails_in(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the mails of a file, each as it was received.

    A file that does not begin as an mbox archive is one mail. Of a mail that is larger than
    `MAX_MAIL_BYTES` only that much is yielded.
    """
    return (mail for _, mail in placed_mails(stream))


def placed_mails(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the mails of a file, each with the place from which `mail_at` reads it again."""
    first = stream.readline(MAX_MAIL_BYTES)
    if not first.startswith(b"From "):
        yield 0, first + stream.read(MAX_MAIL_BYTES)
        return
    place = at = len(first)
    lines: list[bytes] = []
    size, is_after_blank = 0, False
    for line in _lines(stream):
        at += len(line)
        if is_after_blank and _begins(line):
            yield place, _unquoted(lines)
            lines, size, place = [], 0, at
        elif size < MAX_MAIL_BYTES:
            lines.append(line)
            size += len(line)
        is_after_blank = not line.strip()
    yield place, _unquoted(lines)


def mail_at(stream: BinaryIO, place: int) -> bytes:
    """Return the mail at a place that `placed_mails` named."""
    stream.seek(place)
    if place == 0:
        return stream.read(MAX_MAIL_BYTES)
    lines: list[bytes] = []
    size, is_after_blank = 0, False
    for line in _lines(stream):
        if (is_after_blank and _begins(line)) or size >= MAX_MAIL_BYTES:
            break
        lines.append(line)
        size += len(line)
        is_after_blank = not line.strip()
    return _unquoted(lines)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.readline(MAX_MAIL_BYTES), b"")


def _begins(line: bytes) -> bool:
    return line.startswith(b"From ") and _FROM_LINE.match(line.rstrip()) is not None


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED.sub(rb"\1", b"".join(lines))
