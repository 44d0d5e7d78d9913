"""HTML made safe to show: only known elements, nothing that runs, nothing loaded unasked.

nh3 parses as browsers do and keeps what is allowed. Addresses of remote pictures become
`data-remote-*` attributes, for a browser to put back when a person asks; `cid:` pictures become
`data-cid`. Every link opens a new tab, names its true host in `data-host`, and says in
`data-shows` if its words name another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape

import nh3

from clew.channels.email.reading.addresses import clean_link, is_same_site, shown_host
from clew.channels.email.reading.bounds import bounded
from clew.channels.email.reading.css import REMOTE_URL, clean_style
from clew.channels.email.reading.markers import kept_names
from clew.channels.email.reading.names import names

MAX_DATA_CHARACTERS = 200_000
MAX_ATTRIBUTE = 1_000

TAGS = names(
    "a abbr address article aside b big blockquote br caption center cite code col colgroup dd",
    "del div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd",
    "li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody",
    "td tfoot th thead time tr tt u ul var wbr",
)
_UNSEEN = names(
    "script style title textarea xmp iframe noembed noframes svg math template select object",
    "applet audio video canvas",
)
_ANY = names(
    "align bgcolor class color dir id lang style title data-remote-style",
)
_SIZES = frozenset({"height", "width", "valign"})
_BEHIND = {"background", "data-remote-background"}
_CELL = _SIZES | _BEHIND | {"colspan", "rowspan", "nowrap"}
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "*": _ANY,
    "a": frozenset({"href"}),
    "blockquote": frozenset({"type"}),
    "col": _SIZES | {"span"},
    "font": frozenset({"face", "size"}),
    "hr": _SIZES | {"size"},
    "img": _SIZES | {"alt", "border", "hspace", "src", "vspace", "data-cid", "data-remote-src"},
    "ol": frozenset({"start", "type"}),
    "table": _CELL | {"border", "cellpadding", "cellspacing"},
    "td": _CELL,
    "th": _CELL,
    "tr": _SIZES | _BEHIND,
    "ul": frozenset({"type"}),
}
_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]*\Z", re.I)
_CID = re.compile(r"cid:([^\"'<>\s]{1,300})\Z", re.I)

# A filter may change an attribute's value but neither rename the attribute nor add one. So a value
# that begins with `_INSTEAD` (nh3 takes it for an allowed address) carries its new name, and
# `_ASIDE` parts off another attribute; both are taken from whatever comes in.
_INSTEAD = "cid:\x02"
_NAMED = "\x02"
_ASIDE = "\x01"
_RENAMED = re.compile(f' [a-z]+="{_INSTEAD}([a-z-]+){_NAMED}')
_ADDED = re.compile(f"{_ASIDE}([a-z-]+){_ASIDE}")
_TWICE = re.compile(r"( (data-remote-[a-z]+|data-cid)=\"[^\"]*\")([^>]*?) \2=\"[^\"]*\"")
_OURS = str.maketrans("", "", _NAMED + _ASIDE)
_LINK = re.compile(r'<a ([^>]*data-host="([^"]+)"[^>]*)>(.*?)</a>', re.DOTALL)
_LINK_ENDS = re.compile("</?a(?=[ >])")
_NO_LINK = re.compile(
    '<a (?:target="_blank" rel="noopener noreferrer"|rel="noopener noreferrer" target="_blank")>'
)
_TAG = re.compile(r"<[^>]*>")
MAX_LINK_WORDS = 500


def clean(html: str) -> str:
    """Return HTML that may be shown in a document that runs no scripts."""
    safe = _cleaned(html)
    # A parser can nest links by way of tables, and undoes it when it reads them again.
    return _cleaned(safe) if _has_nested_links(safe) else safe


def _cleaned(html: str) -> str:
    safe = _CLEANER.clean(bounded(html))
    if _NAMED in safe or _ASIDE in safe:
        safe = _ADDED.sub(r'" \1="', _RENAMED.sub(r' \1="', safe)).translate(_OURS)
    if "data-" in html:
        safe = _TWICE.sub(r"\1\3", safe)
    return _LINK.sub(_marked_link, _NO_LINK.sub("<a>", safe))


def _has_nested_links(safe: str) -> bool:
    marks = _LINK_ENDS.findall(safe)
    return len(marks) > 1 and "</a" in marks[::2]


def _marked_link(found: re.Match[str]) -> str:
    """Return a link, marked if its words name another host than it leads to."""
    words = found[3]
    if len(words) > MAX_LINK_WORDS:
        return found[0]
    if "<" in words:
        words = _TAG.sub("", words)
    shown = shown_host(unescape(words)) if "." in words else ""
    if not shown or is_same_site(shown, found[2]):
        return found[0]
    return f'<a {found[1]} data-shows="{escape(shown)}">{found[3]}</a>'


def _attribute(tag: str, name: str, value: str) -> str | None:
    if _ASIDE in value or _NAMED in value:
        value = value.translate(_OURS)
    if special := _SPECIAL.get(name):
        return special(value) or None
    return value if len(value) <= MAX_ATTRIBUTE else None


def _style(value: str) -> str:
    kept, picture = clean_style(value)
    if not picture:
        return kept
    if not kept:
        return f"{_INSTEAD}data-remote-style{_NAMED}{picture}"
    return f"{kept}{_ASIDE}data-remote-style{_ASIDE}{picture}"


def _href(value: str) -> str:
    link, host = clean_link(value)
    return f"{link}{_ASIDE}data-host{_ASIDE}{host}" if host else link


def _source(value: str) -> str:
    if value[:5].lower() == "data:":
        return value if len(value) <= MAX_DATA_CHARACTERS and _RASTER.match(value) else ""
    if found := _CID.match(value.strip()):
        return f"{_INSTEAD}data-cid{_NAMED}{found[1]}"
    return _remote("src")(value)


def _content_id(value: str) -> str:
    return value if _CID.match(f"cid:{value}") else ""


def _remote(name: str) -> Callable[[str], str]:
    def moved(value: str) -> str:
        address = _web_address(value)
        return f"{_INSTEAD}data-remote-{name}{_NAMED}{address}" if address else ""

    return moved


def _web_address(value: str) -> str:
    link, host = clean_link(value)
    return link if host else ""


def _picture_behind(value: str) -> str:
    return found[1] if (found := REMOTE_URL.fullmatch(f"url({value})")) else ""


_SPECIAL: Mapping[str, Callable[[str], str]] = {
    "style": _style,
    "class": kept_names,
    "id": kept_names,
    "href": _href,
    "src": _source,
    "background": _remote("background"),
    "data-cid": _content_id,
    "data-remote-src": _web_address,
    "data-remote-background": _web_address,
    "data-remote-style": _picture_behind,
}

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(_UNSEEN),
    attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
    attribute_filter=_attribute,
    link_rel="noopener noreferrer",
    set_tag_attribute_values={"a": {"target": "_blank"}},
    url_schemes={"http", "https", "mailto", "tel", "sms", "cid", "data"},
    url_relative="deny",
)
