"""The few declarations of CSS that a mail may keep.

An allow-list of properties, and of what a value may be made of. Whatever could load, position
over the page, or run is left out; a picture behind the text is kept aside, for those who ask.
"""

from __future__ import annotations

import re
from functools import lru_cache

from clew.channels.email.reading.names import names

MAX_STYLE = 4_000
HIDDEN = "display:none"

_PROPERTIES = names(
    "background background-color border border-bottom border-bottom-color",
    "border-bottom-style border-bottom-width border-collapse border-color border-left",
    "border-left-color border-left-style border-left-width border-radius border-right",
    "border-right-color border-right-style border-right-width border-spacing border-style",
    "border-top border-top-color border-top-style border-top-width border-width clear color",
    "direction display float font font-family font-size font-style font-variant font-weight",
    "height letter-spacing line-height list-style list-style-type margin margin-bottom",
    "margin-left margin-right margin-top max-height max-width min-width overflow padding",
    "padding-bottom padding-left padding-right padding-top table-layout text-align",
    "text-decoration text-indent text-transform vertical-align white-space width",
    "word-break word-spacing word-wrap overflow-wrap unicode-bidi",
)
# No backslash: escapes spell `url` and `expression` anew. No function but those of colours.
_VALUE = re.compile(r"[\w #%.,+/!'-]*(?:rgba?\([\d ,.%/]*\)[\w #%.,+/!'-]*)*", re.ASCII)
_UNSAFE_WORDS = re.compile(r"expression|behaviou?r|javascript|vbscript|-moz-binding")
REMOTE_URL = re.compile(
    r"url\(\s*[\"']?\s*(https?:[^\"'()\\\s<>]{1,2000})[\"']?\s*\)", re.IGNORECASE
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|!|$)"
    r"|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1_000)
def clean_style(style: str) -> tuple[str, str]:
    """Return the declarations that are kept, and the address of a picture behind the text.

    What hides text in any of the usual ways says so in one: `display:none`.
    """
    style = style[:MAX_STYLE]
    if _HIDING.search(style):
        return HIDDEN, ""
    picture = ""
    kept = []
    for part in style.split(";"):
        name, colon, value = part.partition(":")
        name = name.strip().lower()
        if name in ("background", "background-image") and (found := REMOTE_URL.search(value)):
            picture, value = found[1], REMOTE_URL.sub("", value)
        value = value.strip().replace('"', "'")
        if colon and value and name in _PROPERTIES and _is_safe(value):
            kept.append(f"{name}:{value}")
    return ";".join(kept), picture


def _is_safe(value: str) -> bool:
    return _VALUE.fullmatch(value) is not None and not _UNSAFE_WORDS.search(value.lower())
