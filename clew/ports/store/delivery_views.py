"""How far our messages have come, as the API shows it."""

from dataclasses import dataclass, field
from datetime import datetime

from clew.domain.reasons import Why


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderStateView:
    """What became of a letter for one of its readers: accepted, deferred or refused."""

    address: str
    role: str
    state: str
    code: str
    reason: str
    why: list[Why] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryView:
    """How far a message of ours has come.

    Attributes:
        code: The reason for programs; empty while all is well.
        why: The reason sentence by sentence, each with its code.
        gives_up_at: Until when it is tried again, where that may take days.
        readers: Of a letter with several readers, what became of it for each.
        reached: How somebody who had left a chat was told of it: `pushed`, `mailed`, `waits`
            or `failed`; empty while they are there.
    """

    state: str
    reason: str
    held_until: datetime | None
    code: str = ""
    gives_up_at: datetime | None = None
    readers: list[ReaderStateView] | None = None
    reached: str = ""
    why: list[Why] = field(default_factory=list)
