"""Properties as Exchange writes them within winmail.dat; texts are returned in UTF-8 or as stored.

Source: [MS-OXTNEF], section 2.1.3.4 (MsgProps); types from [MS-OXCDATA], section 2.11.1.
"""

import struct

_TEXT, _UNICODE, _BINARY, _OBJECT = 0x1E, 0x1F, 0x102, 0x0D
_VARIABLE = frozenset({_TEXT, _UNICODE, _BINARY, _OBJECT})
_MANY_VALUES = 0x1000
_SIZES = {
    0x01: 0, 0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4,
    0x14: 8, 0x40: 8, 0x48: 16,
}  # fmt: skip
_NAMED = 0x8000
_MAX_PROPERTIES = 5_000


class _Ended(Exception):
    """The bytes end before the property does."""


class _Bytes:
    """Bytes that are taken from the front."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def number(self) -> int:
        """Take four bytes."""
        return int.from_bytes(self.take(4), "little")

    def take(self, length: int) -> bytes:
        """Take so many bytes, and what fills them up to a multiple of four."""
        end = self._place + length
        if end > len(self._data):
            raise _Ended
        taken = self._data[self._place : end]
        self._place = end + -length % 4
        return taken


def read_properties(data: bytes) -> dict[int, bytes]:
    """Return the first value of every property that has a text or bytes; total and linear."""
    found: dict[int, bytes] = {}
    source = _Bytes(data)
    try:
        for _ in range(min(source.number(), _MAX_PROPERTIES)):
            kind, number = struct.unpack("<HH", source.take(4))
            if number >= _NAMED:
                _skip_name(source)
            _read_value(source, kind, number, found)
    except _Ended:
        pass
    return found


def _skip_name(source: _Bytes) -> None:
    source.take(16)
    if source.number() == 0:
        source.take(4)
    else:
        source.take(source.number())


def _read_value(source: _Bytes, kind: int, number: int, found: dict[int, bytes]) -> None:
    single = kind & ~_MANY_VALUES
    is_variable = single in _VARIABLE
    if not is_variable and single not in _SIZES:
        raise _Ended
    count = source.number() if is_variable or kind & _MANY_VALUES else 1
    for _ in range(min(count, _MAX_PROPERTIES)):
        if not is_variable:
            source.take(_SIZES[single])
            continue
        value = source.take(source.number())
        if single == _UNICODE:
            value = value.decode("utf-16-le", "replace").encode("utf-8", "replace")
        elif single == _OBJECT:
            value = value[16:]  # the identifier of the object's interface
        found.setdefault(number, value)
