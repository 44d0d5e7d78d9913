"""The composer's marks become elements, and nothing else does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.writing.markup import as_html, image_ids, without_images

TAGS = ["p", "br", "strong", "em", "s", "code", "ul", "ol", "li", "blockquote", "a", "img"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p>\n<p>three</p>"),
        (
            "*bold* and _slanted_ and ~gone~",
            "<p><strong>bold</strong> and <em>slanted</em> and <s>gone</s></p>",
        ),
        ("**bold**", "<p><strong>bold</strong></p>"),
        ("snake_case_name and 2*3*4", "<p>snake_case_name and 2*3*4</p>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("3. three\n4. four", '<ol start="3"><li>three</li><li>four</li></ol>'),
        ("- No, said Anna.", "<p>- No, said Anna.</p>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("<script>", "<p>&lt;script&gt;</p>"),
        (
            "See https://shop.example/a?b=1&c=2.",
            '<p>See <a href="https://shop.example/a?b=1&amp;c=2">https://shop.example/a?b=1&amp;c=2</a>.</p>',
        ),
        ("www.shop.example", '<p><a href="https://www.shop.example">www.shop.example</a></p>'),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
    ],
)
def test_marks_become_elements(text: str, html: str) -> None:
    assert as_html(text) == html


def test_quotes_are_set_apart() -> None:
    assert re.fullmatch(r"<blockquote [^>]+>one<br>two</blockquote>", as_html("> one\n>two"))


@given(st.text(max_size=400))
def test_only_our_own_elements_come_out(text: str) -> None:
    for tag in re.findall(r"<[^>]*>", as_html(text)):
        assert re.fullmatch(r"</?(\w+)( (href|start|style|src|alt)=\"[^\"<>]*\")*>", tag)
        assert re.findall(r"\w+", tag)[0] in TAGS


@given(st.text(max_size=2_000, alphabet="*_~`[]()!-> \nahtps:/"))
def test_hostile_marks_end(text: str) -> None:
    as_html(text)


def test_long_texts_are_quick() -> None:
    for text in (
        "*a " * 5_000,
        "_" * 10_000,
        "`" * 10_000,
        "![" * 5_000,
        "> " * 5_000,
        "- a\n" * 2_500,
    ):
        assert as_html(text)


def test_images_are_shown_only_when_they_are_there() -> None:
    text = "a ![plan](attachment:0192-a) b ![](attachment:0192-b)"

    assert image_ids(text) == ("0192-a", "0192-b")
    assert without_images(text) == "a [plan] b [image]"
    html = as_html(text, {"0192-a": "cid:x@y"})
    assert '<img src="cid:x@y" alt="plan"' in html
    assert "[image]" in html
