"""The headers of a mail that say what it is: what it answers, whether a machine wrote it.

Identifiers longer than a line are legal and common, and must not be encoded or broken, so headers
are written by hand.

Source:
    RFC 5322 sections 2.1.1 and 3.6.4, RFC 3834 section 5, RFC 8058, and Microsoft's
    X-Auto-Response-Suppress ([MS-OXCMAIL]).
"""

import re
from collections.abc import Iterable, Sequence

from clew.ports.channel import AuthorKind, Heading

# Many programs drop a header that is longer, and the first and the last are what is looked for.
MOST_REFERENCES = 20
_IDENTIFIER = re.compile(r"<[!-;=?-~]{1,900}>")
_URL = re.compile(r"https://[!-;=?-~]{1,900}")
_MACHINES = frozenset({AuthorKind.BOT, AuthorKind.SYSTEM})


def identifiers(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the message identifiers in texts, in angle brackets, each once and in order."""
    return tuple(dict.fromkeys(one for text in texts for one in _IDENTIFIER.findall(text)))


def threading(message_id: str, answered: Sequence[str]) -> list[tuple[str, str]]:
    """Return what ties a mail to those it answers; they come the oldest first."""
    before = [one for one in identifiers(answered) if one != message_id]
    if len(before) > MOST_REFERENCES:
        before = [before[0], *before[-(MOST_REFERENCES - 1) :]]
    lines = [("Message-ID", message_id)]
    if before:
        lines.append(("In-Reply-To", before[-1]))
        lines.append(("References", "\r\n ".join(before)))
    return lines


def of_machines(author: AuthorKind, *, is_answer: bool) -> list[tuple[str, str]]:
    """Return what tells other machines that one of ours wrote, so that none answers it."""
    if author not in _MACHINES:
        return []
    kind = "auto-replied" if is_answer else "auto-generated"
    return [("Auto-Submitted", kind), ("X-Auto-Response-Suppress", "All")]


def of_campaigns(author: AuthorKind, heading: Heading, reply_to: str) -> list[tuple[str, str]]:
    """Return how a reader ends mails that we start: by one click, or by a mail."""
    if author is not AuthorKind.CAMPAIGN:
        return []
    ways = [f"<mailto:{reply_to}?subject=unsubscribe>"]
    if not _URL.fullmatch(heading.unsubscribe_url):
        return [("List-Unsubscribe", ways[0])]
    ways.insert(0, f"<{heading.unsubscribe_url}>")
    return [
        ("List-Unsubscribe", ",\r\n ".join(ways)),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ]


def as_bytes(lines: Iterable[tuple[str, str]]) -> bytes:
    """Return headers as they stand in a mail."""
    return "".join(f"{name}: {value}\r\n" for name, value in lines).encode()
