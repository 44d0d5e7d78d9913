"""What is sent over the stream, as bytes made once for all who get it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from clew.services.visitors.presence import Guest

encode = msgspec.json.encode

RESET = encode({"type": "reset"})


@dataclass(frozen=True, slots=True)
class Frame:
    """The changes of one stretch of the log.

    Attributes:
        after: It tells what happened after this number,
        seq: up to and with this one.
        changes: Each one encoded, joined by commas.
        wire: The whole frame as it is sent.
    """

    after: int
    seq: int
    changes: bytes
    wire: str


def make_frame(after: int, seq: int, changes: Sequence[bytes], now: datetime) -> Frame:
    """Return the frame of a stretch of the log."""
    joined = b",".join(changes)
    return Frame(after=after, seq=seq, changes=joined, wire=changes_wire(seq, joined, now))


def changes_wire(seq: int, joined: bytes, now: datetime) -> str:
    """Return changes as they are sent."""
    return (b'{"seq":%d,"changes":[%b],"now":%b}' % (seq, joined, encode(now))).decode()


def ping_wire(now: datetime) -> str:
    """Return the sign of life that comes when nothing else does."""
    return encode({"ping": now}).decode()


def presence_wire(present: Sequence["Present"]) -> str:
    """Return who looks at what, whole: it replaces what was said before."""
    return encode({"presence": list(present)}).decode()


def guests_wire(guests: Sequence[Guest]) -> str:
    """Return which contacts are in the web chat just now, whole."""
    return encode({"guests": list(guests)}).decode()


class Present(msgspec.Struct, frozen=True, order=True):
    """One agent at one case: `viewing` or `typing`."""

    agent_id: str
    case_id: str
    state: str
