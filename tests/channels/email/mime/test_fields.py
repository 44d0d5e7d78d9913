"""Headers are split where programs meant it."""

from __future__ import annotations

import pytest

from clew.channels.email.mime.fields import read_fields


def pairs(raw: bytes) -> tuple[list[tuple[str, bytes]], bytes]:
    fields, place = read_fields(raw, 0, len(raw), 1_000)
    return list(fields.pairs), raw[place:]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_folded_lines_are_one_value(end: bytes) -> None:
    raw = end.join([b"A: b", b"\tc", b" d", b"E : f", b"", b"text"])

    assert pairs(raw) == ([("A", b"b c d"), ("E", b"f")], b"text")


def test_a_line_that_is_no_field_ends_the_header_unless_fields_follow() -> None:
    assert pairs(b"A: b\nno field\nC: d\n\ntext") == ([("A", b"b"), ("C", b"d")], b"text")
    assert pairs(b"A: b\nDear all,\nthis is text") == ([("A", b"b")], b"Dear all,\nthis is text")


def test_the_envelope_line_of_an_archive_is_no_field() -> None:
    assert pairs(b"From ana Mon Jun\nA: b\n\nx") == ([("A", b"b")], b"x")


def test_fields_beyond_the_limit_are_left_out_and_the_text_is_still_found() -> None:
    assert pairs(b"A: b\n" + b"C: d\n" * 900 + b"\ntext")[1] == b"text"
    assert pairs(b"A: b\r\n" + b"C: d\r\n" * 900 + b"\r\ntext")[1] == b"text"
    assert pairs(b"A: " + b"b" * 5_000 + b"\n\ntext")[1] == b"text"
    assert pairs(b"C: d\n" * 900)[1] == b""


def test_fields_are_found_by_any_case() -> None:
    fields, _ = read_fields(b"Received: \nreceived: b\n", 0, 25, 1_000)

    assert fields.every("RECEIVED") == (b"", b"b")
    assert (fields.first("Received"), fields.first("To")) == (b"b", b"")
