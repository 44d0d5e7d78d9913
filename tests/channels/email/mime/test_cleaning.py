"""What cannot be stored or shown is gone, and nothing else."""

from __future__ import annotations

from clew.channels.email.mime.cleaning import clean_line, clean_name, clean_text


def test_lines_end_in_a_line_feed() -> None:
    assert clean_text("a\r\nb\rc\u2028d\x00\x1b[1m\te") == "a\nb\nc\nd[1m\te"


def test_a_line_has_single_blanks() -> None:
    assert clean_line(" a\r\n\tb\x00  c\ud800 ") == "a b c"


def test_a_name_reads_as_it_is_written() -> None:
    assert clean_name("a\u202eb\u2066c") == "abc"
