"""The composer's few marks as HTML: strong, emphasis, lists, quotes, code and links.

The same subset that the workspace shows. Everything is escaped first, and only what is written here
becomes an element, so no text can bring in one of its own.
"""

import re
from collections.abc import Callable, Mapping
from html import escape

_URL = re.compile(r"(?<![\w/@.])(?:https?://|www\.)[^\s<>\"'`{}|\\^]+", re.IGNORECASE)
_CODE = re.compile(r"`([^`\n]{1,500})`")
_IMAGE = re.compile(r"!\[([^\]\n]{0,200})\]\(attachment:([0-9A-Za-z-]{1,64})\)")
_MARK = re.compile(r"(?<![\w*_~])(\*\*|__|~~|\*|_|~)(?=\S)([^\n]{1,2000}?)(?<=\S)\1(?![\w*_~])")
_TAGS = {"**": "strong", "*": "strong", "__": "strong", "_": "em", "~~": "s", "~": "s"}
_BULLET = re.compile(r"\s{0,3}[-*•]\s+(.*)")
_NUMBERED = re.compile(r"\s{0,3}(\d{1,3})[.)]\s+(.*)")
_QUOTED = re.compile(r">\s?(.*)")
# Closing punctuation belongs to the sentence, not to the link.
_AFTER_LINK = ".,;:!?…)]»”'"
_QUOTE_STYLE = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"

Images = Mapping[str, str]


def as_html(text: str, images: Images | None = None) -> str:
    """Return a text as HTML; `images` are the `src` of those that it shows, by attachment id."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    shown = images or {}
    pieces: list[str] = []
    at = 0
    while at < len(lines):
        for block in (_list, _quote, _paragraph):
            html, taken = block(lines, at, shown)
            if taken:
                pieces.append(html)
                at += taken
                break
        else:
            at += 1
    return "\n".join(pieces)


def image_ids(text: str) -> tuple[str, ...]:
    """Return the attachments that a text shows in place."""
    return tuple(dict.fromkeys(found[2] for found in _IMAGE.finditer(text)))


def without_images(text: str) -> str:
    """Return a text for readers of plain text: an image is named."""
    return _IMAGE.sub(lambda found: f"[{found[1] or 'image'}]", text)


def _list(lines: list[str], at: int, images: Images) -> tuple[str, int]:
    pattern = _NUMBERED if _NUMBERED.fullmatch(lines[at]) else _BULLET
    items: list[str] = []
    start = ""
    while at + len(items) < len(lines):
        found = pattern.fullmatch(lines[at + len(items)])
        if found is None:
            break
        if not items and pattern is _NUMBERED and int(found[1]) != 1:
            start = f' start="{int(found[1])}"'
        items.append(f"<li>{inline(found[pattern.groups], images)}</li>")
    # One line alone that begins with a dash is speech in several languages, not a list.
    if len(items) < 2:
        return "", 0
    tag = "ol" if pattern is _NUMBERED else "ul"
    return f"<{tag}{start}>{''.join(items)}</{tag}>", len(items)


def _quote(lines: list[str], at: int, images: Images) -> tuple[str, int]:
    said: list[str] = []
    while at + len(said) < len(lines) and (found := _QUOTED.fullmatch(lines[at + len(said)])):
        said.append(inline(found[1], images))
    if not said:
        return "", 0
    return f'<blockquote style="{_QUOTE_STYLE}">{"<br>".join(said)}</blockquote>', len(said)


def _paragraph(lines: list[str], at: int, images: Images) -> tuple[str, int]:
    said: list[str] = []
    for index in range(at, len(lines)):
        line = lines[index]
        begins_other = _QUOTED.fullmatch(line) or _list(lines, index, images)[1]
        if not line.strip() or (said and begins_other):
            break
        said.append(inline(line, images))
    return (f"<p>{'<br>'.join(said)}</p>" if said else ""), len(said)


def inline(line: str, images: Images | None = None) -> str:
    """Return one line as HTML."""
    return _replace(line, _CODE, lambda found: f"<code>{escape(found[1])}</code>", images or {})


def _replace(
    text: str, pattern: re.Pattern[str], made: Callable[[re.Match[str]], str], images: Images
) -> str:
    """Make elements of what a pattern finds, and look through the rest with the next one."""
    pieces: list[str] = []
    at = 0
    for found in pattern.finditer(text):
        pieces += [_rest(text[at : found.start()], pattern, images), made(found)]
        at = found.end()
    return "".join([*pieces, _rest(text[at:], pattern, images)])


def _rest(text: str, pattern: re.Pattern[str], images: Images) -> str:
    if not text:
        return ""
    if pattern is _CODE:
        return _replace(text, _IMAGE, lambda found: _image(found, images), images)
    if pattern is _IMAGE:
        return _replace(text, _URL, _link, images)
    if pattern is _URL:
        return _replace(text, _MARK, lambda found: _marked(found, images), images)
    return escape(text)


def _link(found: re.Match[str]) -> str:
    shown = found[0].rstrip(_AFTER_LINK)
    if "(" in shown and found[0][len(shown) :].startswith(")"):
        shown += ")"
    target = shown if shown.lower().startswith("http") else f"https://{shown}"
    return f'<a href="{escape(target)}">{escape(shown)}</a>{escape(found[0][len(shown) :])}'


def _image(found: re.Match[str], images: Images) -> str:
    name, source = escape(found[1]), images.get(found[2])
    if source is None:
        return f"[{name or 'image'}]"
    return f'<img src="{escape(source)}" alt="{name}" style="max-width:100%">'


def _marked(found: re.Match[str], images: Images) -> str:
    tag = _TAGS[found[1]]
    return f"<{tag}>{_replace(found[2], _MARK, lambda one: _marked(one, images), images)}</{tag}>"
