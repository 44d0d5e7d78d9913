"""How our values are kept: exactly, alike on both engines, and cheaply on the hot path.

| value | SQLite | PostgreSQL |
|---|---|---|
| UUID | BLOB of 16 bytes | uuid |
| instant, aware and UTC | INTEGER, microseconds since 1970 | timestamptz |
| span of time | INTEGER, microseconds | bigint, microseconds |
| words of people | TEXT | text |
| JSON | TEXT | jsonb |

Each decorator answers `bind_processor` and `result_processor` itself, so that a value costs one
call and not three.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, TypeAlias
from uuid import UUID

import msgspec
from sqlalchemy import BigInteger, DateTime, Dialect, LargeBinary, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

Processor: TypeAlias = Callable[[Any], Any]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
POSTGRESQL = "postgresql"
REPLACEMENT = "\ufffd"

_ENCODER = msgspec.json.Encoder()


@lru_cache(maxsize=4_096)
def uuid_of(kept: bytes) -> UUID:
    """Return the UUID of 16 bytes; the same few come again and again in the rows of a result."""
    return UUID(bytes=kept)


def to_ticks(at: datetime) -> int:
    """Return microseconds since 1970."""
    return (at - EPOCH) // TICK


def from_ticks(ticks: int) -> datetime:
    """Return the instant so many microseconds after 1970."""
    return EPOCH + timedelta(microseconds=ticks)


def clean(text: str) -> str:
    """Return `text` without what a database refuses: NUL and halves of surrogate pairs."""
    if "\x00" in text:
        text = text.replace("\x00", REPLACEMENT)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def to_json(value: object) -> str:
    """Return the JSON text of `value`, without what a database refuses."""
    try:
        encoded = _ENCODER.encode(value)
    except UnicodeEncodeError:
        return _ENCODER.encode(_cleaned(msgspec.to_builtins(value))).decode()
    if b"\\u0000" in encoded:
        encoded = _ENCODER.encode(_cleaned(msgspec.to_builtins(value)))
    return encoded.decode()


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {clean(str(key)): _cleaned(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(item) for item in value]
    return value


def _optional(convert: Processor) -> Processor:
    def processor(value: Any) -> Any:
        return None if value is None else convert(value)

    return processor


class Id(TypeDecorator[UUID]):
    """A UUID."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column's type."""
        if dialect.name == POSTGRESQL:
            return dialect.type_descriptor(Uuid())
        return dialect.type_descriptor(LargeBinary(16))

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Return how a value goes in."""
        if dialect.name == POSTGRESQL:
            return None

        def processor(value: Any) -> Any:
            return None if value is None else value.int.to_bytes(16, "big")

        return processor

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Return how a value comes out; the driver's own subclass of UUID is as good."""
        if dialect.name == POSTGRESQL:
            return None

        def processor(value: Any) -> Any:
            return None if value is None else uuid_of(value)

        return processor


class Instant(TypeDecorator[datetime]):
    """An aware instant, to the microsecond."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column's type."""
        if dialect.name == POSTGRESQL:
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(BigInteger())

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Return how a value goes in."""
        return None if dialect.name == POSTGRESQL else _optional(to_ticks)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Return how a value comes out."""
        return None if dialect.name == POSTGRESQL else _optional(from_ticks)


class Duration(TypeDecorator[timedelta]):
    """A span of time, to the microsecond."""

    impl = BigInteger
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Return how a value goes in."""
        return _optional(lambda value: value // TICK)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Return how a value comes out."""
        return _optional(lambda value: timedelta(microseconds=value))


class Words(TypeDecorator[str]):
    """Text from outside: whatever it holds, it can be stored."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Return how a value goes in."""
        return _optional(clean)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Return how a value comes out."""
        return None


class Json(TypeDecorator[Any]):
    """A JSON value of a known shape; None is NULL, never the JSON null.

    Attributes:
        shape: The type that a stored value is read as, checked on the way out.
    """

    impl = Text
    cache_ok = True

    def __init__(self, shape: Any = Any) -> None:
        super().__init__()
        self.shape = shape

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column's type."""
        if dialect.name == POSTGRESQL:
            return dialect.type_descriptor(JSONB(none_as_null=True))
        return dialect.type_descriptor(Text())

    def bind_processor(self, dialect: Dialect) -> Processor | None:
        """Return how a value goes in."""
        return _optional(to_json)

    def result_processor(self, dialect: Dialect, coltype: object) -> Processor | None:
        """Return how a value comes out."""
        return _optional(_decoder(self.shape).decode)


@cache
def _decoder(shape: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(shape)
