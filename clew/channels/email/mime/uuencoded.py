"""Files that stand uuencoded in the middle of a text, as they did before MIME."""

import binascii
import re
from itertools import islice

_BEGIN = re.compile(rb"^begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n", re.M)
_END = re.compile(rb"^end[ \t]*\r?$", re.M)
_LINE = re.compile(rb"^(?!begin |end\s*$)[ -`][^\r\n]*", re.M)
_MAX_FILES = 50
_MAX_LINES = 1_000_000  # 45 MB, in lines of the usual length


def take_out(data: bytes) -> tuple[bytes, tuple[tuple[bytes, bytes], ...]]:
    """Return a text without the files in it, and their names and contents."""
    if b"begin " not in data:
        return data, ()
    kept: list[bytes] = []
    files: list[tuple[bytes, bytes]] = []
    place = 0
    for _ in range(_MAX_FILES):
        begin = _BEGIN.search(data, place)
        if begin is None:
            break
        if not _is_encoded(data[begin.end() : begin.end() + 200]):
            kept.append(data[place : begin.end()])
            place = begin.end()
            continue
        end = _END.search(data, begin.end())
        body = data[begin.end() : end.start() if end else len(data)]
        kept.append(data[place : begin.start()])
        files.append((begin[1].strip(), decode_lines(body)))
        place = end.end() if end else len(data)
    return b"".join([*kept, data[place:]]), tuple(files)


def decode_lines(data: bytes) -> bytes:
    """Return what lines of uuencoding hold; lines that are broken are left out."""
    while b"\n\n" in data:
        data = data.replace(b"\n\n", b"\n")
    found: list[bytes] = []
    for line in islice(_LINE.finditer(data), _MAX_LINES):
        try:
            found.append(binascii.a2b_uu(line[0]))
        except binascii.Error:
            # Some encoders count wrongly; the length byte says how much is meant.
            length = (((line[0][0] - 32) & 63) * 4 + 5) // 3
            try:
                found.append(binascii.a2b_uu(line[0][:length]))
            except binascii.Error:
                continue
    return b"".join(found)


def _is_encoded(body: bytes) -> bool:
    """Say whether the first line has the length that its first byte says."""
    line = body[:200].split(b"\n")[0].rstrip(b"\r")
    if not line or not 32 <= line[0] <= 96:
        return False
    digits = (((line[0] - 32) & 63) + 2) // 3 * 4
    return abs(len(line) - 1 - digits) <= 2 and all(32 <= byte <= 96 for byte in line)
