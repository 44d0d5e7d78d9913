"""Hostile HTML costs linear time, and ordinary HTML is not touched."""

from __future__ import annotations

import time

import nh3
import pytest

from clew.channels.email.reading.bounds import MAX_CHARACTERS, MAX_DEPTH, bounded

SIZE = 300_000
# Quadratic ones took from 3 seconds to minutes at this size; these take tenths of one.
MAX_SECONDS = 2.0

HOSTILE = {
    "unclosed blocks": "<div>",
    "unclosed formatting": "<b>",
    "formatting and paragraphs": "<b><p>",
    "links": "<a href=x><div>",
    "tables": "<table>",
    "cells without tables": "<td>",
    "ends without beginnings": "</p>",
    "ends that mean nothing": "<div></x>",
    "ends in attributes": '<div title="</div>">',
    "open quotes": '<a "',
    "assignments": "<a =\"='",
    "comments": "<!--",
    "almost comments": "<!-- >",
    "scripts": "<script>",
    "styles": "<style><div>",
    "drawings": "<svg><g>",
    "lone ampersands": "&",
    "ampersands": "&a",
    "less-than signs": "<",
    "choices": "<select><option>",
    "lists": "<ul><li>",
    "letters": "&amp;",
    "declarations": "<!doctype ",
    "plain text": "<plaintext>",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_parsed_in_linear_time(piece: str) -> None:
    hostile = piece * (SIZE // len(piece))

    began = time.process_time()
    nh3.clean(bounded(hostile))

    assert time.process_time() - began < MAX_SECONDS


@pytest.mark.parametrize(
    "hostile",
    [
        "<p " + "".join(f"a{number} " for number in range(60_000)) + ">",
        "<table>" + "x<br>" * 60_000,
        "".join(f"<b a{number}>" for number in range(20_000)) + "<p>x" * 20_000,
        "<a" + " " * SIZE,
        "<p title='" + "x" * SIZE,
    ],
    ids=["attributes", "loose in a table", "reopened", "spaces", "one value"],
)
def test_hostile_pieces_that_differ_are_parsed_in_linear_time(hostile: str) -> None:
    began = time.process_time()
    nh3.clean(bounded(hostile))

    assert time.process_time() - began < MAX_SECONDS


def test_ordinary_html_is_not_touched() -> None:
    html = "<div><p class=x>Hello <b>you</b> & me</p><script>x</script></div>" * 50

    assert bounded(html) is html


def test_large_ordinary_html_keeps_its_words_and_its_structure() -> None:
    row = '<tr><td style="color:red">one &amp; two</td><td><a href="https://a.example/?b=1&c">x</a></td></tr>'
    html = f"<html><body><table>{row * 1_000}</table><p>end"

    assert nh3.clean(bounded(html)) == nh3.clean(html)


def test_words_that_are_too_deep_are_kept() -> None:
    html = "<div>" * 5_000 + "the words" + "</div>" * 5_000

    rewritten = bounded(html)

    assert "the words" in rewritten
    assert rewritten.count("<div>") == MAX_DEPTH


def test_a_picture_inside_makes_room_for_words() -> None:
    html = f'<img src="data:image/png;base64,{"A" * MAX_CHARACTERS}"><p>the words'

    assert "the words" in bounded(html)
