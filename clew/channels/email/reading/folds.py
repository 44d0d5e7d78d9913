"""What of a mail is folded away: shown on request, never lost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FoldKind(StrEnum):
    """Why a part of a mail is not what its writer says now."""

    QUOTE = "quote"
    FORWARD = "forward"
    SIGNATURE = "signature"
    DISCLAIMER = "disclaimer"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Fold:
    """A span of whole lines of the body.

    Attributes:
        start: Where it begins, in characters of the body.
        end: Where it ends, behind the line break of its last line if there is one.
    """

    kind: FoldKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A mail as a person reads it.

    Attributes:
        body: All that is visible, as plain text.
        reply: The body without what is folded; blank only if the body is.
        html: The HTML part cleaned, blank if there is none.
        folds: Spans of the body, in order, never overlapping.
    """

    body: str
    reply: str
    html: str
    folds: tuple[Fold, ...]
