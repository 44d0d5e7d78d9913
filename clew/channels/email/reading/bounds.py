"""HTML that a parser takes in linear time.

The algorithm of HTML looks along the open elements for many a tag, reopens formatting in every
paragraph, moves what stands loose in a table before it, and compares the attributes of a tag with
each other: quadratic on hostile input (200,000 unclosed `<div>` took two minutes). So what is
large is first written anew: the same text and tags, but no deeper, no more heavily formatted and
with no more attributes than mail has. Small input passes as it is.

No element is written whose content is read by other rules, and nothing stands loose in a table,
so the parser sees exactly what was counted here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clew.channels.email.reading.markup import Tag, Text, tokens
from clew.channels.email.reading.names import names

MAX_CHARACTERS = 1_500_000
MAX_DEPTH = 120
MAX_FORMATTING = 30
# What may be quadratic below these takes tenths of a second.
_FEW_TAGS = 5_000
_FEW_AMPERSANDS = 5_000
_SMALL = 200_000
# Formatting is reopened in every paragraph: so many elements may that make in all.
_MAX_REOPENED = 500_000
# A parser copies a text for every `&` in it, so a comment parts one that has many.
_AMPERSANDS_IN_TEXT = 500
_PART = "<!---->"
_DATA = re.compile(r"data:[a-zA-Z0-9/.+;=-]{1,80},[^\"'\s>)]*")
_NO_TAG = re.compile(r"<(?![a-zA-Z/!?])")


_FORMATTING = names("a b big code em font i nobr s small strike strong tt u")
_VOID = names("br hr img col wbr")
# A new one ends the one before it, so they don't grow deeper when left open.
_ENDED_BY_NEXT = names("p li td th tr tbody thead tfoot dd dt colgroup")
_CELLS = names("td th caption")
_ROWS = names("tr tbody thead tfoot colgroup col")
_KNOWN = (
    _FORMATTING
    | _VOID
    | _ENDED_BY_NEXT
    | names(
        "div span h1 h2 h3 h4 h5 h6 ul ol dl table caption blockquote pre center address article",
        "aside footer header main nav section figure figcaption sub sup q cite del ins mark abbr",
        "kbd samp var time",
    )
)


def bounded(html: str) -> str:
    """Return HTML that means the same to a reader and costs a parser linear time.

    Beyond `MAX_CHARACTERS` pictures inside it are left out, and then it is cut. The mail as
    received stays in store.
    """
    if len(html) > MAX_CHARACTERS:
        html = _DATA.sub("data:,", html)[:MAX_CHARACTERS]
    tags = html.count("<")
    if len(html) < _SMALL and tags < _FEW_TAGS and html.count("&") < _FEW_AMPERSANDS:
        return html
    html = _NO_TAG.sub("&lt;", html)
    return "".join(_rewritten(html, _Balance(tags)))


def _rewritten(html: str, balance: _Balance) -> Iterator[str]:
    ampersands = 0
    for token in tokens(html):
        if not isinstance(token, Text):
            if token.name in _KNOWN:
                yield balance.closing(token.name) if token.closing else balance.opening(token)
            continue
        if token.text.strip():
            yield balance.cell_for_content()
        for piece in _parted(token.text):
            ampersands += piece.count("&")
            yield piece
            if ampersands > _AMPERSANDS_IN_TEXT:
                ampersands = 0
                yield _PART


def _parted(text: str) -> Iterator[str]:
    """Yield a text in pieces of few `&`; bare ones are written as entities."""
    if text.count("&") <= _AMPERSANDS_IN_TEXT:
        yield text
        return
    pieces = text.split("&")
    yield pieces[0]
    for begin in range(1, len(pieces), _AMPERSANDS_IN_TEXT):
        yield "".join(map(_entity, pieces[begin : begin + _AMPERSANDS_IN_TEXT]))


def _entity(piece: str) -> str:
    return f"&{piece}" if piece[:1].isalnum() or piece[:1] == "#" else f"&amp;{piece}"


class _Balance:
    """What is open so far: at least as much as a parser could have open."""

    def __init__(self, tags: int) -> None:
        self.opened: Counter[str] = Counter()
        self.depth = 0
        self.formatting = 0
        self.most_formatting = max(3, min(MAX_FORMATTING, _MAX_REOPENED // (tags + 1)))
        self.lacks_cell = False

    def opening(self, tag: Tag) -> str:
        """Return a tag as it may begin an element here, or nothing."""
        name = tag.name
        if name not in _VOID and name not in _ENDED_BY_NEXT and not self._counts(name):
            return ""
        cell = ""
        if name in _CELLS:
            self.lacks_cell = False
        elif name in _ROWS:
            self.lacks_cell = True
        else:
            cell = self.cell_for_content()
            self.lacks_cell = name == "table"
        return f"{cell}<{name}{tag.attributes}>"

    def _counts(self, name: str) -> bool:
        is_formatting = name in _FORMATTING
        if self.depth >= MAX_DEPTH or (is_formatting and self.formatting >= self.most_formatting):
            return False
        self.opened[name] += 1
        self.depth += 1
        self.formatting += is_formatting
        return True

    def closing(self, name: str) -> str:
        """Return the tag that ends an element, or nothing where none can be open."""
        if name not in _ENDED_BY_NEXT:
            if not self.opened[name]:
                return ""
            self.opened[name] -= 1
            self.depth -= 1
            self.formatting -= name in _FORMATTING
        if name in _CELLS or name in _ROWS:
            self.lacks_cell = True
        elif name == "table":
            self.lacks_cell = False
        return f"</{name}>"

    def cell_for_content(self) -> str:
        """Return the tag of the cell that content needs where it would stand loose."""
        if not self.lacks_cell:
            return ""
        self.lacks_cell = False
        return "<td>"
