"""One-time links by which somebody sets a password of their own."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from clew.domain.ids import AgentId, WorkspaceId
from clew.domain.people import Agent, Workspace


class LinkPurpose(StrEnum):
    """Why there is a link."""

    INVITATION = "invitation"
    RESET = "reset"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLink:
    """A link as it is kept: whose it is, never what it says."""

    agent: Agent
    workspace: Workspace
    purpose: LinkPurpose
    made_at: datetime
    expires_at: datetime


class Links(Protocol):
    """Each agent has one link at most."""

    async def keep(
        self,
        token_sha256: bytes,
        agent_id: AgentId,
        purpose: LinkPurpose,
        *,
        made_at: datetime,
        expires_at: datetime,
    ) -> None:
        """Keep a link; those that the agent had before are void."""
        ...

    async def find(self, token_sha256: bytes) -> KeptLink | None:
        """Return a link, whether it is still good or not."""
        ...

    async def of_agent(self, agent_id: AgentId) -> KeptLink | None:
        """Return the link of an agent."""
        ...

    async def of_workspace(self, workspace_id: WorkspaceId) -> list[KeptLink]:
        """Return all links of a workspace, the latest first."""
        ...

    async def end(self, agent_id: AgentId) -> bool:
        """Forget the link of an agent; say whether there was one."""
        ...
