"""A mail as a person reads it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.reading import FoldKind, read


def test_plain_text_is_the_body_and_html_is_cleaned_beside_it() -> None:
    reading = read("Hello\r\n", "<p onclick=x>Hello</p>")

    assert reading.body == reading.reply == "Hello"
    assert reading.html == "<p>Hello</p>"
    assert reading.folds == ()


def test_html_alone_is_read_as_text() -> None:
    reading = read("", "<p>Hello</p><p>Ana</p>")

    assert reading.body == "Hello\n\nAna"


@pytest.mark.parametrize(
    "dummy",
    [
        "",
        " \n",
        "Your mail program does not support HTML.",
        "Twój program pocztowy nie obsługuje HTML",
        "Ihr E-Mail-Programm unterstützt kein HTML.",
        "Please view this email in a browser",
    ],
)
def test_a_plain_text_that_says_nothing_gives_way(dummy: str) -> None:
    assert read(dummy, "<p>The words</p>").body == "The words"


def test_it_stays_where_the_html_says_nothing_either() -> None:
    assert read("HTML email", "<script>x</script>").body == "HTML email"


def test_nothing_is_lost() -> None:
    reading = read("Yes.\n\n-- \nAna\n\nOn 8.06.2025 22:59, Jan wrote:\n> Shall we?", "")

    assert reading.reply == "Yes."
    assert "Shall we?" in reading.body
    assert [reading.body[fold.start : fold.end].split("\n")[0] for fold in reading.folds] == [
        "-- ",
        "On 8.06.2025 22:59, Jan wrote:",
    ]
    assert [fold.kind for fold in reading.folds] == [FoldKind.SIGNATURE, FoldKind.QUOTE]


@given(st.text(), st.text())
def test_any_texts_are_read(text: str, html: str) -> None:
    reading = read(text, html)

    words = iter(reading.body.split())
    assert all(word in words for word in reading.reply.split())
    assert bool(reading.reply) == bool(reading.body.strip())


HOSTILE = [
    *(">", "> q\nown\n", ":\n", "From: x\n", "On 8.06.2025 22:59 wrote:\n", "-- \n"),
    *("<a@b.c>:\n", "Sent from my iPhone\n", "is confidential and\n\n", "\u200c ", " \n"),
    *("_", "a@", "1.1.20 "),
]


def _seconds(text: str) -> float:
    began = time.process_time()
    read(text, "")
    return time.process_time() - began


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    """Twice as much takes about twice as long; what is quadratic would take four times."""
    seconds = [
        min(_seconds(piece * (size // len(piece))) for _ in range(2)) for size in (100_000, 200_000)
    ]

    assert seconds[1] < 3 * seconds[0] + 0.3
