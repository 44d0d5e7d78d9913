"""Files in the middle of a text are taken out, words that look like one are not."""

from __future__ import annotations

from clew.channels.email.mime.uuencoded import decode_lines, take_out


def test_a_file_is_taken_out() -> None:
    text = b"See:\nbegin 644 cat.txt\n#0V%T\n`\nend\nBye\n"

    assert take_out(text) == (b"See:\n\nBye\n", ((b"cat.txt", b"Cat"),))


def test_a_sentence_that_begins_so_is_a_sentence() -> None:
    text = b"begin 644 times\nthen we go on\nend\n"

    assert take_out(text) == (text, ())


def test_a_file_that_never_ends_is_read_to_the_end() -> None:
    assert take_out(b"begin 644 c\n#0V%T\n")[1] == ((b"c", b"Cat"),)


def test_broken_lines_are_left_out() -> None:
    assert decode_lines(b"#0V%T\n\xff\xff\n#0V%T~~~\n") == b"CatCat"
