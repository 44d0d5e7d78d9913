"""Folds of a body: whole lines, in order, and never all of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.reading.folding import fold, unfolded
from clew.channels.email.reading.folds import FoldKind

PIECES = """
Yes.
> quoted
Ana
Sent from my iPhone
-----Original Message-----
---------- Forwarded message ---------
On 8.06.2025 22:59, Ana wrote:
This message is confidential and secret.
From: a
To: b
Subject: c
________________________________
"""
LINES = st.lists(st.sampled_from(["-- ", *PIECES.split("\n")]))


@given(LINES)
def test_folds_are_in_order_and_apart(lines: list[str]) -> None:
    body = "\n".join(lines)

    folds = fold(lines)

    places = [place for span in folds for place in (span.start, span.end)]
    assert places == sorted(places)
    assert all(span.start < span.end <= len(body) for span in folds)


@given(LINES)
def test_a_mail_with_words_never_reads_as_blank(lines: list[str]) -> None:
    body = "\n".join(lines)

    assert bool(unfolded(body, fold(lines))) == bool(body.strip())


@given(LINES)
def test_what_is_read_stands_in_the_body_in_this_order(lines: list[str]) -> None:
    body = "\n".join(lines)

    words = iter(body.split())

    assert all(word in words for word in unfolded(body, fold(lines)).split())


def test_a_forwarded_mail_without_own_words_is_shown() -> None:
    lines = ["---------- Forwarded message ---------", "From: Ana", "", "Hello"]

    assert fold(lines) == ()


def test_a_forwarded_mail_below_own_words_is_folded() -> None:
    lines = ["See this.", "", "---------- Forwarded message ---------", "From: Ana", "", "Hello"]

    assert [span.kind for span in fold(lines)] == [FoldKind.FORWARD]
