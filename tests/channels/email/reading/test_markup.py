"""Tags and text as the tokenizer of browsers finds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.channels.email.reading.markup import Tag, Text, tokens


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("a<b>c", [Text("a"), Tag("b", False, ""), Text("c")]),
        ("</P >", [Tag("p", True, "")]),
        ("<a href='x>y' b=c d>", [Tag("a", False, ' href="x>y" b="c" d=""')]),
        ("<a b='\"'>", [Tag("a", False, ' b="&quot;"')]),
        ("<br/>x", [Tag("br", False, ""), Text("x")]),
        ("1 < 2", [Text("1 "), Text("&lt;"), Text(" 2")]),
        ("a<!-- <b> -->c", [Text("a"), Text("c")]),
        ("<!-->a", [Text("a")]),
        ("<![if x]>a<?b?>", [Text("a")]),
        ("<script>a<b></SCRIPT >c", [Text("c")]),
        ("<script>a", [Text("a")]),
        ("<a b='c", []),
    ],
)
def test_pieces_are_found_as_browsers_find_them(html: str, found: list[Text | Tag]) -> None:
    assert list(tokens(html)) == found


@given(st.text(alphabet="<>/ab=\"'& -!?\n"))
def test_any_text_has_pieces(html: str) -> None:
    for token in tokens(html):
        assert isinstance(token, Text | Tag)
