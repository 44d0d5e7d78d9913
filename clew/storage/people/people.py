"""The rows that change rarely, as one port; what each does is said by the modules beside."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from clew.domain.business_hours import BusinessHours
from clew.domain.ids import AgentId, BusinessHoursId, InboxId, WorkspaceId
from clew.domain.people import Agent, Inbox, Team, Workspace
from clew.ports.channel import Template
from clew.ports.store.people import Credentials, InboxNews, KeptAnswer, KeptToken, SignedIn
from clew.storage.people import access, inboxes, workplaces
from clew.storage.unit import Unit


class SqlPeople:
    """People, teams, inboxes and access within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def add_workspace(self, workspace: Workspace) -> None:
        """Add a workspace."""
        await workplaces.add_workspace(self._unit, workspace)

    async def workspaces(self) -> list[Workspace]:
        """Return all, the oldest first."""
        return await workplaces.all_workspaces(self._unit)

    async def save_agent(self, agent: Agent, password_hash: str | None = None) -> None:
        """Add or replace an agent and their teams; without a hash the password stays.

        Raises:
            Conflict: The e-mail address is taken in this workspace.
        """
        await workplaces.save_agent(self._unit, agent, password_hash)

    async def note_assigned(self, agent_ids: Collection[AgentId], at: datetime) -> None:
        """Keep when agents were last given work, and nothing else of them."""
        await workplaces.note_assigned(self._unit, agent_ids, at)

    async def agents(self, workspace_id: WorkspaceId) -> list[Agent]:
        """Return all agents by name."""
        return await workplaces.all_agents(self._unit, workspace_id)

    async def agent(self, workspace_id: WorkspaceId, agent_id: AgentId) -> Agent | None:
        """Return one agent."""
        return await workplaces.agent(self._unit, workspace_id, agent_id)

    async def credentials(self, email: str) -> list[Credentials]:
        """Return what to check a password against: one per workspace that knows the address."""
        return await workplaces.credentials(self._unit, email)

    async def password_hash(self, agent_id: AgentId) -> str:
        """Return the hash to check a change of password against."""
        return await workplaces.password_hash(self._unit, agent_id)

    async def preferences(self, agent_id: AgentId) -> Mapping[str, object]:
        """Return what an agent prefers."""
        return await workplaces.preferences(self._unit, agent_id)

    async def save_preferences(self, agent_id: AgentId, preferences: Mapping[str, object]) -> None:
        """Replace what an agent prefers."""
        await workplaces.save_preferences(self._unit, agent_id, preferences)

    async def save_team(self, team: Team, agent_ids: Sequence[AgentId] | None = None) -> None:
        """Add or replace a team; without ids its agents stay."""
        await workplaces.save_team(self._unit, team, agent_ids)

    async def teams(self, workspace_id: WorkspaceId) -> list[tuple[Team, list[AgentId]]]:
        """Return all teams by name, with who is in them."""
        return await workplaces.all_teams(self._unit, workspace_id)

    async def save_hours(
        self, workspace_id: WorkspaceId, hours_id: BusinessHoursId, name: str, hours: BusinessHours
    ) -> None:
        """Add or replace business hours."""
        await workplaces.save_hours(self._unit, workspace_id, hours_id, name, hours)

    async def hours(
        self, workspace_id: WorkspaceId
    ) -> list[tuple[BusinessHoursId, str, BusinessHours]]:
        """Return all business hours by name."""
        return await workplaces.all_hours(self._unit, workspace_id)

    async def save_inbox(
        self, inbox: Inbox, sealed_secrets: Mapping[str, bytes] | None = None
    ) -> None:
        """Add or replace an inbox; without secrets they stay, with some those are replaced."""
        await inboxes.save_inbox(self._unit, inbox, sealed_secrets)

    async def inboxes(self, workspace_id: WorkspaceId | None = None) -> list[Inbox]:
        """Return the inboxes of one workspace, or of all."""
        return await inboxes.all_inboxes(self._unit, workspace_id)

    async def inbox(self, inbox_id: InboxId) -> tuple[Inbox, Mapping[str, bytes]] | None:
        """Return an inbox and its sealed secrets."""
        return await inboxes.inbox(self._unit, inbox_id)

    async def note_inbox(self, inbox_id: InboxId, news: InboxNews) -> None:
        """Keep what was learned of an inbox's health; None leaves a field alone."""
        await inboxes.note_inbox(self._unit, inbox_id, news)

    async def queued_in(self, inbox_id: InboxId) -> int:
        """Return how many deliveries wait in an inbox."""
        return await inboxes.queued_in(self._unit, inbox_id)

    async def cases_reaching(self, inbox: Inbox, at_most: int) -> int:
        """Return how many open cases are of contacts who have written to an inbox."""
        return await inboxes.cases_reaching(self._unit, inbox, at_most)

    async def queued(self, workspace_id: WorkspaceId | None = None) -> Mapping[InboxId, int]:
        """Return how many deliveries wait in each inbox in which any does."""
        return await inboxes.queued(self._unit, workspace_id)

    async def secret_names(self, workspace_id: WorkspaceId) -> Mapping[InboxId, Collection[str]]:
        """Return which secrets each inbox of a workspace has, by name."""
        return await inboxes.secret_names(self._unit, workspace_id)

    async def save_templates(
        self, workspace_id: WorkspaceId, inbox_id: InboxId, templates: Sequence[Template]
    ) -> None:
        """Replace the templates of an inbox."""
        await inboxes.save_templates(self._unit, workspace_id, inbox_id, templates)

    async def templates(self, workspace_id: WorkspaceId, inbox_id: InboxId) -> list[Template]:
        """Return the templates of an inbox by name."""
        return await inboxes.all_templates(self._unit, workspace_id, inbox_id)

    async def add_session(
        self, token_sha256: bytes, agent_id: AgentId, csrf_token: str, expires_at: datetime
    ) -> None:
        """Remember a session by the hash of its token."""
        await access.add_session(self._unit, token_sha256, agent_id, csrf_token, expires_at)

    async def session(self, token_sha256: bytes, now: datetime) -> SignedIn | None:
        """Return who is signed in, unless it expired or they are disabled."""
        return await access.session(self._unit, token_sha256, now)

    async def end_sessions(
        self, *, token_sha256: bytes | None = None, agent_id: AgentId | None = None
    ) -> None:
        """Forget one session, or all of an agent."""
        await access.end_sessions(self._unit, token_sha256=token_sha256, agent_id=agent_id)

    async def add_token(self, token_sha256: bytes, agent_id: AgentId, name: str) -> None:
        """Remember an API token by its hash."""
        await access.add_token(self._unit, token_sha256, agent_id, name)

    async def token(self, token_sha256: bytes) -> SignedIn | None:
        """Return whose API token this is, unless they are disabled."""
        return await access.token(self._unit, token_sha256)

    async def tokens(self, workspace_id: WorkspaceId) -> list[KeptToken]:
        """Return the API tokens of a workspace by name."""
        return await access.tokens(self._unit, workspace_id)

    async def end_token(self, token_sha256: bytes) -> None:
        """Forget an API token."""
        await access.end_token(self._unit, token_sha256)

    async def count_attempt(self, key: str, window_began_at: datetime) -> int:
        """Count one attempt under `key` in a window of time; return how many there were."""
        return await access.count_attempt(self._unit, key, window_began_at)

    async def forget_attempts(self, key: str) -> None:
        """Start counting anew."""
        await access.forget_attempts(self._unit, key)

    async def kept_answer(self, agent_id: AgentId, key: str) -> KeptAnswer | None:
        """Return what was answered to this Idempotency-Key before."""
        return await access.kept_answer(self._unit, agent_id, key)

    async def keep_answer(
        self, agent_id: AgentId, key: str, answer: KeptAnswer, at: datetime
    ) -> None:
        """Remember an answer.

        Raises:
            Conflict: The key is in use.
        """
        await access.keep_answer(self._unit, agent_id, key, answer, at)

    async def forget_old(self, now: datetime, answers_before: datetime) -> None:
        """Delete expired sessions, attempts counted long ago, and answers kept before then."""
        await access.forget_old(self._unit, now, answers_before)
