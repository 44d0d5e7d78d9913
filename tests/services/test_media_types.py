"""What a file is, by its first bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.services.media_types import ACTIVE, UNKNOWN, media_type_of

OFFICE = "application/vnd.openxmlformats-officedocument"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"%PDF-1.7", "application/pdf"),
        (b"OggS\x00", "audio/ogg"),
        (b"ID3\x04", "audio/mpeg"),
        (b"#!AMR\n", "audio/amr"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
        (b"\x00\x00\x00\x18ftypM4A ", "audio/mp4"),
        (b"\x00\x00\x00\x18ftyp3gp4", "video/3gpp"),
        (b"\x00\x00\x00\x18ftypheic", "image/heic"),
        (b"\x1aE\xdf\xa3", "video/webm"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"word/", f"{OFFICE}.wordprocessingml.document"),
        (b"PK\x03\x04" + b"\x00" * 26 + b"readme", "application/zip"),
        ("zażółć gęślą jaźń\n".encode(), "text/plain"),
        (b"", UNKNOWN),
        (b"\x00\x01\x02\x03", UNKNOWN),
    ],
)  # fmt: skip
def test_a_file_is_what_it_begins_with(head: bytes, expected: str) -> None:
    assert media_type_of(head) == expected


@pytest.mark.parametrize(
    "head",
    [
        b"<html><body>",
        b"  <!DOCTYPE html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
        b"<?xml version='1.0'?><x/>",
        b"\xef\xbb\xbf<script>alert(1)</script>",
        b"GIF has nothing to do with it <script>",
        b"text, then <HTML>",
    ],
)
def test_what_a_browser_could_run_is_only_bytes(head: bytes) -> None:
    assert media_type_of(head, "photo.png") == UNKNOWN


def test_the_name_chooses_between_kinds_of_text_and_nothing_else() -> None:
    assert media_type_of(b"a,b\n1,2\n", "list.csv") == "text/csv"
    assert media_type_of(b"a,b\n1,2\n", "list.html") == "text/plain"
    assert media_type_of(b"\xff\xd8\xff", "list.csv") == "image/jpeg"


def test_a_character_cut_in_two_is_still_text() -> None:
    assert media_type_of("żółw".encode()[:-1] + "ó".encode()[:1]) == "text/plain"


@given(st.binary(max_size=200), st.text(max_size=20))
def test_no_bytes_and_no_name_make_anything_that_runs(head: bytes, name: str) -> None:
    assert media_type_of(head, name) not in ACTIVE
