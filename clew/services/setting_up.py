"""A workspace from nothing: what `clew init` does, and who the command line acts for."""

from dataclasses import dataclass

from clew.domain.business_hours import BusinessHours
from clew.domain.errors import ClewError, InvalidInput, NotFound
from clew.domain.ids import AgentId, BusinessHoursId, TeamId, WorkspaceId
from clew.domain.people import Agent, Role, Team, Workspace
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.passwords import Passwords, check_new_password
from clew.services.people import checked_email, checked_name

# Until somebody says otherwise; nights and weekends are accepted and answered in the morning.
USUAL_HOURS: dict[str, object] = {
    "zone": "Europe/Warsaw",
    "weekly": {
        day: ["08:00-18:00"] for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    },
    "exceptions": {},
}


class WorkspaceExists(ClewError):
    """A workspace of this name is there already."""

    code = "workspace_exists"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a workspace {name!r} already; give another name")


class WhichWorkspace(ClewError):
    """There are several workspaces, and none was named."""

    code = "which_workspace"

    def __init__(self, names: list[str]) -> None:
        known = ", ".join(names) or "none yet; make one with `clew init`"
        super().__init__(f"say which with --workspace: {known}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A new workspace with all that the first message needs."""

    workspace: Workspace
    admin: Agent
    team: Team


async def begin_workspace(
    name: str, admin_email: str, password: str, *, deps: Deps, passwords: Passwords
) -> Begun:
    """Make a workspace with business hours, a team, and an administrator in it.

    Raises:
        WorkspaceExists: The name is taken.
        InvalidInput: The name, the address or the password cannot be used.
    """
    name = checked_name(name)
    email = checked_email(admin_email)
    check_new_password(password)
    password_hash = await passwords.hash(password)
    workspace = Workspace(id=WorkspaceId(deps.ids.new()), name=name, created_at=deps.clock.now())
    hours_id = BusinessHoursId(deps.ids.new())
    team = Team(
        id=TeamId(deps.ids.new()),
        workspace_id=workspace.id,
        name="Support",
        business_hours_id=hours_id,
    )
    admin = Agent(
        id=AgentId(deps.ids.new()),
        workspace_id=workspace.id,
        email=email,
        name=email.partition("@")[0],
        role=Role.ADMIN,
        team_ids=(team.id,),
    )
    async with deps.store.write() as tx:
        if any(one.name == name for one in await tx.people.workspaces()):
            raise WorkspaceExists(name)
        await tx.people.add_workspace(workspace)
        hours = BusinessHours.from_data(USUAL_HOURS)
        await tx.people.save_hours(workspace.id, hours_id, "Usual hours", hours)
        await tx.people.save_team(team)
        await tx.people.save_agent(admin, password_hash)
    return Begun(workspace=workspace, admin=admin, team=team)


async def find_workspace(name: str | None, *, deps: Deps) -> Workspace:
    """Return the workspace of this name, or the only one.

    Raises:
        NotFound: None has this name.
        WhichWorkspace: There are several, or none.
    """
    async with deps.store.read() as reader:
        known = await reader.people.workspaces()
    if name is None:
        if len(known) != 1:
            raise WhichWorkspace([one.name for one in known])
        return known[0]
    found = next((one for one in known if one.name == name), None)
    if found is None:
        raise NotFound("workspace", name)
    return found


async def operator_of(workspace: Workspace, *, deps: Deps) -> Asker:
    """Return the administrator for whom whoever runs this machine acts.

    Raises:
        InvalidInput: Everybody who might is disabled.
    """
    async with deps.store.read() as reader:
        agents = await reader.people.agents(workspace.id)
    admins = [one for one in agents if one.role is Role.ADMIN and not one.is_disabled]
    if not admins:
        raise InvalidInput("workspace", "it has no administrator who may work")
    return Asker(agent=min(admins, key=lambda one: one.id), workspace_id=workspace.id)
