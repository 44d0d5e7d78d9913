"""How long agents worked on cases: kept for planning, told to nobody but themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from clew.domain.attention import Focus
from clew.domain.ids import AgentId, CaseId, WorkspaceId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFocus:
    """A focus as it was last told of.

    Attributes:
        report: The number of the report that told of it last.
        seconds: What of it counts.
    """

    focus: Focus
    agent_id: AgentId
    report: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """By how much an agent set right what was measured of a case; `seconds` may be negative."""

    id: UUID
    agent_id: AgentId
    case_id: CaseId
    at: datetime
    seconds: int


class Attention(Protocol):
    """Foci of agents, and what they set right."""

    async def hold(self, workspace_id: WorkspaceId, agent_id: AgentId) -> None:
        """Let nobody else change what is kept of an agent until the end of the transaction."""
        ...

    async def find(self, workspace_id: WorkspaceId, focus_id: UUID) -> KeptFocus | None:
        """Return a focus."""
        ...

    async def between(
        self, workspace_id: WorkspaceId, agent_id: AgentId, since: datetime, until: datetime
    ) -> list[KeptFocus]:
        """Return an agent's foci that touch this time, in order."""
        ...

    async def save(self, workspace_id: WorkspaceId, foci: Sequence[KeptFocus]) -> None:
        """Add or replace foci."""
        ...

    async def correct(self, workspace_id: WorkspaceId, correction: Correction) -> None:
        """Count more or fewer seconds than was measured."""
        ...

    async def seconds(self, workspace_id: WorkspaceId, agent_id: AgentId, case_id: CaseId) -> int:
        """Return how long an agent worked on a case."""
        ...

    async def forget_beats(self, until: datetime) -> None:
        """Forget the single beats of what ended before; what counts of it stays."""
        ...
