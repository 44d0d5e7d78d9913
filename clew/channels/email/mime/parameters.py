"""`Content-Type` and `Content-Disposition`: a value and its parameters.

Reads RFC 2231 (charsets, percent signs, continuations, also with holes and in any order), the
encoded words that RFC 2047 forbids here and everybody writes, and values without their quotes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from clew.channels.email.mime.charsets import decode
from clew.channels.email.mime.cleaning import clean_line
from clew.channels.email.mime.words import decode_line

_PARAMETER = re.compile(
    rb';\s*([!#$&+\-.^_`{|}~%\'*0-9A-Za-z]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))', re.S
)
_NO_SEMICOLON = re.compile(rb"^(\s*[\w.+-]{1,60}/[\w.+-]{1,80})\s+(?=[\w-]{1,40}=)")
_ESCAPED = re.compile(rb'\\(["\\])')
_SECTION = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_MAX_PARAMETERS = 200


@dataclass(frozen=True, slots=True)
class Value:
    """What a header says, in lower case, and its parameters by lower-case name."""

    value: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return a parameter, or ""."""
        return self.parameters.get(name, "")


_NOTHING = Value()


def read_value(raw: bytes, hint: str = "") -> Value:
    """Return the value and parameters of a header; total, and linear in its length."""
    if not raw:
        return _NOTHING
    raw = _NO_SEMICOLON.sub(rb"\1;", raw)
    head, _, _ = raw.partition(b";")
    words = clean_line(head.decode("ascii", "replace")).lower().split("(")[0].split()
    sections: dict[str, dict[int, tuple[bytes, bool]]] = {}
    for count, found in enumerate(_PARAMETER.finditer(raw)):
        if count == _MAX_PARAMETERS:
            break
        name = _SECTION.match(found[1].decode("ascii").lower())
        if name:
            text = _plain(found[3]) if found[2] is None else _ESCAPED.sub(rb"\1", found[2])
            parts = sections.setdefault(name[1], {})
            parts.setdefault(int(name[2] or 0), (text, bool(name[3])))
    charset = _joined(sections["charset"], "") if "charset" in sections else hint
    return Value(
        words[0] if words else "",
        {name: _joined(parts, charset) for name, parts in sections.items()},
    )


def _plain(text: bytes) -> bytes:
    return text.strip(b" \t\r\n'\"") if b"''" not in text else text.strip()


def _joined(sections: dict[int, tuple[bytes, bool]], hint: str) -> str:
    """Return one parameter's sections as text."""
    ordered = [sections[number] for number in sorted(sections)]
    if not any(is_encoded for _, is_encoded in ordered):
        return decode_line(b"".join(text for text, _ in ordered), hint)
    charset, data = "", b""
    for place, (text, is_encoded) in enumerate(ordered):
        if place == 0 and text.count(b"'") >= 2:
            declared, _, text = text.split(b"'", 2)
            charset = declared.decode("ascii", "replace")
        # Some programs mark only the first section, and percent-encode the others as well.
        data += unquote_to_bytes(text) if is_encoded or b"%" in text else text
    if b"=?" in data:
        return decode_line(data, charset or hint)
    return clean_line(decode(data, charset, hint, may_guess=False))
