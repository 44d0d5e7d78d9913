"""Plain text of HTML that people can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.reading.cleaning import clean
from clew.channels.email.reading.html_text import html_text
from clew.channels.email.reading.markers import Mark
from tests.channels.email.reading.vectors import VECTORS


def text(html: str) -> str:
    return "\n".join(html_text(clean(html)).lines)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>One &amp; <b>two</b></p><p>three</p>", "One & two\n\nthree"),
        ("<div>One</div><div><br></div><div>two</div>", "One\n\ntwo"),
        ("One<br>two<br><br>three", "One\ntwo\n\nthree"),
        ("a\n  b\t c", "a b c"),
        ("<b>a</b> <i>b</i>", "a b"),
        ("a&nbsp;&nbsp;b", "a  b"),
        ("<ul><li>one</li><li>two<ol start=3><li>a</li><li>b</li></ol></li></ul>",
         "- one\n- two\n  3. a\n  4. b"),
        ("<h1>Title</h1>text", "Title\n\ntext"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
         "a | b\nc | d"),
        ("<table><tr><td><p>a</p></td><td><p>b</p></td></tr><tr><td><p>c</p></td></tr></table>",
         "a | b\nc"),
        ("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
        ('<div style="white-space:pre-wrap">a\n b</div>', "a\n b"),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n>\n> > b\n\nc"),
        ('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">a</blockquote>', "a"),
        ('<a href="https://a.example/b">here</a>', "here <https://a.example/b>"),
        ('<a href="https://a.example/b">a.example/b</a>', "a.example/b"),
        ('<a href="mailto:ana@a.example">ana@a.example</a>', "ana@a.example"),
        ('<a href="mailto:ana@a.example">Ana</a>', "Ana <ana@a.example>"),
        ('<a href="tel:123">call</a>', "call"),
        ('<a href="https://a.example/b"><img src=x></a>', ""),
        ('<img alt="A cat" src="cid:1">', "[A cat]"),
        ('<div style="display:none">unseen <b>x</b></div>seen', "seen"),
        ('<span style="font-size:0px;max-height:0">unseen</span>seen', "seen"),
        ("<style>p{}</style><title>t</title><script>x</script>seen", "seen"),
        ("1 &lt; 2 &amp;amp; 3", "1 < 2 &amp; 3"),
        ("a<hr>b", "a\n" + "_" * 32 + "\nb"),
        ("<p class=MsoNormal>a</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>b</p>", "a\n\nb"),
        ('<p style="margin:0">a</p><p style="margin:0">b</p>', "a\nb"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\nb"),
        ("-- <br>Ana", "-- \nAna"),
    ],
)  # fmt: skip
def test_html_reads_like_text(html: str, shown: str) -> None:
    assert text(html) == shown


def test_a_long_address_is_shown_by_its_host() -> None:
    html = f'<a href="https://a.example/{"x" * 400}">here</a>'

    assert text(html) == "here <https://a.example/…>"


def test_marks_name_their_lines() -> None:
    found = html_text(clean("<p>own</p><div class=moz-cite-prefix>On … wrote:</div><blockquote>x"))

    assert [(hint.mark, found.lines[hint.start : hint.end]) for hint in found.hints] == [
        (Mark.ATTRIBUTION, ["", "On … wrote:"])
    ]


def test_the_line_that_outlook_draws_is_a_boundary() -> None:
    html = (
        "<p class=MsoNormal>own</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;"
        "padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Ana</p></div>"
    )

    hints = html_text(clean(html)).hints

    assert [hint.mark for hint in hints] == [Mark.BOUNDARY]
    assert hints[0].start == 1


@given(st.lists(st.sampled_from([*VECTORS, "<p>", "</div>", "<blockquote>", "a ", "<td>"])))
def test_any_html_has_a_text(pieces: list[str]) -> None:
    found = html_text(clean("".join(pieces)))

    assert all(0 <= hint.start < hint.end <= len(found.lines) for hint in found.hints)
    assert all("\n" not in line for line in found.lines)
