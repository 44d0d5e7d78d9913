"""Tags and text of raw HTML, found in one pass as the tokenizer of the specification does.

Comments, declarations and elements whose content a reader never sees are left out. For a tree,
and for anything that decides about safety, a real parser follows.

Source: HTML Living Standard, 13.2.5 (read 2026-11-22).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clew.channels.email.reading.names import names

MAX_ATTRIBUTES = 40
_UNSEEN = names(
    "script style title textarea xmp iframe noembed noframes svg math template select object",
    "applet",
)
_NAME = re.compile(r"[a-zA-Z][^\s/>\x00]*")
_ATTRIBUTE = re.compile(r"[\s/]*+(=?[^\s/>=]*+)(?:\s*+=\s*+(?:([\"'])|([^\s>\"'][^\s>]*+)?))?")
_NOT_IN_NAMES = re.compile("[\"'<\x00]")


class Text(NamedTuple):
    """What stands between tags, entities as they were written."""

    text: str


class Tag(NamedTuple):
    """A tag; `attributes` are written anew, each as ` name="value"`."""

    name: str
    closing: bool
    attributes: str


def tokens(html: str) -> Iterator[Text | Tag]:
    """Yield what is seen of HTML, and its tags, in linear time."""
    ends = _Ends(html)
    place = 0
    while (begin := html.find("<", place)) >= 0:
        if begin > place:
            yield Text(html[place:begin])
        closing = html.startswith("/", begin + 1)
        found = _NAME.match(html, begin + 1 + closing)
        if found is None:
            place = _end_of_declaration(html, begin)
            if place == begin + 1:
                yield Text("&lt;")
            continue
        name = found[0].lower()
        place, attributes = _attributes(html, found.end())
        if place > len(html):
            return
        if name in _UNSEEN:
            place = place if closing else ends.after(name, place)
        else:
            yield Tag(name, closing, attributes)
    if place < len(html):
        yield Text(html[place:])


def _end_of_declaration(html: str, begin: int) -> int:
    """Return where a comment or declaration ends; right behind the `<` if that is just text."""
    if html.startswith("<!--", begin):
        end = html.find("-->", begin + 2)
        return end + 3 if end >= 0 else len(html)
    if html.startswith(("<!", "<?", "</"), begin):
        end = html.find(">", begin)
        return end + 1 if end >= 0 else len(html)
    return begin + 1


def _attributes(html: str, place: int) -> tuple[int, str]:
    """Return where a tag ends, behind the end of all if it doesn't, and its attributes."""
    found: list[str] = []
    length = len(html)
    while place < length and html[place] != ">":
        matched = _ATTRIBUTE.match(html, place)
        if matched is None or matched.end() == place:
            place += 1
            continue
        place = matched.end()
        value = matched[3] or ""
        if quote := matched[2]:
            end = html.find(quote, place)
            if end < 0:
                return length + 1, ""
            value, place = html[place:end], end + 1
        name = _NOT_IN_NAMES.sub("", matched[1])
        if name and len(found) < MAX_ATTRIBUTES:
            found.append(f' {name}="{value.replace(chr(34), "&quot;")}"')
    return place + 1, "".join(found)


class _Ends:
    """Where unseen elements end; each name without an end is looked for once."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.missing: set[str] = set()

    def after(self, name: str, place: int) -> int:
        """Return where the element ends, or `place` if it never does."""
        if name in self.missing:
            return place
        closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.html, place)
        if closing is None:
            self.missing.add(name)
            return place
        end = self.html.find(">", closing.end())
        return end + 1 if end >= 0 else len(self.html)
