"""A webhook before it is read: the raw request, whether it is genuine, and what to answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True)
class RawEvent:
    """One request to an inbox's webhook, as it arrived; what the intake keeps.

    Attributes:
        headers: Those named in `Channel.kept_headers`, with lower-case names.
        body: The bytes as received. Signatures are over these, never over JSON made again.
    """

    method: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    received_at: datetime


class Verdict(Enum):
    """Whether a webhook came from the provider; true only when it did."""

    GENUINE = "genuine"
    UNSIGNED = "unsigned"
    FORGED = "forged"
    STALE = "stale"  # well signed, but too long ago: a replay
    UNVERIFIABLE = "unverifiable"  # the inbox has no secret to check with

    def __bool__(self) -> bool:
        return self is Verdict.GENUINE


@dataclass(frozen=True, slots=True)
class HandshakeAnswer:
    """What to answer, with status 200, when a provider asks whether this webhook is ours."""

    body: bytes
    media_type: str = "text/plain; charset=utf-8"


class Unparsable(Exception):
    """A genuine webhook is not what the provider's format allows; all of it is quarantined."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
