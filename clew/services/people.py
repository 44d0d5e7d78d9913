"""The agents of a workspace: who they are, what they may do, whether they take work."""

import json
from dataclasses import dataclass, field, replace
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.errors import ClewError, InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, TeamId
from clew.domain.people import Agent, Availability, Role
from clew.domain.sizes import check_length
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import AGENT_CHANGED, PREFERENCES_CHANGED
from clew.services.asking import Asker
from clew.services.availability import hand_over
from clew.services.deps import Deps
from clew.services.passwords import Passwords, check_new_password
from clew.services.sessions import Sessions
from clew.services.snapshots import Snapshot, take
from clew.services.telling import tell_own

NAME_MAX_CHARS = 120
MAX_PREFERENCES_CHARS = 16_384


class LastAdministrator(ClewError):
    """A workspace always has somebody who may manage it."""

    code = "last_administrator"

    def __init__(self) -> None:
        super().__init__("make somebody else an administrator first")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentView:
    """An agent as colleagues see them."""

    id: UUID
    name: str
    email: str
    role: Role
    availability: Availability
    team_ids: list[UUID]
    disabled: bool


def view(agent: Agent) -> AgentView:
    """Return an agent as colleagues see them."""
    return AgentView(
        id=agent.id,
        name=agent.name,
        email=agent.email,
        role=agent.role,
        availability=agent.availability,
        team_ids=list(agent.team_ids),
        disabled=agent.is_disabled,
    )


async def list_agents(*, asker: Asker, deps: Deps) -> Snapshot[list[AgentView]]:
    """Return all agents of the workspace by name."""
    # Not from the directory, which may be seconds old: this is a snapshot that changes build on.
    found = await take(
        lambda reader: reader.people.agents(asker.workspace_id), asker=asker, deps=deps
    )
    by_name = sorted(found.value, key=lambda agent: (agent.name.casefold(), agent.id))
    return Snapshot(seq=found.seq, value=[view(agent) for agent in by_name])


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAgent:
    """A new colleague, with a first password."""

    name: str
    email: str
    role: Role
    team_ids: tuple[TeamId, ...]
    password: str = field(repr=False)


async def add_agent(
    command: AddAgent, *, asker: Asker, deps: Deps, passwords: Passwords
) -> AgentView:
    """Add an agent to the workspace.

    Raises:
        NotAllowed: Only who manages people may.
        InvalidInput: The address is taken, or it, the password or a team cannot be used.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)
    check_new_password(command.password)
    agent = Agent(
        id=AgentId(deps.ids.new()),
        workspace_id=asker.workspace_id,
        email=checked_email(command.email),
        name=checked_name(command.name),
        role=command.role,
        team_ids=command.team_ids,
    )
    password_hash = await passwords.hash(command.password)
    async with deps.store.write() as tx:
        await check_teams(tx, asker, command.team_ids)
        await check_address(tx, agent)
        await tx.people.save_agent(agent, password_hash)
        await tx.record(changed(asker, deps, agent.id))
    deps.directory.forget(asker.workspace_id)
    return view(agent)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAgent:
    """What shall be different about an agent; None leaves it as it is."""

    agent_id: AgentId
    name: str | None = None
    email: str | None = None
    role: Role | None = None
    team_ids: tuple[TeamId, ...] | None = None
    is_disabled: bool | None = None
    password: str | None = field(default=None, repr=False)


async def change_agent(
    command: ChangeAgent, *, asker: Asker, deps: Deps, passwords: Passwords, sessions: Sessions
) -> AgentView:
    """Change an agent. A new password, another role or being disabled ends all their sessions.

    The open cases of a disabled agent go to the queues of their teams.

    Raises:
        NotAllowed: Only who manages people may.
        NotFound: There is no such agent here.
        LastAdministrator: Nobody would be left to manage the workspace.
        InvalidInput: A value cannot be used, or the address is taken.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)
    if command.password is not None:
        check_new_password(command.password)
    password_hash = await passwords.hash(command.password) if command.password else None
    async with deps.store.write() as tx:
        before = await tx.people.agent(asker.workspace_id, command.agent_id)
        if before is None:
            raise NotFound("agent", command.agent_id)
        after = changed_agent(before, command)
        await check_teams(tx, asker, command.team_ids or ())
        await check_administrators(tx, before, after)
        await check_address(tx, after)
        await tx.people.save_agent(after, password_hash)
        changes = changed(asker, deps, after.id)
        await hand_over(tx, changes, before, after)
        if after.is_disabled or after.role is not before.role or password_hash:
            await tx.people.end_sessions(agent_id=after.id)
        await tx.record(changes)
    sessions.forget(after.id)
    deps.directory.forget(asker.workspace_id)
    return view(after)


