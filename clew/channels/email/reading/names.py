"""Tables of short names, written as lines of words."""

from __future__ import annotations


def names(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(" ".join(lines).split())
