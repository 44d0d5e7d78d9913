"""The mail within an S/MIME signature that encloses what it signs.

Only what was signed is taken out; the signature is not checked. Reads the definite lengths that
libraries write and the indefinite ones of Outlook, by their place, and no deeper than needed.

Source: RFC 5652, sections 3 and 5.1 to 5.2; X.690 for the encoding.
"""

CMS_TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_SEQUENCE, _EXPLICIT, _STRING, _STRING_IN_PIECES = 0x30, 0xA0, 0x04, 0x24
_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_MAX_DEPTH = 20
_MAX_PIECES = 100_000


class _NotSigned(Exception):
    """The bytes are something else, or damaged."""


def signed_content(data: bytes) -> bytes | None:
    """Return what a signature encloses, or None if it encloses nothing or is none."""
    try:
        place, _ = _enter(data, 0, _SEQUENCE)
        if not data.startswith(_SIGNED_DATA, place):
            return None
        place, _ = _enter(data, place + len(_SIGNED_DATA), _EXPLICIT)
        place, _ = _enter(data, place, _SEQUENCE)
        place = _after(data, _after(data, place))  # the version, and the algorithms
        place, _ = _enter(data, place, _SEQUENCE)
        place, end = _enter(data, _after(data, place), _EXPLICIT)
        return _string(data, place, end)
    except (_NotSigned, IndexError):
        return None


def _head(data: bytes, place: int) -> tuple[int, int, int | None]:
    """Return a value's tag, where its content begins, and where it ends if that is said."""
    tag, length, start = data[place], data[place + 1], place + 2
    if length == 0x80:
        return tag, start, None
    if length > 0x80:
        count = length - 0x80
        length = int.from_bytes(data[start : start + count], "big")
        start += count
    if start + length > len(data):
        raise _NotSigned
    return tag, start, start + length


def _enter(data: bytes, place: int, wanted: int) -> tuple[int, int | None]:
    tag, start, end = _head(data, place)
    if tag != wanted:
        raise _NotSigned
    return start, end


def _after(data: bytes, place: int, depth: int = 0) -> int:
    """Return where the next value begins."""
    _, start, end = _head(data, place)
    if end is not None:
        return end
    if depth == _MAX_DEPTH:
        raise _NotSigned
    while data[start : start + 2] != b"\0\0":
        start = _after(data, start, depth + 1)
    return start + 2


def _string(data: bytes, place: int, end: int | None) -> bytes:
    """Return a string of bytes, which may come in pieces."""
    tag, start, stop = _head(data, place)
    if tag == _STRING and stop is not None:
        return data[start:stop]
    if tag != _STRING_IN_PIECES:
        raise _NotSigned
    pieces: list[bytes] = []
    limit = stop or end or len(data)
    while start < limit and data[start] == _STRING and len(pieces) < _MAX_PIECES:
        _, begin, after = _head(data, start)
        if after is None:
            raise _NotSigned
        pieces.append(data[begin:after])
        start = after
    return b"".join(pieces)
