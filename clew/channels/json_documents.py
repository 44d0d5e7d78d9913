"""Reading JSON that a stranger wrote: total, bounded, and clean enough to store.

`decode_object` refuses what is not a JSON object; the readers after it never fail: a member
that is missing or of another type reads as empty. So one odd message costs at most itself.
"""

import json
import math
from collections.abc import Iterator
from typing import Any

import msgspec

from clew.domain.reasons import Reason
from clew.ports.channel import JsonObject, Unparsable

# Deeper than any provider nests, far less than what exhausts the stack of a JSON writer.
MAX_DEPTH = 64
# With this few brackets a document cannot be deep enough to need a look.
FEW_BRACKETS = MAX_DEPTH
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_decode = msgspec.json.Decoder().decode


def decode_object(body: bytes) -> JsonObject:
    """Return the JSON object in `body`, with strings that every database can store.

    Raises:
        Unparsable: It is not a JSON object, or nested deeper than `MAX_DEPTH`.
    """
    document = _decode_any(body)
    if not isinstance(document, dict):
        raise Unparsable(Reason.NOT_AN_OBJECT.said())
    return document


def decode_object_or_empty(text: str | bytes) -> JsonObject:
    """Return the JSON object in `text`, or an empty one if there is none."""
    body = text.encode("utf-8", "replace") if isinstance(text, str) else text
    try:
        return decode_object(body)
    except Unparsable:
        return {}


def text_in(part: JsonObject, name: str) -> str:
    """Return a string member; a number is its digits, anything else is empty."""
    value = part.get(name)
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def object_in(part: JsonObject, name: str) -> JsonObject:
    """Return an object member, or an empty one."""
    value = part.get(name)
    return value if isinstance(value, dict) else {}


def list_in(part: JsonObject, name: str) -> list[Any]:
    """Return a list member, or an empty one."""
    value = part.get(name)
    return value if isinstance(value, list) else []


def objects_in(part: JsonObject, name: str) -> list[JsonObject]:
    """Return the objects of a list member, without whatever else is in it."""
    return [item for item in list_in(part, name) if isinstance(item, dict)]


def number_in(part: JsonObject, name: str) -> float | None:
    """Return a finite number, also when it is written as a string."""
    value = part.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def without_empty(part: JsonObject) -> JsonObject:
    """Return the members that say something."""
    return {name: value for name, value in part.items() if value not in (None, "", [], {})}


def _decode_any(body: bytes) -> Any:
    try:
        document = _decode(body)
        is_clean = b"\\u0000" not in body and b"\x00" not in body
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        document, is_clean = _decode_leniently(body), False
    if body.count(b"{") + body.count(b"[") > FEW_BRACKETS and _is_deep(document):
        raise Unparsable(Reason.NESTED_TOO_DEEPLY.said())
    return document if is_clean else _cleaned(document)


def _decode_leniently(body: bytes) -> Any:
    """Read what the strict reader refuses, such as half an emoji; it must not cost a batch."""
    try:
        return json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as problem:
        raise Unparsable(Reason.NOT_JSON.said(problem=type(problem).__name__)) from None


def _is_deep(document: Any) -> bool:
    level: list[Any] = [document]
    for _ in range(MAX_DEPTH):
        level = [child for value in level for child in _children(value)]
        if not level:
            return False
    return True


def _children(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _cleaned(value: Any) -> Any:
    """Return `value` without what databases and JSON writers refuse: NUL, half characters, NaN."""
    if isinstance(value, str):
        text = value.replace("\x00", REPLACEMENT)
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_cleaned(name): _cleaned(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
