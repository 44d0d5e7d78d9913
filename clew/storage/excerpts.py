"""What lists show of a message, in a line."""

import re
from collections.abc import Mapping
from typing import Any

SHOWN_CHARS = 200
# A picture that stands in the text of a letter.
_PLACED = re.compile(r"!\[([^\]\n]{0,200})\]\(attachment:[0-9A-Za-z-]{1,64}\)")


def excerpt(text: str, content: Mapping[str, Any] | None = None) -> str:
    """Return the beginning of a message; of a letter, of what is new in it."""
    reply = (content or {}).get("reply")
    is_reply = isinstance(reply, str) and bool(reply.strip())
    said = str(reply if is_reply else text)[: 2 * SHOWN_CHARS]
    return _PLACED.sub(r"[\1]", said)[:SHOWN_CHARS]
