"""Everything that is said is shown, and nothing twice."""

from __future__ import annotations

from clew.channels.email.mime.pieces import Piece, one_after_another, one_of


def test_texts_follow_one_another() -> None:
    assert one_after_another([Piece("a"), Piece(), Piece("b")]) == Piece("a\nb")


def test_a_text_without_its_html_is_shown_within_the_html() -> None:
    together = one_after_another([Piece("a", "<p>a</p>"), Piece("b < c\nd")])

    assert together.text == "a\nb < c\nd"
    assert together.html == "<p>a</p>\n<div>b &lt; c<br>\nd</div>"


def test_html_without_its_text_leaves_no_half_text() -> None:
    assert one_after_another([Piece("before"), Piece(html="<p>x y z</p>")]).text == ""


def test_two_forms_of_one_text_are_one_text() -> None:
    plain, shown = Piece("Where is my order?"), Piece(html="<p>Where is my <b>order</b>?</p>")

    assert one_after_another([plain, shown]) == Piece(plain.text, shown.html)


def test_of_alternatives_the_first_plain_and_the_last_html_count() -> None:
    pieces = [Piece(" "), Piece("a"), Piece(html="<i>b</i>"), Piece(html="<b>c</b>")]

    assert one_of(pieces) == Piece("a", "<b>c</b>")


def test_words_that_stand_in_are_kept_aside() -> None:
    assert one_of([Piece(stand_in="meeting")]).stand_in == "meeting"
    assert one_after_another([Piece("a"), Piece(stand_in="meeting")]).stand_in == "meeting"
