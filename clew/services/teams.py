"""Teams: who shares a queue, and the targets they promise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.business_hours import ALL_DAY, BusinessHours
from clew.domain.errors import InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, BusinessHoursId, TeamId
from clew.domain.people import Team
from clew.domain.revisions import RevisionKind
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import AGENT_CHANGED, TEAM_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.people import checked_name
from clew.services.revised_fields import fields_of_team
from clew.services.revising import note_revision
from clew.services.sessions import Sessions
from clew.services.snapshots import Snapshot, take

LONGEST_TARGET_MINUTES = 60 * 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamView:
    """A team as the workspace's people see it; targets in minutes of business time."""

    id: UUID
    name: str
    business_hours_id: UUID
    first_reply_minutes: int
    next_reply_minutes: int
    agent_ids: list[UUID]
    signature: str
    reminder: str
    farewell: str


def view(team: Team, agent_ids: Sequence[AgentId]) -> TeamView:
    """Return a team with its agents."""
    return TeamView(
        id=team.id,
        name=team.name,
        business_hours_id=team.business_hours_id,
        first_reply_minutes=team.first_reply // timedelta(minutes=1),
        next_reply_minutes=team.next_reply // timedelta(minutes=1),
        agent_ids=list(agent_ids),
        signature=team.signature,
        reminder=team.reminder,
        farewell=team.farewell,
    )


async def list_teams(*, asker: Asker, deps: Deps) -> Snapshot[list[TeamView]]:
    """Return all teams of the workspace by name."""
    found = await take(
        lambda reader: reader.people.teams(asker.workspace_id), asker=asker, deps=deps
    )
    by_name = sorted(found.value, key=lambda entry: (entry[0].name.casefold(), entry[0].id))
    return Snapshot(seq=found.seq, value=[view(team, ids) for team, ids in by_name])


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveTeam:
    """A team as it shall be; None leaves a field as it is, or takes what is usual.

    Attributes:
        team_id: None for a new one.
    """

    team_id: TeamId | None = None
    name: str | None = None
    business_hours_id: BusinessHoursId | None = None
    first_reply_minutes: int | None = None
    next_reply_minutes: int | None = None
    agent_ids: tuple[AgentId, ...] | None = None
    signature: str | None = None
    reminder: str | None = None
    farewell: str | None = None


async def save_team(command: SaveTeam, *, asker: Asker, deps: Deps, sessions: Sessions) -> TeamView:
    """Add or change a team.

    Raises:
        NotAllowed: Only who manages people may.
        NotFound: There is no such team here.
        InvalidInput: A value cannot be used, or the name is another team's.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)
    async with deps.store.write() as tx:
        known = {
            team.id: (team, members) for team, members in await tx.people.teams(asker.workspace_id)
        }
        members: list[AgentId] = []
        if command.team_id is None:
            before = await _new_team(tx, asker, deps, command)
        elif command.team_id in known:
            before, members = known[command.team_id]
        else:
            raise NotFound("team", command.team_id)
        await _check_references(tx, asker, command)
        after = _changed(before, command)
        _refuse_taken(after, {team_id: team for team_id, (team, _) in known.items()})
        await tx.people.save_team(after, command.agent_ids)
        present = members if command.agent_ids is None else command.agent_ids
        await note_revision(
            RevisionKind.TEAM,
            after.id,
            fields_of_team(before, members) if command.team_id else None,
            fields_of_team(after, present),
            tx,
            asker=asker,
            deps=deps,
        )
        touched = set(members) ^ set(present)
        await tx.record(_told(asker, deps, after.id, touched))
    for agent_id in touched:
        sessions.forget(agent_id)
    deps.directory.forget(asker.workspace_id)
    return view(after, present)


async def _new_team(tx: Transaction, asker: Asker, deps: Deps, command: SaveTeam) -> Team:
    if command.name is None:
        raise InvalidInput("name", "is required", Fault.MISSING)
    return Team(
        id=TeamId(deps.ids.new()),
        workspace_id=asker.workspace_id,
        name=command.name,
        business_hours_id=command.business_hours_id or await _usual_hours(tx, asker, deps),
    )


async def _usual_hours(tx: Transaction, asker: Asker, deps: Deps) -> BusinessHoursId:
    """Return the workspace's first business hours, or new ones that never close."""
    known = await tx.people.hours(asker.workspace_id)
    if known:
        return known[0][0]
    hours_id = BusinessHoursId(deps.ids.new())
    always = BusinessHours(zone="UTC", weekly=((ALL_DAY,),) * 7)
    await tx.people.save_hours(asker.workspace_id, hours_id, "Around the clock", always)
    return hours_id


async def _check_references(tx: Transaction, asker: Asker, command: SaveTeam) -> None:
    if command.business_hours_id is not None:
        hours = {one for one, _, _ in await tx.people.hours(asker.workspace_id)}
        if command.business_hours_id not in hours:
            raise InvalidInput(
                "business_hours_id", "there are no such business hours", Fault.UNKNOWN
            )
    if command.agent_ids:
        agents = {agent.id for agent in await tx.people.agents(asker.workspace_id)}
        for agent_id in command.agent_ids:
            if agent_id not in agents:
                raise InvalidInput("agent_ids", f"there is no agent {agent_id}", Fault.UNKNOWN)


def _changed(team: Team, command: SaveTeam) -> Team:
    return replace(
        team,
        name=team.name if command.name is None else checked_name(command.name),
        business_hours_id=command.business_hours_id or team.business_hours_id,
        first_reply=_target("first_reply_minutes", command.first_reply_minutes, team.first_reply),
        next_reply=_target("next_reply_minutes", command.next_reply_minutes, team.next_reply),
        signature=_words(command.signature, team.signature),
        reminder=_words(command.reminder, team.reminder),
        farewell=_words(command.farewell, team.farewell),
    )


def _refuse_taken(team: Team, known: Mapping[TeamId, Team]) -> None:
    """Refuse a name that another team has; those that have been alike so far may stay so."""
    name = team.name.casefold()
    own = known.get(team.id)
    if own is not None and own.name.casefold() == name:
        return
    if any(other.name.casefold() == name for other in known.values()):
        raise InvalidInput("name", "another team has this name", Fault.TAKEN)


def _words(given: str | None, present: str) -> str:
    return present if given is None else given.strip()


def _target(field: str, minutes: int | None, present: timedelta) -> timedelta:
    return present if minutes is None else checked_target(field, minutes)


def checked_target(field: str, minutes: int) -> timedelta:
    """Return a reply target.

    Raises:
        InvalidInput: It is none, or longer than anybody waits.
    """
    if not 1 <= minutes <= LONGEST_TARGET_MINUTES:
        raise InvalidInput(
            field,
            f"between 1 and {LONGEST_TARGET_MINUTES} minutes",
            Fault.OUT_OF_RANGE,
            least=1,
            most=LONGEST_TARGET_MINUTES,
        )
    return timedelta(minutes=minutes)


def _told(asker: Asker, deps: Deps, team_id: TeamId, touched: set[AgentId]) -> Changes:
    now = deps.clock.now()
    about_team = LogEntry(
        kind=TEAM_CHANGED, at=now, actor=asker.author, data={"team_id": str(team_id)}
    )
    about_agents = [
        LogEntry(kind=AGENT_CHANGED, at=now, agent_id=agent_id, actor=asker.author)
        for agent_id in sorted(touched)
    ]
    return Changes(workspace_id=asker.workspace_id, at=now, log=[about_team, *about_agents])
