"""Who works at the sample shop: teams, agents and how they sign in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clew.domain.errors import NotFound
from clew.domain.ids import TeamId, WorkspaceId
from clew.domain.people import Agent, Availability, Role
from clew.services.asking import Asker
from clew.services.availability import set_availability
from clew.services.deps import Deps
from clew.services.passwords import Passwords
from clew.services.people import AddAgent, ChangeAgent, add_agent, change_agent
from clew.services.sessions import Sessions
from clew.services.setting_up import begin_workspace, find_workspace
from clew.services.teams import SaveTeam, save_team

WORKSPACE = "Jan’s Shop"
ORDERS, RETURNS = "Orders", "Returns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """One agent of the shop; the password is no secret, for nothing of this is real."""

    name: str
    email: str
    password: str
    role: Role
    teams: Sequence[str]
    availability: Availability = Availability.AVAILABLE


OLGA = Colleague(
    name="Olga Nowak",
    email="olga@jans-shop.example",
    password="olga-demo-1",  # noqa: S106 - printed at every start
    role=Role.ADMIN,
    teams=(ORDERS,),
)
COLLEAGUES: Sequence[Colleague] = (
    OLGA,
    Colleague(
        name="Péter Nagy",
        email="peter@jans-shop.example",
        password="peter-demo-1",  # noqa: S106 - printed at every start
        role=Role.AGENT,
        teams=(ORDERS,),
    ),
    Colleague(
        name="Ana Horvat",
        email="ana@jans-shop.example",
        password="ana-demo-1",  # noqa: S106 - printed at every start
        role=Role.AGENT,
        teams=(ORDERS, RETURNS),
        availability=Availability.AWAY,
    ),
    Colleague(
        name="Marek Wójcik",
        email="marek@jans-shop.example",
        password="marek-demo-1",  # noqa: S106 - printed at every start
        role=Role.SUPERVISOR,
        teams=(RETURNS,),
        availability=Availability.AWAY,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The workspace with its people by first name, and its teams by name."""

    workspace_id: WorkspaceId
    agents: Mapping[str, Agent]
    teams: Mapping[str, TeamId]

    def asker(self, first_name: str) -> Asker:
        """Return an agent as the one who does something."""
        return Asker(agent=self.agents[first_name], workspace_id=self.workspace_id)


async def find_shop(deps: Deps) -> Shop | None:
    """Return the sample workspace if it is there."""
    try:
        workspace = await find_workspace(WORKSPACE, deps=deps)
    except NotFound:
        return None
    workplace = await deps.directory.workplace(workspace.id)
    return Shop(
        workspace_id=workspace.id,
        agents={one.name.partition(" ")[0]: one for one in workplace.agents.values()},
        teams={team.name: team.id for team in workplace.teams.values()},
    )


async def open_shop(deps: Deps) -> Shop:
    """Make the sample workspace with its people."""
    passwords, sessions = Passwords(), Sessions(deps.store, deps.clock)
    try:
        begun = await begin_workspace(
            WORKSPACE, OLGA.email, OLGA.password, deps=deps, passwords=passwords
        )
        asker = Asker(agent=begun.admin, workspace_id=begun.workspace.id)
        renamed = ChangeAgent(agent_id=begun.admin.id, name=OLGA.name)
        await change_agent(renamed, asker=asker, deps=deps, passwords=passwords, sessions=sessions)
        teams = await _teams(begun.team.id, asker, deps, sessions)
        await _colleagues(teams, asker, deps, passwords)
    finally:
        passwords.close()
    shop = await find_shop(deps)
    if shop is None:
        raise NotFound("workspace", WORKSPACE)
    for one in COLLEAGUES:
        asker = shop.asker(one.name.partition(" ")[0])
        await set_availability(one.availability, asker=asker, deps=deps, sessions=sessions)
    return await find_shop(deps) or shop


async def _teams(
    first: TeamId, asker: Asker, deps: Deps, sessions: Sessions
) -> Mapping[str, TeamId]:
    orders = SaveTeam(team_id=first, name=ORDERS, first_reply_minutes=60, next_reply_minutes=120)
    await save_team(orders, asker=asker, deps=deps, sessions=sessions)
    returns = SaveTeam(name=RETURNS, first_reply_minutes=120, next_reply_minutes=240, agent_ids=())
    made = await save_team(returns, asker=asker, deps=deps, sessions=sessions)
    return {ORDERS: first, RETURNS: TeamId(made.id)}


async def _colleagues(
    teams: Mapping[str, TeamId], asker: Asker, deps: Deps, passwords: Passwords
) -> None:
    for one in COLLEAGUES:
        if one is OLGA:
            continue
        command = AddAgent(
            name=one.name,
            email=one.email,
            role=one.role,
            team_ids=tuple(teams[name] for name in one.teams),
            password=one.password,
        )
        await add_agent(command, asker=asker, deps=deps, passwords=passwords)
