"""Workspaces, agents, teams and business hours."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from clew.domain.business_hours import BusinessHours
from clew.domain.ids import AgentId, BusinessHoursId, TeamId, WorkspaceId
from clew.domain.people import Agent, Availability, Role, Team, Workspace
from clew.ports.store.people import Credentials
from clew.storage.engine import padded
from clew.storage.schema import agents as agents_table
from clew.storage.schema import business_hours, team_members, workspaces
from clew.storage.schema import teams as teams_table
from clew.storage.unit import Many, Unit

_AGENT = (
    agents_table.c.id,
    agents_table.c.workspace_id,
    agents_table.c.email,
    agents_table.c.name,
    agents_table.c.role,
    agents_table.c.availability,
    agents_table.c.is_disabled,
    agents_table.c.last_assigned_at,
)
WORKSPACE = (workspaces.c.id, workspaces.c.name, workspaces.c.created_at)
_MEMBERS = select(team_members.c.agent_id, team_members.c.team_id).order_by(team_members.c.team_id)


async def add_workspace(unit: Unit, workspace: Workspace) -> None:
    """Add a workspace."""
    await unit.run(
        Many(insert(workspaces)),
        [{"id": workspace.id, "name": workspace.name, "created_at": workspace.created_at}],
    )


async def all_workspaces(unit: Unit) -> list[Workspace]:
    """Return all, the oldest first."""
    rows = await unit.all(select(*WORKSPACE).order_by(workspaces.c.created_at, workspaces.c.id))
    return [workspace_from(row) for row in rows]


def workspace_from(row: Sequence[Any]) -> Workspace:
    """Return the workspace of a row of `WORKSPACE`."""
    return Workspace(id=row[0], name=row[1], created_at=row[2])


async def save_agent(unit: Unit, agent: Agent, password_hash: str | None = None) -> None:
    """Add or replace an agent and their teams; without a hash the password stays."""
    values = {
        "workspace_id": agent.workspace_id,
        "id": agent.id,
        "email": agent.email,
        "email_key": email_key(agent.email),
        "name": agent.name,
        "role": agent.role.value,
        "availability": agent.availability.value,
        "is_disabled": agent.is_disabled,
        "last_assigned_at": agent.last_assigned_at,
    }
    if password_hash is not None:
        values["password_hash"] = password_hash
    await save(unit, agents_table, values)
    await unit.connection.execute(
        delete(team_members).where(
            team_members.c.workspace_id == agent.workspace_id,
            team_members.c.agent_id == agent.id,
        )
    )
    members = [(team_id, agent.id) for team_id in dict.fromkeys(agent.team_ids)]
    await _join(unit, agent.workspace_id, members)


async def note_assigned(unit: Unit, agent_ids: Collection[AgentId], at: datetime) -> None:
    """Keep when agents were last given work, and nothing else of them."""
    if agent_ids:
        await unit.connection.execute(
            update(agents_table)
            .where(agents_table.c.id.in_(padded(agent_ids)))
            .values(last_assigned_at=at)
        )


async def all_agents(unit: Unit, workspace_id: WorkspaceId) -> list[Agent]:
    """Return all agents by name."""
    rows = await unit.all(
        select(*_AGENT)
        .where(agents_table.c.workspace_id == workspace_id)
        .order_by(agents_table.c.name, agents_table.c.id)
    )
    return await _with_teams(unit, rows)


async def agent(unit: Unit, workspace_id: WorkspaceId, agent_id: AgentId) -> Agent | None:
    """Return one agent."""
    rows = await unit.all(
        select(*_AGENT).where(
            agents_table.c.workspace_id == workspace_id, agents_table.c.id == agent_id
        )
    )
    found = await _with_teams(unit, rows)
    return found[0] if found else None


async def credentials(unit: Unit, email: str) -> list[Credentials]:
    """Return what to check a password against: one per workspace that knows the address."""
    rows = await unit.all(
        select(*_AGENT, agents_table.c.password_hash, *WORKSPACE)
        .join(workspaces, workspaces.c.id == agents_table.c.workspace_id)
        .where(agents_table.c.email_key == email_key(email))
        .order_by(workspaces.c.created_at, workspaces.c.id)
    )
    known = await _with_teams(unit, rows)
    return [
        Credentials(
            agent=one,
            workspace=workspace_from(row[len(_AGENT) + 1 :]),
            password_hash=row[len(_AGENT)],
        )
        for one, row in zip(known, rows, strict=True)
    ]


async def password_hash(unit: Unit, agent_id: AgentId) -> str:
    """Return the hash to check a change of password against."""
    row = await unit.first(
        select(agents_table.c.password_hash).where(agents_table.c.id == agent_id)
    )
    return str(row[0]) if row else ""


async def preferences(unit: Unit, agent_id: AgentId) -> Mapping[str, object]:
    """Return what an agent prefers."""
    row = await unit.first(select(agents_table.c.preferences).where(agents_table.c.id == agent_id))
    return (row[0] or {}) if row else {}


async def save_preferences(
    unit: Unit, agent_id: AgentId, preferences: Mapping[str, object]
) -> None:
    """Replace what an agent prefers."""
    await unit.connection.execute(
        update(agents_table)
        .where(agents_table.c.id == agent_id)
        .values(preferences=dict(preferences))
    )


async def save_team(unit: Unit, team: Team, agent_ids: Sequence[AgentId] | None = None) -> None:
    """Add or replace a team; without ids its agents stay."""
    values = {
        "workspace_id": team.workspace_id,
        "id": team.id,
        "name": team.name,
        "business_hours_id": team.business_hours_id,
        "first_reply": team.first_reply,
        "next_reply": team.next_reply,
        "signature": team.signature,
        "reminder": team.reminder,
        "farewell": team.farewell,
    }
    await save(unit, teams_table, values)
    if agent_ids is not None:
        await unit.connection.execute(
            delete(team_members).where(
                team_members.c.workspace_id == team.workspace_id,
                team_members.c.team_id == team.id,
            )
        )
        members = [(team.id, agent_id) for agent_id in dict.fromkeys(agent_ids)]
        await _join(unit, team.workspace_id, members)


async def all_teams(unit: Unit, workspace_id: WorkspaceId) -> list[tuple[Team, list[AgentId]]]:
    """Return all teams by name, with who is in them."""
    rows = await unit.all(
        select(teams_table)
        .where(teams_table.c.workspace_id == workspace_id)
        .order_by(teams_table.c.name, teams_table.c.id)
    )
    members: dict[TeamId, list[AgentId]] = {}
    for agent_id, team_id in await unit.all(
        _MEMBERS.where(team_members.c.workspace_id == workspace_id)
    ):
        members.setdefault(team_id, []).append(agent_id)
    return [
        (
            Team(
                id=row.id,
                workspace_id=row.workspace_id,
                name=row.name,
                business_hours_id=row.business_hours_id,
                first_reply=row.first_reply,
                next_reply=row.next_reply,
                signature=row.signature or "",
                reminder=row.reminder or "",
                farewell=row.farewell or "",
            ),
            members.get(row.id, []),
        )
        for row in rows
    ]


async def save_hours(
    unit: Unit,
    workspace_id: WorkspaceId,
    hours_id: BusinessHoursId,
    name: str,
    hours: BusinessHours,
) -> None:
    """Add or replace business hours."""
    values = {
        "workspace_id": workspace_id,
        "id": hours_id,
        "name": name,
        "hours": hours.to_data(),
    }
    await save(unit, business_hours, values)


async def all_hours(
    unit: Unit, workspace_id: WorkspaceId
) -> list[tuple[BusinessHoursId, str, BusinessHours]]:
    """Return all business hours by name."""
    rows = await unit.all(
        select(business_hours.c.id, business_hours.c.name, business_hours.c.hours)
        .where(business_hours.c.workspace_id == workspace_id)
        .order_by(business_hours.c.name, business_hours.c.id)
    )
    return [(row[0], row[1], BusinessHours.from_data(row[2])) for row in rows]


def email_key(email: str) -> str:
    """Return what e-mail addresses are compared by."""
    return email.strip().casefold()


async def save(unit: Unit, table: Any, values: dict[str, Any]) -> None:
    """Add a row, or replace what `values` says of the one with its key."""
    changed = {name: value for name, value in values.items() if name not in table.primary_key.c}
    await unit.connection.execute(
        unit.engine.insert(table)
        .values(values)
        .on_conflict_do_update(index_elements=list(table.primary_key.c), set_=changed)
    )


async def _join(
    unit: Unit, workspace_id: WorkspaceId, members: Sequence[tuple[TeamId, AgentId]]
) -> None:
    await unit.run(
        Many(insert(team_members)),
        [
            {"workspace_id": workspace_id, "team_id": team_id, "agent_id": agent_id}
            for team_id, agent_id in members
        ],
    )


async def _with_teams(unit: Unit, rows: Sequence[Sequence[Any]]) -> list[Agent]:
    if not rows:
        return []
    ids = [row[0] for row in rows]
    teams: dict[AgentId, list[TeamId]] = {}
    in_workspaces = team_members.c.workspace_id.in_({row[1] for row in rows})
    of_one = [team_members.c.agent_id == ids[0]] if len(ids) == 1 else []
    for agent_id, team_id in await unit.all(_MEMBERS.where(in_workspaces, *of_one)):
        teams.setdefault(agent_id, []).append(team_id)
    return [agent_from(row, tuple(teams.get(row[0], ()))) for row in rows]


def agent_from(row: Sequence[Any], team_ids: tuple[TeamId, ...]) -> Agent:
    """Return the agent of a row."""
    return Agent(
        id=row[0],
        workspace_id=row[1],
        email=row[2],
        name=row[3],
        role=Role(row[4]),
        availability=Availability(row[5]),
        team_ids=team_ids,
        is_disabled=row[6],
        last_assigned_at=row[7],
    )
