"""What a visitor is called who has not said their name.

It is a word in no language: `~` and the last four digits of their id, such as `~CD0F`. Whoever
shows it puts the word for a visitor beside the digits, in the reader's language.
"""

import re
from uuid import UUID

_NAMELESS = re.compile(r"~[0-9A-F]{4}")


def nameless(known_by: UUID) -> str:
    """Return what stands in the place of a name."""
    return f"~{known_by.hex[-4:].upper()}"


def is_nameless(name: str) -> bool:
    """Say whether this only stands in the place of a name."""
    return _NAMELESS.fullmatch(name) is not None
