"""Message-IDs, and the lists of them that say what a mail answers.

Identifiers keep their angle brackets, since that is how mail programs compare them.
"""

import re

from clew.channels.email.mime.limits import MAX_REFERENCES

_IN_BRACKETS = re.compile(r"<([^<>]{1,990})>")
_BARE = re.compile(r"[^\s<>,;\"']{1,500}@[^\s<>,;\"']{1,490}")
_BLANKS = re.compile(r"\s+")


def read_identifiers(raw: bytes) -> tuple[str, ...]:
    """Return the identifiers of a header, in their order and each once.

    Of very many, the first and the last are kept, as these say where a conversation began and
    what is answered.
    """
    text = raw.decode("utf-8", "replace").replace("\0", "")
    # An identifier that was folded holds blanks that nobody meant.
    found = [f"<{_BLANKS.sub('', name)}>" for name in _IN_BRACKETS.findall(text)]
    if not found:
        found = [f"<{name}>" for name in _BARE.findall(text)]
    once = list(dict.fromkeys(name for name in found if name != "<>"))
    if len(once) > MAX_REFERENCES:
        once = [once[0], *once[1 - MAX_REFERENCES :]]
    return tuple(once)


def read_identifier(raw: bytes) -> str:
    """Return the one identifier of a header, or ""; whatever it holds serves as one."""
    if found := read_identifiers(raw):
        return found[0]
    text = _BLANKS.sub("", raw.decode("utf-8", "replace").replace("\0", "")).strip("<>")
    return f"<{text[:990]}>" if text else ""
