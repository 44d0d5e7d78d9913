"""What providers sent, raw, durable before it is acknowledged, and never forgotten by accident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from clew.domain.ids import InboxId, WorkspaceId


class IntakeState(StrEnum):
    """Where a raw event stands; there is no other sink."""

    PENDING = "pending"
    DONE = "done"
    IGNORED = "ignored"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """A genuine request of a provider, as received."""

    workspace_id: WorkspaceId
    inbox_id: InboxId
    received_at: datetime
    headers: Mapping[str, str]
    query: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeEvent:
    """A stored one."""

    id: int
    workspace_id: WorkspaceId
    inbox_id: InboxId
    received_at: datetime
    headers: Mapping[str, str]
    query: str
    body: bytes
    state: IntakeState
    attempts: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeCounts:
    """How many events stand where, and since when the oldest one waits."""

    pending: int
    done: int
    ignored: int
    quarantined: int
    oldest_pending_at: datetime | None


class Intake(Protocol):
    """Take in first, understand later."""

    async def append(self, event: NewEvent) -> None:
        """Return when `event` is durable; many waiting callers share one commit.

        Raises:
            StoreIsUnavailable: It could not be made durable, and is not kept.
        """
        ...

    async def counts(self, workspace_id: WorkspaceId | None = None) -> IntakeCounts:
        """Return the conservation counts."""
        ...

    async def find(
        self, states: Sequence[IntakeState], limit: int, before_id: int | None = None
    ) -> list[IntakeEvent]:
        """Return events in these states, the newest first."""
        ...

    async def get(self, event_id: int) -> IntakeEvent | None:
        """Return one event, or None."""
        ...

    async def replay(self, event_ids: Sequence[int]) -> int:
        """Make quarantined, ignored or done events pending again; return how many."""
        ...
