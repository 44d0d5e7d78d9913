"""Addresses that we write to: what may stand in a header and on the wire, and what is never used.

Names and addresses come from people and from mails, so nothing here is trusted: whatever could
begin another header is taken out of a name, and an address of unusual form is not one.

Source:
    RFC 5321 section 4.1.2 and 4.5.3.1 (forms and lengths), RFC 6531 (beyond ASCII), RFC 2142 and
    RFC 3834 (addresses of machines).
"""

import re
import unicodedata

from clew.channels.email.tokens import without_token

LONGEST_NAME = 200
_LONGEST_ADDRESS = 254
_LONGEST_LOCAL_PART = 64
_LOCAL_PART = re.compile(
    r"[^\s\x00-\x1f\x7f()<>@,;:\\\"\[\].]+(\.[^\s\x00-\x1f\x7f()<>@,;:\\\"\[\].]+)*"
)
_DOMAIN = re.compile(r"([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_MACHINES = re.compile(
    r"(mailer-daemon|postmaster|bounces?|abuse|double-bounce"
    r"|(no|not|do[-_.]?not|dont)[-_.]?(reply|respond|answer)\w*"
    r"|(nie|prosze[-_.]?nie)[-_.]?odpowiada[jc]\w*|nao[-_.]?responda\w*|no[-_.]?responder\w*"
    r"|ne[-_.]?pas[-_.]?repondre|keine[-_.]?antwort\w*|ne[-_.]?valaszolj\w*)"
    r"([-_.+=].*)?",
    re.IGNORECASE,
)


def usable_address(text: str) -> str | None:
    """Return an address as it is written on the wire, its domain in ASCII; None: it is none."""
    local, at, domain = unicodedata.normalize("NFC", text.strip()).rpartition("@")
    if not at or not _LOCAL_PART.fullmatch(local):
        return None
    try:
        domain = domain.rstrip(".").encode("idna").decode().lower()
        is_short = len(local.encode()) <= _LONGEST_LOCAL_PART
    except UnicodeError:
        return None
    address = f"{local}@{domain}"
    is_good = is_short and _DOMAIN.fullmatch(domain) and len(address.encode()) <= _LONGEST_ADDRESS
    return address if is_good else None


def folded(address: str) -> str:
    """Return an address for comparison: case does not matter, and neither does a token of ours."""
    return without_token(usable_address(address) or address.strip()).casefold()


def one_line(text: str, longest: int = LONGEST_NAME) -> str:
    """Return a text that can stand in a header: on one line, without control characters."""
    plain = "".join(
        " " if unicodedata.category(one) in ("Cc", "Zl", "Zp", "Cs") else one for one in text
    )
    return " ".join(plain.split())[:longest].strip()


def is_machine(address: str) -> bool:
    """Say whether nobody reads what is sent to an address, by its name."""
    return bool(_MACHINES.fullmatch(address.rpartition("@")[0].strip()))
