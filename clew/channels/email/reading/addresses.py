r"""Where a link leads, and whether it says so.

Browsers are lenient: `https:\\evil.example`, `https:evil.example` and
`https://bank.example@evil.example` all lead to evil.example. A link is kept only in a form whose
host is beyond doubt.

Source: URL Living Standard, 4.4 (read 2026-11-22).
"""

from __future__ import annotations

import re

from clew.channels.email.reading.names import names

MAX_ADDRESS = 8_000

_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
_EDGES = "".join(map(chr, range(0x21))) + "\x7f\xa0\u200b\u2060\ufeff"
_WEB = re.compile(r"(https?):[/\\]*(?:[^/\\?#]*@)?([^/\\?#@]+)", re.IGNORECASE)
_OTHER = re.compile(r"(?:mailto|tel|sms):", re.IGNORECASE)
_HOST_SHOWN = re.compile(
    r"(?:https?://)?(?:[^\s/@]*@)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\.?(?::\d+)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
# Words with a dot are hosts only if they end as hosts do: "Node.js" and "readme.md" don't lie.
_ENDINGS = names(
    "com org net edu gov mil int info biz name pro mobi eu us uk de fr es it pt nl be lu ch at",
    "pl cz sk hu ro bg gr hr si rs ua by ru su kz lt lv ee fi se no dk is ie tr il in cn jp",
    "kr tw hk sg au nz ca mx br ar cl co za ng eg ae sa ir id my th vn ph io app dev shop",
    "store online site xyz top club live news blog cloud tech ai me tv cc ws bank pay email",
    "link click support help example test",
)


def clean_link(address: str) -> tuple[str, str]:
    """Return a link as it may be followed, and the host that it leads to; blank if it may not.

    The host of a link that opens no page (`mailto:`, `tel:`) is blank.
    """
    address = _IGNORED.sub(_encoded, address.strip(_EDGES))
    if len(address) > MAX_ADDRESS:
        return "", ""
    if found := _WEB.match(address):
        host = _ascii_host(found[2])
        rest = address[found.end() :].replace("\\", "/")
        return (f"{found[1].lower()}://{host}{rest}", host.partition(":")[0]) if host else ("", "")
    return (address, "") if _OTHER.match(address) else ("", "")


def shown_host(text: str) -> str:
    """Return the host that the words of a link claim to lead to, if they name one."""
    words = text.split()
    if len(words) != 1:
        return ""
    found = _HOST_SHOWN.fullmatch(words[0].strip("<>()[]\"'.,"))
    if found is None or "@" in words[0]:
        return ""
    host = found[1].lower()
    has_scheme = words[0].lower().lstrip("<([\"'").startswith(("http", "www."))
    return host if has_scheme or host.rpartition(".")[2] in _ENDINGS else ""


def is_same_site(shown: str, host: str) -> bool:
    """Return whether a link may show one host and lead to the other without lying."""
    shown, host = _ascii_host(shown).removeprefix("www."), host.lower().removeprefix("www.")
    return host == shown or host.endswith(f".{shown}")


def says(words: str, address: str) -> bool:
    """Return whether the words of a link hold its whole address."""
    return _bare(address) in _bare(words)


def _bare(address: str) -> str:
    """Return an address without what people leave out."""
    address = address.lower().removeprefix("mailto:").partition("?subject=")[0]
    return address.partition("://")[2].removeprefix("www.").rstrip("/") or address


def _encoded(found: re.Match[str]) -> str:
    """Return a space within an address as browsers send it; what they ignore is left out."""
    return "%20" * found[0].count(" ")


def _ascii_host(host: str) -> str:
    """Return a host in ASCII, so that letters that look alike are told apart; blank if none."""
    host = host.rstrip(".").lower()
    if "%" in host or "<" in host or '"' in host:
        return ""
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