def changed_agent(agent: Agent, command: ChangeAgent) -> Agent:
    """Return the agent as the command wants it.

    Raises:
        InvalidInput: A value cannot be used.
    """
    is_disabled = agent.is_disabled if command.is_disabled is None else command.is_disabled
    return replace(
        agent,
        name=agent.name if command.name is None else checked_name(command.name),
        email=agent.email if command.email is None else checked_email(command.email),
        role=command.role or agent.role,
        team_ids=agent.team_ids if command.team_ids is None else command.team_ids,
        is_disabled=is_disabled,
        availability=Availability.AWAY if is_disabled else agent.availability,
    )


async def set_preferences(
    preferences: dict[str, object], *, asker: Asker, deps: Deps
) -> dict[str, object]:
    """Replace what the asker prefers; it means something to the workspace's screens only.

    Raises:
        InvalidInput: They are too long, or hold what no database takes.
    """
    written = json.dumps(preferences)
    if len(written) > MAX_PREFERENCES_CHARS or "\\u0000" in written:
        raise InvalidInput("preferences", f"at most {MAX_PREFERENCES_CHARS} characters of JSON")
    async with deps.store.write() as tx:
        await tx.people.save_preferences(asker.id, preferences)
        await tell_own(PREFERENCES_CHANGED, tx, asker=asker, deps=deps)
    return preferences


def changed(asker: Asker, deps: Deps, agent_id: AgentId) -> Changes:
    """Return changes that tell every reader to look at an agent again."""
    now = deps.clock.now()
    entry = LogEntry(kind=AGENT_CHANGED, at=now, agent_id=agent_id, actor=asker.author)
    return Changes(workspace_id=asker.workspace_id, at=now, log=[entry])


async def check_address(tx: Transaction, agent: Agent) -> None:
    """Refuse an address by which somebody else of the workspace signs in.

    Raises:
        InvalidInput: It is taken.
    """
    key = agent.email.casefold()
    others = await tx.people.agents(agent.workspace_id)
    if any(one.email.casefold() == key and one.id != agent.id for one in others):
        raise InvalidInput("email", "somebody here has this address already", Fault.ADDRESS_TAKEN)


def checked_name(name: str) -> str:
    """Return a name without blanks around it.

    Raises:
        InvalidInput: Nothing is left, or too much.
    """
    trimmed = " ".join(name.replace("\x00", "").split())
    check_length("name", trimmed, least=1, most=NAME_MAX_CHARS)
    return trimmed


def checked_email(email: str) -> str:
    """Return an address in the form in which it is compared.

    Raises:
        InvalidInput: It is no e-mail address.
    """
    trimmed = email.strip().lower()
    local, at, host = trimmed.rpartition("@")
    is_plain = trimmed.isprintable() and " " not in trimmed and len(trimmed) <= 254
    is_host = "." in host.strip(".") or host == "localhost"
    if not (local and at and is_host and is_plain):
        raise InvalidInput(
            "email", "an e-mail address such as ana@example.org is needed", Fault.NOT_AN_ADDRESS
        )
    return trimmed


async def check_teams(tx: Transaction, asker: Asker, team_ids: tuple[TeamId, ...]) -> None:
    """Refuse teams that are not here.

    Raises:
        InvalidInput: One is not.
    """
    known = {team.id for team, _ in await tx.people.teams(asker.workspace_id)}
    for team_id in team_ids:
        if team_id not in known:
            raise InvalidInput("team_ids", f"there is no team {team_id}", Fault.UNKNOWN)


async def check_administrators(tx: Transaction, before: Agent, after: Agent) -> None:
    """Refuse to leave a workspace without anybody who manages it.

    Raises:
        LastAdministrator: Nobody would be left.
    """
    if not _manages(before) or _manages(after):
        return
    others = await tx.people.agents(before.workspace_id)
    if not any(_manages(one) for one in others if one.id != before.id):
        raise LastAdministrator


def _manages(agent: Agent) -> bool:
    return agent.role is Role.ADMIN and not agent.is_disabled
