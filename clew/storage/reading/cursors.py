"""Where a page ended, as an opaque word: the sort key of its last row.

A page that begins after a key costs the same however deep it lies, and rows that come and go
meanwhile neither repeat nor hide others.
"""

import binascii
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from uuid import UUID

from clew.domain.errors import InvalidInput

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MAX_CURSOR = 1_000
_SEPARATOR = "\x1f"
# What every database we run on can compare with.
_MAX_NUMBER = 2**63 - 1


def number_cursor(number: int) -> str:
    """Return the cursor of a list in the order of numbers."""
    return _pack(str(number))


def number_of(cursor: str) -> int:
    """Read such a cursor.

    Raises:
        InvalidInput: It is not one.
    """
    (number,) = _unpack(cursor, 1)
    return _number(number)


def instant_cursor(at: datetime, row_id: UUID) -> str:
    """Return the cursor of a list in the order of instants, then ids."""
    return _pack(str((at - _EPOCH) // _MICROSECOND), row_id.hex)


def instant_of(cursor: str) -> tuple[datetime, UUID]:
    """Read such a cursor.

    Raises:
        InvalidInput: It is not one.
    """
    micros, row_id = _unpack(cursor, 2)
    try:
        return _EPOCH + _MICROSECOND * _number(micros), UUID(hex=row_id)
    except (ValueError, OverflowError) as error:
        raise _refusal() from error


def name_cursor(name: str, row_id: UUID) -> str:
    """Return the cursor of a list in the order of names, then ids."""
    return _pack(row_id.hex, name)


def name_of(cursor: str) -> tuple[str, UUID]:
    """Read such a cursor.

    Raises:
        InvalidInput: It is not one.
    """
    row_id, name = _unpack(cursor, 2)
    try:
        return name, UUID(hex=row_id)
    except ValueError as error:
        raise _refusal() from error


def _number(text: str) -> int:
    try:
        number = int(text)
    except ValueError as error:
        raise _refusal() from error
    if abs(number) > _MAX_NUMBER:
        raise _refusal()
    return number


def _pack(*parts: str) -> str:
    return urlsafe_b64encode(_SEPARATOR.join(parts).encode()).decode().rstrip("=")


def _unpack(cursor: str, count: int) -> list[str]:
    if len(cursor) > _MAX_CURSOR:
        raise _refusal()
    try:
        text = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, ValueError) as error:
        raise _refusal() from error
    parts = text.split(_SEPARATOR, count - 1)
    if len(parts) != count or "\0" in text:
        raise _refusal()
    return parts


def _refusal() -> InvalidInput:
    return InvalidInput("cursor", "take it from the page before, as it is")
