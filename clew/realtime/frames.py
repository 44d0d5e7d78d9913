"""What is sent over the stream, as bytes made once for all who get it."""

from collections.abc import Mapping, Sequence
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
        own: Likewise what only one agent is told, per agent.
        wire: The whole frame as it is sent to those of whom nothing is in `own`.
    """

    after: int
    seq: int
    changes: bytes
    wire: str
    now: datetime
    own: Mapping[str, bytes]

    @property
    def size(self) -> int:
        """Return how many bytes of changes it holds."""
        return len(self.changes) + sum(len(one) for one in self.own.values())

    def changes_for(self, agent_id: str) -> bytes:
        """Return everything that an agent is told."""
        own = self.own.get(agent_id, b"")
        return b",".join(part for part in (self.changes, own) if part)

    def wire_for(self, agent_id: str) -> str:
        """Return the frame as it is sent to an agent."""
        if agent_id not in self.own:
            return self.wire
        return changes_wire(self.seq, self.changes_for(agent_id), self.now)


def make_frame(
    after: int,
    seq: int,
    changes: Sequence[bytes],
    now: datetime,
    own: Mapping[str, Sequence[bytes]] | None = None,
) -> Frame:
    """Return the frame of a stretch of the log."""
    joined = b",".join(changes)
    return Frame(
        after=after,
        seq=seq,
        changes=joined,
        wire=changes_wire(seq, joined, now),
        now=now,
        own={agent_id: b",".join(one) for agent_id, one in (own or {}).items()},
    )


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
