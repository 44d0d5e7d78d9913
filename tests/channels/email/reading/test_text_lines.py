"""Lines as a page is set."""

from __future__ import annotations

from clew.channels.email.reading.text_lines import TextLines


def test_a_break_is_made_when_the_next_word_comes() -> None:
    lines = TextLines()
    lines.write("one")
    lines.ask_break(2)
    lines.ask_break(1)
    lines.write("two")
    lines.ask_break(2)

    assert lines.finished() == ["one", "", "two"]


def test_spaces_between_pieces_are_not_doubled() -> None:
    lines = TextLines()
    for piece in (" ", "one ", " two", " ", " three "):
        lines.write(piece)

    assert lines.finished() == ["one two three"]


def test_no_more_than_two_lines_are_left_blank() -> None:
    lines = TextLines()
    lines.end_line()
    lines.write("one")
    for _ in range(5):
        lines.end_line()
    lines.write("two")

    assert lines.finished() == ["one", "", "", "two"]


def test_quotations_carry_their_sign() -> None:
    lines = TextLines()
    lines.quoted = 1
    lines.write("one")
    lines.ask_break(2)
    lines.quoted = 2
    lines.write("two")

    assert lines.finished() == ["> one", ">", "> > two"]


def test_the_place_of_the_next_line_counts_the_one_that_is_written() -> None:
    lines = TextLines()
    before = lines.place
    lines.write("one")

    assert (before, lines.place) == (0, 1)
