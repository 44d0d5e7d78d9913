"""Words in headers: in ASCII as they are, in any other script as encoded words.

Written by hand because the standard library breaks long names in places where programs then show
spaces, and believes text that merely looks encoded.

Source:
    RFC 2047 sections 2 and 5 (encoded words, at most 75 characters each), RFC 5322 section 3.2.4.
"""

import base64
import re

from clew.channels.email.writing.addresses import one_line

_PLAIN = re.compile(r"[ -~]*")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")
# 75 characters less "=?utf-8?b?" and "?=", in whole groups of base64.
_BYTES_PER_WORD = 45
FOLD = "\r\n "


def as_text(text: str, longest: int) -> str:
    """Return a text for a header such as Subject."""
    plain = one_line(text, longest)
    return plain if _is_plain(plain) else _encoded(plain)


def mailbox(name: str, address: str) -> str:
    """Return a name with its address."""
    plain = one_line(name)
    if not plain:
        return address
    if not _is_plain(plain):
        shown = _encoded(plain)
    elif _ATOMS.fullmatch(plain):
        shown = plain
    else:
        escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
        shown = f'"{escaped}"'
    return f"{shown} <{address}>"


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and "=?" not in text


def _encoded(text: str) -> str:
    words: list[bytes] = [b""]
    for one in text:
        raw = one.encode("utf-8", "replace")
        if len(words[-1]) + len(raw) > _BYTES_PER_WORD:
            words.append(b"")
        words[-1] += raw
    return FOLD.join(f"=?utf-8?b?{base64.b64encode(word).decode()}?=" for word in words)
