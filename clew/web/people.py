"""Agents and teams."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import AgentId, BusinessHoursId, TeamId
from clew.domain.people import Role
from clew.ports.store.views import Page
from clew.services import people, teams
from clew.services.asking import Asker
from clew.services.people import AgentView
from clew.services.teams import TeamView
from clew.web.options import Desk
from clew.web.parameters import (
    NO_NUL,
    AskedBy,
    AtDesk,
    Cursor,
    Email,
    Limit,
    Name,
    Password,
    paged,
    with_seq,
)

Ids = Annotated[list[UUID], Meta(max_length=500)]
Minutes = Annotated[int, Meta(ge=1, le=60 * 24 * 60)]
Signature = Annotated[str, Meta(max_length=2_000, pattern=NO_NUL)]


async def list_agents(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[AgentView]]:
    """List the agents of the workspace by name."""
    agents = await people.list_agents(asker=asker, deps=desk.deps)
    return with_seq(paged(agents, cursor, limit))


class NewAgent(Struct):
    """A new colleague, with a first password."""

    name: Name
    email: Email
    role: Role
    password: Password
    team_ids: Ids = []


async def add_agent(*, data: JSONBody[NewAgent], desk: AtDesk, asker: AskedBy) -> AgentView:
    """Add an agent; for administrators."""
    command = people.AddAgent(
        name=data.name,
        email=data.email,
        role=data.role,
        team_ids=tuple(TeamId(one) for one in dict.fromkeys(data.team_ids)),
        password=data.password,
    )
    return await people.add_agent(command, asker=asker, deps=desk.deps, passwords=desk.passwords)


class AgentPatch(Struct):
    """What shall be different about an agent; what is left out stays."""

    name: Name | None = None
    email: Email | None = None
    role: Role | None = None
    team_ids: Ids | None = None
    disabled: bool | None = None
    password: Password | None = None


async def change_agent(
    agent_id: FromPath[UUID], *, data: JSONBody[AgentPatch], desk: AtDesk, asker: AskedBy
) -> AgentView:
    """Change, disable or enable an agent; for administrators."""
    command = people.ChangeAgent(
        agent_id=AgentId(agent_id),
        name=data.name,
        email=data.email,
        role=data.role,
        team_ids=(
            None
            if data.team_ids is None
            else tuple(TeamId(one) for one in dict.fromkeys(data.team_ids))
        ),
        is_disabled=data.disabled,
        password=data.password,
    )
    return await people.change_agent(
        command, asker=asker, deps=desk.deps, passwords=desk.passwords, sessions=desk.sessions
    )


async def list_teams(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[TeamView]]:
    """List the teams of the workspace by name."""
    found = await teams.list_teams(asker=asker, deps=desk.deps)
    return with_seq(paged(found, cursor, limit))


class NewTeam(Struct):
    """A new team; without business hours it gets the workspace's usual ones."""

    name: Name
    business_hours_id: UUID | None = None
    first_reply_minutes: Minutes | None = None
    next_reply_minutes: Minutes | None = None
    agent_ids: Ids | None = None
    signature: Signature | None = None
    reminder: Signature | None = None
    farewell: Signature | None = None


class TeamPatch(Struct):
    """What shall be different about a team; what is left out stays."""

    name: Name | None = None
    business_hours_id: UUID | None = None
    first_reply_minutes: Minutes | None = None
    next_reply_minutes: Minutes | None = None
    agent_ids: Ids | None = None
    signature: Signature | None = None
    reminder: Signature | None = None
    farewell: Signature | None = None


async def add_team(*, data: JSONBody[NewTeam], desk: AtDesk, asker: AskedBy) -> TeamView:
    """Add a team; for administrators."""
    return await _save_team(None, data, desk, asker)


async def change_team(
    team_id: FromPath[UUID], *, data: JSONBody[TeamPatch], desk: AtDesk, asker: AskedBy
) -> TeamView:
    """Change a team; for administrators."""
    return await _save_team(TeamId(team_id), data, desk, asker)


async def _save_team(
    team_id: TeamId | None, data: NewTeam | TeamPatch, desk: Desk, asker: Asker
) -> TeamView:
    hours_id, agent_ids = data.business_hours_id, data.agent_ids
    command = teams.SaveTeam(
        team_id=team_id,
        name=data.name,
        business_hours_id=BusinessHoursId(hours_id) if hours_id else None,
        first_reply_minutes=data.first_reply_minutes,
        next_reply_minutes=data.next_reply_minutes,
        agent_ids=(
            None if agent_ids is None else tuple(AgentId(one) for one in dict.fromkeys(agent_ids))
        ),
        signature=data.signature,
        reminder=data.reminder,
        farewell=data.farewell,
    )
    return await teams.save_team(command, asker=asker, deps=desk.deps, sessions=desk.sessions)
