"""A mail's own page: its cleaned HTML in a document that loads and runs nothing.

Takes HTML as `clew.channels.email.reading.cleaning` writes it: pictures wait in `data-remote-*`
and `data-cid`, and `<` begins nothing but a tag.
"""

import re
from collections.abc import Mapping
from html import escape, unescape

_PICTURE = re.compile(r'<[a-z][a-z0-9]*(?: [a-z-]+="[^"]*")*? data-(?:remote|cid)[^>]*>')
_CID = re.compile(r' data-cid="([^"]*)"')
_REMOTE = re.compile(r' data-remote-(src|background)="')
_BEHIND = re.compile(r' data-remote-style="([^"]*)"')
_STYLE = re.compile(r' style="([^"]*)"')

# Paper is white in every theme: mails are written for it.
_LOOK = """
:root { color-scheme: light; }
body { margin: 12px; background: #fff; color: #1d1f23; font: 15px/1.45 system-ui, sans-serif;
  overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
blockquote { margin: 8px 0; padding-inline-start: 12px; border-inline-start: 3px solid #d5d8de; }
a[data-host]:is(:hover, :focus)::after { content: " (" attr(data-host) ")"; color: #5b616d;
  font-size: .85em; }
a[data-shows]::after, a[data-shows]:is(:hover, :focus)::after {
  content: " \\26A0\\00A0" attr(data-host); padding: 0 4px; border-radius: 4px;
  background: #fde8e8; color: #9b1c1c; font-size: .85em; }
"""


def page_of(html: str, pictures: Mapping[str, str], *, with_remote: bool) -> str:
    """Return the document that shows a mail.

    Args:
        html: As cleaned.
        pictures: Addresses of what the mail encloses, by content id.
        with_remote: Whether somebody asked for pictures from elsewhere.
    """

    def shown(found: re.Match[str]) -> str:
        tag = _CID.sub(lambda cid: _source(pictures.get(unescape(cid[1]), "")), found[0])
        return _with_remote(tag) if with_remote else tag

    body = _PICTURE.sub(shown, html)
    return (
        '<!doctype html><html><head><meta charset="utf-8"><meta name="referrer" '
        f'content="no-referrer"><style>{_LOOK}</style></head><body>{body}</body></html>'
    )


def policy_of(*, with_remote: bool) -> str:
    """Return the Content-Security-Policy of the document."""
    elsewhere = " https: http:" if with_remote else ""
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; img-src data:{elsewhere}; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
        "sandbox allow-popups allow-popups-to-escape-sandbox"
    )


def _source(address: str) -> str:
    return f' src="{escape(address)}"' if address else ""


def _with_remote(tag: str) -> str:
    tag = _REMOTE.sub(r' \1="', tag)
    if not (behind := _BEHIND.search(tag)):
        return tag
    tag = _BEHIND.sub("", tag)
    declared = f"background-image:url('{behind[1]}')"
    if _STYLE.search(tag):
        return _STYLE.sub(lambda style: f' style="{style[1]};{declared}"', tag, count=1)
    return f'{tag[:-1]} style="{declared}">'
