"""Who and what there is in a workspace, kept at hand: it is asked for with every message.

Configuration changes a few times a day and is read a thousand times a second. The directory
keeps one snapshot per workspace, made anew when a change is announced and at the latest after
`FRESH_FOR`, so that several processes agree within seconds.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from clew.domain.business_hours import BusinessHours
from clew.domain.errors import NotFound
from clew.domain.ids import AgentId, InboxId, TeamId, WorkspaceId
from clew.domain.people import Agent, Availability, Inbox, Team
from clew.domain.sla.policy import Policy
from clew.domain.sla.targets import ReplyTargets
from clew.ports.channel import InboxConfig
from clew.ports.clock import Clock
from clew.ports.store import Store
from clew.ports.vault import Vault

FRESH_FOR = timedelta(seconds=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """One workspace as it is configured now."""

    agents: Mapping[AgentId, Agent]
    teams: Mapping[TeamId, Team]
    inboxes: Mapping[InboxId, Inbox]
    policies: Mapping[TeamId, Policy]
    read_at: datetime

    def policy(self, team_id: TeamId) -> Policy:
        """Return the policy of a team.

        Raises:
            NotFound: There is no such team here.
        """
        policy = self.policies.get(team_id)
        if policy is None:
            raise NotFound("team", team_id)
        return policy

    def is_reachable(self, agent_id: AgentId | None) -> bool:
        """Say whether an agent takes work now."""
        agent = self.agents.get(agent_id) if agent_id else None
        return (
            agent is not None
            and not agent.is_disabled
            and agent.availability is Availability.AVAILABLE
        )

    def members(self, team_id: TeamId) -> list[Agent]:
        """Return the agents of a team who may work."""
        return [
            agent
            for agent in self.agents.values()
            if team_id in agent.team_ids and not agent.is_disabled
        ]


class Directory:
    """Snapshots of workspaces, and the opened settings of inboxes."""

    def __init__(self, store: Store, vault: Vault, clock: Clock) -> None:
        self._store = store
        self._vault = vault
        self._clock = clock
        self._workplaces: dict[WorkspaceId, Workplace] = {}
        self._inboxes: dict[InboxId, tuple[datetime, Inbox, InboxConfig]] = {}

    def forget(self, workspace_id: WorkspaceId) -> None:
        """Read everything anew at the next question, because something was changed."""
        self._workplaces.pop(workspace_id, None)
        self._inboxes.clear()

    async def workplace(
        self, workspace_id: WorkspaceId, *, knowing: Collection[TeamId] = ()
    ) -> Workplace:
        """Return the workspace as it is configured now, at most `FRESH_FOR` old.

        A snapshot that does not know one of the teams in `knowing` is read anew: another process
        has just added it, and what comes in for it must not fail.
        """
        now = self._clock.now()
        known = self._workplaces.get(workspace_id)
        if (
            known is not None
            and abs(now - known.read_at) < FRESH_FOR
            and known.policies.keys() >= set(knowing)
        ):
            return known
        fresh = await self._read(workspace_id, now)
        self._workplaces[workspace_id] = fresh
        return fresh

    async def inbox(self, inbox_id: InboxId) -> tuple[Inbox, InboxConfig] | None:
        """Return an inbox with its settings and opened secrets, at most `FRESH_FOR` old."""
        now = self._clock.now()
        known = self._inboxes.get(inbox_id)
        if known is not None and abs(now - known[0]) < FRESH_FOR:
            return known[1], known[2]
        async with self._store.read() as reader:
            found = await reader.people.inbox(inbox_id)
        if found is None:
            self._inboxes.pop(inbox_id, None)
            return None
        inbox, sealed = found
        secrets = {
            name: self._vault.open(secret, secret_place(inbox_id, name))
            for name, secret in sealed.items()
        }
        config = InboxConfig(settings=dict(inbox.settings), secrets=secrets)
        self._inboxes[inbox_id] = (now, inbox, config)
        return inbox, config

    async def _read(self, workspace_id: WorkspaceId, now: datetime) -> Workplace:
        async with self._store.read() as reader:
            agents = await reader.people.agents(workspace_id)
            teams = [team for team, _ in await reader.people.teams(workspace_id)]
            inboxes = await reader.people.inboxes(workspace_id)
            hours = {one: value for one, _, value in await reader.people.hours(workspace_id)}
        return Workplace(
            agents={agent.id: agent for agent in agents},
            teams={team.id: team for team in teams},
            inboxes={inbox.id: inbox for inbox in inboxes},
            policies={team.id: policy_of(team, hours[team.business_hours_id]) for team in teams},
            read_at=now,
        )


def policy_of(team: Team, hours: BusinessHours) -> Policy:
    """Return the SLA policy that a team's targets and business hours make."""
    return Policy(hours=hours, targets=ReplyTargets(first=team.first_reply, next=team.next_reply))


def secret_place(inbox_id: InboxId, name: str) -> str:
    """Return where a secret of an inbox belongs; it opens nowhere else."""
    return f"inbox/{inbox_id}/{name}"
