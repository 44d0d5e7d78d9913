"""What lists show of a message, in a line."""

from collections.abc import Mapping
from typing import Any

SHOWN_CHARS = 200


def excerpt(text: str, content: Mapping[str, Any] | None = None) -> str:
    """Return the beginning of a message; of a letter, of what is new in it."""
    reply = (content or {}).get("reply")
    is_reply = isinstance(reply, str) and bool(reply.strip())
    return str(reply if is_reply else text)[:SHOWN_CHARS]
