"""The text of a mail, plain and as HTML: the words, a signature, what was said before, a marker.

What was said before stands last, in the form that mail programs fold away. Its heading is a time
and a name and no sentence, for we don't know which language the reader speaks.
"""

from datetime import datetime
from html import escape

from clew.channels.email.writing.addresses import one_line
from clew.channels.email.writing.markup import Images, as_html, without_images
from clew.ports.channel import Earlier, Heading

MOST_QUOTED = 5
MOST_QUOTED_CHARS = 30_000
MOST_CHARS_EACH = 10_000

_QUOTE_STYLE = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"
_MARKER_STYLE = "color:#999;font-size:10px"


def plain_body(text: str, heading: Heading, marker: str) -> str:
    """Return a mail as plain text."""
    parts = [without_images(text).rstrip()]
    signature = signature_of(heading)
    if signature:
        # RFC 3676 section 4.3: dash, dash, space on a line of its own.
        parts.append(f"-- \n{signature}")
    for earlier in quoted(heading):
        lines = "\n".join(f"> {line}".rstrip() for line in earlier.text.split("\n"))
        parts.append(f"{attribution(earlier)}\n{lines}")
    parts.append(marker)
    return "\n\n".join(part for part in parts if part) + "\n"


def html_body(text: str, heading: Heading, marker: str, images: Images) -> str:
    """Return the same as HTML; the text is escaped, and nothing is loaded from anywhere."""
    parts = [as_html(text, images)]
    signature = signature_of(heading)
    if signature:
        parts.append(f'<div class="gmail_signature">-- <br>{as_html(signature)}</div>')
    parts += [
        '<div class="gmail_quote">'
        f'<div class="gmail_attr">{escape(attribution(earlier))}</div>'
        f'<blockquote class="gmail_quote" style="{_QUOTE_STYLE}">{as_html(earlier.text)}'
        "</blockquote></div>"
        for earlier in quoted(heading)
    ]
    if marker:
        parts.append(f'<div style="{_MARKER_STYLE}">{escape(marker)}</div>')
    inner = "\n".join(parts)
    return (
        '<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head>\n'
        f'<body dir="auto">\n{inner}\n</body></html>\n'
    )


def signature_of(heading: Heading) -> str:
    """Return the signature with the names of who writes filled in."""
    text = heading.signature.replace("\r\n", "\n").strip()
    names = {"{agent}": heading.agent_name, "{team}": heading.team_name}
    for place, name in names.items():
        text = text.replace(place, one_line(name))
    return text


def attribution(earlier: Earlier) -> str:
    """Return the line above what somebody said before."""
    return f"{_instant(earlier.at)} · {one_line(earlier.author)}:"


def quoted(heading: Heading) -> list[Earlier]:
    """Return what is quoted, the latest first, as much as is sensible."""
    found: list[Earlier] = []
    room = MOST_QUOTED_CHARS
    for earlier in heading.history[:MOST_QUOTED]:
        text = earlier.text.replace("\r\n", "\n").strip()[:MOST_CHARS_EACH]
        if not text or len(text) > room:
            continue
        room -= len(text)
        found.append(Earlier(earlier.author, earlier.at, text))
    return found


def _instant(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} {at.tzname() or 'UTC'}"
