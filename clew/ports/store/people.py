"""Workspaces, agents, teams, inboxes; sign-in, tokens and repeated requests."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from clew.domain.business_hours import BusinessHours
from clew.domain.ids import (
    AgentId,
    BusinessHoursId,
    InboxId,
    WorkspaceId,
)
from clew.domain.people import Agent, Inbox, InboxState, Team, Workspace
from clew.ports.channel import Template


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """What is needed to check a password."""

    agent: Agent
    workspace: Workspace
    password_hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Who asks: an agent by a session's cookie, or by an API token.

    Attributes:
        csrf_token: Of the session; empty for a token, which no browser sends by itself.
    """

    agent: Agent
    workspace: Workspace
    csrf_token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptToken:
    """What is known of an API token: its hash, what it is for, and who it acts as."""

    token_sha256: bytes
    name: str
    agent_id: AgentId
    agent_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """What was answered to a request with this Idempotency-Key."""

    request_sha256: str
    status: int
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxNews:
    """What sending and receiving taught us about an inbox."""

    received_at: datetime | None = None
    sent_at: datetime | None = None
    error_at: datetime | None = None
    state: InboxState | None = None
    reason: str | None = None
    shown_at: datetime | None = None
    shown_on: str | None = None


class People(Protocol):
    """Rows that change rarely. Each change is told in the log with the next `record`."""

    async def add_workspace(self, workspace: Workspace) -> None:
        """Add a workspace."""
        ...

    async def workspaces(self) -> list[Workspace]:
        """Return all, the oldest first."""
        ...

    async def save_agent(self, agent: Agent, password_hash: str | None = None) -> None:
        """Add or replace an agent and their teams; without a hash the password stays.

        Raises:
            Conflict: The e-mail address is taken in this workspace.
        """
        ...

    async def note_assigned(self, agent_ids: Collection[AgentId], at: datetime) -> None:
        """Keep when agents were last given work, and nothing else of them."""
        ...

    async def agents(self, workspace_id: WorkspaceId) -> list[Agent]:
        """Return all agents by name."""
        ...

    async def agent(self, workspace_id: WorkspaceId, agent_id: AgentId) -> Agent | None:
        """Return one agent."""
        ...

    async def credentials(self, email: str) -> list[Credentials]:
        """Return what to check a password against: one per workspace that knows the address."""
        ...

    async def password_hash(self, agent_id: AgentId) -> str:
        """Return the hash to check a change of password against."""
        ...

    async def preferences(self, agent_id: AgentId) -> Mapping[str, object]:
        """Return what an agent prefers."""
        ...

    async def save_preferences(self, agent_id: AgentId, preferences: Mapping[str, object]) -> None:
        """Replace what an agent prefers."""
        ...

    async def save_team(self, team: Team, agent_ids: Sequence[AgentId] | None = None) -> None:
        """Add or replace a team; without ids its agents stay."""
        ...

    async def teams(self, workspace_id: WorkspaceId) -> list[tuple[Team, list[AgentId]]]:
        """Return all teams by name, with who is in them."""
        ...

    async def save_hours(
        self, workspace_id: WorkspaceId, hours_id: BusinessHoursId, name: str, hours: BusinessHours
    ) -> None:
        """Add or replace business hours."""
        ...

    async def hours(
        self, workspace_id: WorkspaceId
    ) -> list[tuple[BusinessHoursId, str, BusinessHours]]:
        """Return all business hours by name."""
        ...

    async def save_inbox(
        self, inbox: Inbox, sealed_secrets: Mapping[str, bytes] | None = None
    ) -> None:
        """Add or replace an inbox; without secrets they stay, with some those are replaced."""
        ...

    async def inboxes(self, workspace_id: WorkspaceId | None = None) -> list[Inbox]:
        """Return the inboxes of one workspace, or of all."""
        ...

    async def inbox(self, inbox_id: InboxId) -> tuple[Inbox, Mapping[str, bytes]] | None:
        """Return an inbox and its sealed secrets."""
        ...

    async def note_inbox(self, inbox_id: InboxId, news: InboxNews) -> None:
        """Keep what was learned of an inbox's health; None leaves a field alone."""
        ...

    async def queued_in(self, inbox_id: InboxId) -> int:
        """Return how many deliveries wait in an inbox."""
        ...

    async def cases_reaching(self, inbox: Inbox, at_most: int) -> int:
        """Return how many open cases are of contacts who have written to an inbox."""
        ...

    async def queued(self, workspace_id: WorkspaceId | None = None) -> Mapping[InboxId, int]:
        """Return how many deliveries wait in each inbox in which any does."""
        ...

    async def secret_names(self, workspace_id: WorkspaceId) -> Mapping[InboxId, Collection[str]]:
        """Return which secrets each inbox of a workspace has, by name."""
        ...

    async def save_templates(
        self, workspace_id: WorkspaceId, inbox_id: InboxId, templates: Sequence[Template]
    ) -> None:
        """Replace the templates of an inbox."""
        ...

    async def templates(self, workspace_id: WorkspaceId, inbox_id: InboxId) -> list[Template]:
        """Return the templates of an inbox by name."""
        ...

    async def add_session(
        self, token_sha256: bytes, agent_id: AgentId, csrf_token: str, expires_at: datetime
    ) -> None:
        """Remember a session by the hash of its token."""
        ...

    async def session(self, token_sha256: bytes, now: datetime) -> SignedIn | None:
        """Return who is signed in, unless it expired or they are disabled."""
        ...

    async def end_sessions(
        self, *, token_sha256: bytes | None = None, agent_id: AgentId | None = None
    ) -> None:
        """Forget one session, or all of an agent."""
        ...

    async def add_token(self, token_sha256: bytes, agent_id: AgentId, name: str) -> None:
        """Remember an API token by its hash."""
        ...

    async def token(self, token_sha256: bytes) -> SignedIn | None:
        """Return whose API token this is, unless they are disabled."""
        ...

    async def tokens(self, workspace_id: WorkspaceId) -> list[KeptToken]:
        """Return the API tokens of a workspace by name."""
        ...

    async def end_token(self, token_sha256: bytes) -> None:
        """Forget an API token."""
        ...

    async def count_attempt(self, key: str, window_began_at: datetime) -> int:
        """Count one attempt under `key` in a window of time; return how many there were."""
        ...

    async def forget_attempts(self, key: str) -> None:
        """Start counting anew."""
        ...

    async def kept_answer(self, agent_id: AgentId, key: str) -> KeptAnswer | None:
        """Return what was answered to this Idempotency-Key before."""
        ...

    async def keep_answer(
        self, agent_id: AgentId, key: str, answer: KeptAnswer, at: datetime
    ) -> None:
        """Remember an answer.

        Raises:
            Conflict: The key is in use.
        """
        ...

    async def forget_old(self, now: datetime, answers_before: datetime) -> None:
        """Delete expired sessions, attempts counted long ago, and answers kept before then."""
        ...
