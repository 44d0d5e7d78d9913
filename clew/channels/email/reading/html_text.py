"""Plain text of cleaned HTML, line by line, with what its markup says of each part.

It reads what `cleaning` wrote: every tag is closed, every value is in double quotes, and `<`
begins nothing but a tag. So one pass over the tags is exact, and text and picture of a mail come
from the same tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from clew.channels.email.reading.addresses import says
from clew.channels.email.reading.css import HIDDEN
from clew.channels.email.reading.markers import MARKS, Mark
from clew.channels.email.reading.names import names
from clew.channels.email.reading.text_lines import TextLines

MAX_LINK_IN_TEXT = 300
MAX_INDENT = 8
RULE = "_" * 32
_BULLETS = 0
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)")
_MARK = re.compile(r' (?:class|id)="([^"]+)"')
_HREF = re.compile(r' href="([^"]+)"')
_ALT = re.compile(r' alt="([^"]+)"')
_START = re.compile(r' start="(\d{1,6})"')
_NO_MARGIN = re.compile(r"margin(?:-bottom|-top)?:0(?![1-9.])")
# Outlook draws a line over the heads of the mail that it quotes.
_RULE_ABOVE = re.compile(r"border-top:solid #?\w+ 1\.0pt;padding:3\.0pt 0")
# Gmail indents with a quotation that has no border.
_INDENT = re.compile(r"margin:0(?:px)? 0(?:px)? 0(?:px)? 40px;border:none")
_SPACES = re.compile(r"[ \t\n\r\f]+")

_PARAGRAPHS = names("p h1 h2 h3 h4 h5 h6 table figure dl")
_VOID = names("br hr img col wbr")
_BLOCKS = _PARAGRAPHS | names(
    "div tr center address article aside footer header main nav section figcaption dt dd caption",
    "blockquote ul ol pre li",
)


@dataclass(frozen=True, slots=True)
class Hint:
    """What the markup says of some lines: `start` up to, not including, `end`."""

    mark: Mark
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HtmlText:
    """The lines that HTML shows."""

    lines: Sequence[str]
    hints: Sequence[Hint]


def html_text(cleaned: str) -> HtmlText:
    """Return the text of HTML that `cleaning.clean` returned."""
    reader = _Reader()
    for slash, name, attributes, text in _TOKEN.findall(cleaned):
        if text:
            reader.text(text)
        elif slash:
            reader.end(name)
        else:
            reader.begin(name, attributes)
    lines = reader.lines.finished()
    return HtmlText(lines, [hint for hint in reader.hints if hint.start < hint.end])


class _Reader:
    """Where a pass over the tags stands.

    Attributes:
        depth: How many elements are open.
        hidden_from: The depth of the element that hides all in it, or 0.
        tight: The depths of open paragraphs that leave no blank line.
        closers: What is to be undone where open elements end, the innermost last.
    """

    def __init__(self) -> None:
        self.lines = TextLines()
        self.hints: list[Hint] = []
        self.depth = 0
        self.hidden_from = 0
        self.lists: list[int] = []
        self.rows: list[int] = []
        self.tight: list[int] = []
        self.closers: list[tuple[int, Callable[[], object]]] = []
        self.is_fresh_cell = False
        self.is_row_joined = False

    def text(self, text: str) -> None:
        if self.hidden_from:
            return
        if "&" in text:
            text = text.replace("&nbsp;", "\xa0").replace("&lt;", "<").replace("&gt;", ">")
            text = text.replace("&quot;", '"').replace("&amp;", "&")
        if self.lines.is_set:
            self._set_text(text)
            return
        if "\n" in text or "  " in text or "\t" in text:
            text = _SPACES.sub(" ", text)
        if text != " ":
            self.is_fresh_cell = False
        self.lines.write(text)

    def _set_text(self, text: str) -> None:
        first, *others = text.replace("\t", "    ").split("\n")
        if first:
            self.lines.write(first)
        for line in others:
            self.lines.end_line()
            if line:
                self.lines.write(line)

    def begin(self, name: str, attributes: str) -> None:
        if name in _VOID:
            if not self.hidden_from:
                self._void(name, attributes)
            return
        self.depth += 1
        if self.hidden_from:
            return
        if attributes and HIDDEN in attributes:
            self.hidden_from = self.depth
        else:
            self._visible(name, attributes)

    def _visible(self, name: str, attributes: str) -> None:
        mark = self._mark(attributes) if attributes else None
        if name in _BLOCKS:
            self._block(name, mark, attributes)
        if mark and mark is not Mark.TIGHT:
            self._hint(mark)
        if action := _BEGINNINGS.get(name):
            action(self, attributes)
        elif attributes and "white-space:pre" in attributes:
            _begin_set(self, attributes)

    def _block(self, name: str, mark: Mark | None, attributes: str) -> None:
        is_apart = name in _PARAGRAPHS
        if is_apart and attributes and (mark is Mark.TIGHT or _NO_MARGIN.search(attributes)):
            self.tight.append(self.depth)
            is_apart = False
        if not self.is_fresh_cell:
            self.lines.ask_break(2 if is_apart else 1)

    def end(self, name: str) -> None:
        depth = self.depth
        self.depth = depth - 1
        if self.hidden_from:
            if depth == self.hidden_from:
                self.hidden_from = 0
            return
        while self.closers and self.closers[-1][0] == depth:
            self.closers.pop()[1]()
        if self.tight and self.tight[-1] == depth:
            self.tight.pop()
            self.lines.ask_break(1)
        elif name in _BLOCKS:
            self.lines.ask_break(2 if name in _PARAGRAPHS else 1)

    def at_end(self, undo: Callable[[], object]) -> None:
        """Do something where the element ends that has just begun."""
        self.closers.append((self.depth, undo))

    def _void(self, name: str, attributes: str) -> None:
        if name == "br":
            self.is_fresh_cell = False
            self.lines.end_line()
        elif name == "hr":
            self.lines.ask_break(1)
            self.lines.write(RULE)
            self.lines.ask_break(1)
        elif name == "img" and (found := _ALT.search(attributes)):
            self.text(f"[{found[1]}]")

    def _mark(self, attributes: str) -> Mark | None:
        if found := _MARK.search(attributes):
            return MARKS[found[1].partition(" ")[0]]
        return Mark.BOUNDARY if _RULE_ABOVE.search(attributes) else None

    def _hint(self, mark: Mark) -> None:
        start = self.lines.place
        self.at_end(lambda: self.hints.append(Hint(mark, start, self.lines.place)))


def _begin_quote(reader: _Reader, attributes: str) -> None:
    if _INDENT.search(attributes):
        return
    lines = reader.lines
    lines.ask_break(2)
    lines.quoted += 1

    def undo() -> None:
        lines.ask_break(2)
        lines.quoted -= 1

    reader.at_end(undo)


def _begin_set(reader: _Reader, _: str) -> None:
    lines = reader.lines
    if lines.is_set:
        return
    lines.ask_break(1)
    lines.is_set = True

    def undo() -> None:
        lines.ask_break(1)
        lines.is_set = False

    reader.at_end(undo)


def _begin_list(reader: _Reader, attributes: str) -> None:
    reader.lines.ask_break(1 if reader.lists else 2)
    found = _START.search(attributes)
    reader.lists.append(int(found[1]) if found else 1)
    reader.at_end(lambda: _end_list(reader))


def _begin_bullets(reader: _Reader, _: str) -> None:
    reader.lines.ask_break(1 if reader.lists else 2)
    reader.lists.append(_BULLETS)
    reader.at_end(lambda: _end_list(reader))


def _end_list(reader: _Reader) -> None:
    reader.lists.pop()
    reader.lines.ask_break(1 if reader.lists else 2)


def _begin_item(reader: _Reader, _: str) -> None:
    number = reader.lists[-1] if reader.lists else _BULLETS
    if number != _BULLETS:
        reader.lists[-1] += 1
    indent = "  " * min(len(reader.lists) - 1, MAX_INDENT)
    reader.lines.lead = f"{indent}{'-' if number == _BULLETS else f'{number}.'} "


def _begin_row(reader: _Reader, _: str) -> None:
    if reader.is_row_joined:
        reader.lines.narrow_break()
        reader.is_row_joined = False
    reader.rows.append(reader.lines.written + bool(reader.lines.words))
    reader.at_end(reader.rows.pop)


def _begin_cell(reader: _Reader, _: str) -> None:
    """Go on in the line of the row while each of its cells was one line."""
    lines = reader.lines
    if lines.words and reader.rows and lines.written == reader.rows[-1]:
        lines.forget_break()
        lines.write(" | ")
        reader.is_row_joined = True
    else:
        lines.ask_break(1)
    reader.is_fresh_cell = True


def _begin_link(reader: _Reader, attributes: str) -> None:
    if found := _HREF.search(attributes):
        href, written, begin = found[1], reader.lines.written, len(reader.lines.words)
        reader.at_end(lambda: _end_link(reader, href, written, begin))


def _end_link(reader: _Reader, href: str, written: int, begin: int) -> None:
    """Write the address of a link behind its words, unless they say it."""
    lines = reader.lines
    words = "".join(lines.words[begin:] if lines.written == written else lines.words).strip()
    address = unescape(href)
    if not words or address.startswith(("tel:", "sms:")) or says(words, address):
        return
    if len(address) > MAX_LINK_IN_TEXT:
        address = "/".join(address.split("/", 3)[:3]) + "/…"
    lines.write(f" <{address.removeprefix('mailto:')}>")


_BEGINNINGS: Mapping[str, Callable[[_Reader, str], None]] = {
    "a": _begin_link,
    "blockquote": _begin_quote,
    "li": _begin_item,
    "ol": _begin_list,
    "pre": _begin_set,
    "td": _begin_cell,
    "th": _begin_cell,
    "tr": _begin_row,
    "ul": _begin_bullets,
}
