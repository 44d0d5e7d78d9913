import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.json_documents import (
    MAX_DEPTH,
    decode_object,
    decode_object_or_empty,
    list_in,
    number_in,
    object_in,
    objects_in,
    text_in,
    without_empty,
)
from clew.ports.channel import Unparsable

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), ANY_JSON))
def test_whatever_is_decoded_can_be_stored(document: dict[str, Any]) -> None:
    """Neither NUL nor half characters nor NaN: databases and JSON writers refuse them."""
    decoded = decode_object(json.dumps(document).encode())

    stored = json.dumps(decoded, allow_nan=False, ensure_ascii=False).encode()
    assert b"\\u0000" not in stored


@given(st.binary())
def test_any_bytes_are_an_object_or_are_refused(body: bytes) -> None:
    with suppress(Unparsable):
        assert isinstance(decode_object(body), dict)


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b'"text"', b"{", b"\xff\xfe", b"{'a': 1}"])
def test_what_is_no_json_object_is_refused(body: bytes) -> None:
    with pytest.raises(Unparsable):
        decode_object(body)

    assert decode_object_or_empty(body) == {}


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 5_000, 200_000])
def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack(depth: int) -> None:
    body = b'{"a":' * depth + b"1" + b"}" * depth

    with pytest.raises(Unparsable):
        decode_object(body)


def test_many_brackets_side_by_side_are_not_deep() -> None:
    body = json.dumps({"items": [[1]] * 1_000}).encode()

    assert len(decode_object(body)["items"]) == 1_000


def test_half_an_emoji_costs_only_itself() -> None:
    decoded = decode_object(b'{"a": "so \\ud83d sad", "b": "fine \\ud83d\\ude00"}')

    assert decoded == {"a": "so \N{REPLACEMENT CHARACTER} sad", "b": "fine \N{GRINNING FACE}"}


def test_a_nul_is_replaced_also_in_names() -> None:
    assert decode_object(b'{"a\\u0000": ["\\u0000"]}') == {"a\ufffd": ["\ufffd"]}


@given(ANY_JSON)
def test_readers_never_fail_and_keep_their_types(value: Any) -> None:
    part = {"it": value}

    assert isinstance(text_in(part, "it"), str)
    assert isinstance(object_in(part, "it"), dict)
    assert isinstance(list_in(part, "it"), list)
    assert all(isinstance(item, dict) for item in objects_in(part, "it"))
    number = number_in(part, "it")
    assert number is None or abs(number) < float("inf")


def test_a_missing_member_reads_as_empty() -> None:
    empty = (text_in({}, "a"), object_in({}, "a"), list_in({}, "a"), number_in({}, "a"))

    assert empty == ("", {}, [], None)


def test_an_id_written_as_a_number_keeps_its_digits() -> None:
    assert text_in({"id": 12345678901234567890}, "id") == "12345678901234567890"


def test_zero_and_false_are_not_empty() -> None:
    assert without_empty({"a": 0, "b": False, "c": "", "d": None, "e": []}) == {"a": 0, "b": False}
