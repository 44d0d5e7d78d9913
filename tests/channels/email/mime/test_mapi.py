"""Properties are read in all their kinds."""

from __future__ import annotations

import struct

from clew.channels.email.mime.mapi import read_properties
from tests.channels.email.mime.envelopes import properties


def test_texts_and_bytes_are_returned() -> None:
    data = properties(
        (0x1E, 1, b"abc\0"), (0x1F, 2, "ż\0".encode("utf-16-le")), (0x102, 3, b"\1\2")
    )

    assert read_properties(data) == {1: b"abc\0", 2: "ż\0".encode(), 3: b"\1\2"}


def test_numbers_and_names_are_passed_over() -> None:
    number = struct.pack("<HHI", 3, 5, 7)
    named = struct.pack("<HH16sII", 0x1E, 0x8001, b"", 0, 9) + struct.pack("<II4s", 1, 4, b"text")
    worded = struct.pack("<HH16sII4s", 0x1E, 0x8002, b"", 1, 2, b"n") + struct.pack(
        "<II4s", 1, 4, b"more"
    )

    assert read_properties(struct.pack("<I", 3) + number + named + worded) == {
        0x8001: b"text",
        0x8002: b"more",
    }


def test_what_ends_early_is_read_as_far_as_it_goes() -> None:
    data = properties((0x1E, 1, b"abcd"), (0x1E, 2, b"efgh"))

    assert read_properties(data[:-2]) == {1: b"abcd"}
    assert read_properties(struct.pack("<IHH", 1, 0x77, 1)) == {}
    assert read_properties(b"") == {}
