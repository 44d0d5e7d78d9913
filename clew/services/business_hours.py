"""When teams are there: hours by the week, holidays by date, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.business_hours import BusinessHours
from clew.domain.errors import NotFound
from clew.domain.ids import BusinessHoursId
from clew.domain.revisions import RevisionKind
from clew.ports.store import Changes, LogEntry, Reader
from clew.ports.store.kinds import TEAM_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.people import checked_name
from clew.services.revised_fields import fields_of_hours
from clew.services.revising import note_revision
from clew.services.snapshots import Snapshot, take
from clew.services.teams import checked_target


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursData:
    """Business hours as they are written; for the form see `clew.domain.business_hours_data`."""

    zone: str
    weekly: Mapping[str, list[str]]
    exceptions: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursView:
    """Business hours by name, and whose they are."""

    id: UUID
    name: str
    hours: HoursData
    team_ids: list[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What hours and targets mean for somebody who writes at this moment.

    Attributes:
        opens_at: When time counts again; None while it does.
        first_due_at, next_due_at: Until when a first answer, and a further one, would be due.
    """

    now: datetime
    is_open: bool
    opens_at: datetime | None
    first_due_at: datetime
    next_due_at: datetime


async def list_hours(*, asker: Asker, deps: Deps) -> Snapshot[list[HoursView]]:
    """Return all business hours of the workspace by name."""

    async def read(reader: Reader) -> list[HoursView]:
        teams = [team for team, _ in await reader.people.teams(asker.workspace_id)]
        users: dict[BusinessHoursId, list[UUID]] = {}
        for team in teams:
            users.setdefault(team.business_hours_id, []).append(team.id)
        return [
            _view(hours_id, name, hours, users.get(hours_id, []))
            for hours_id, name, hours in await reader.people.hours(asker.workspace_id)
        ]

    return await take(read, asker=asker, deps=deps)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveHours:
    """Business hours as they shall be; `hours_id` is None for new ones."""

    hours_id: BusinessHoursId | None
    name: str
    hours: HoursData


async def save_hours(command: SaveHours, *, asker: Asker, deps: Deps) -> HoursView:
    """Add or change business hours. Deadlines that were given already stay as they were given.

    Raises:
        NotAllowed: Only who manages people may.
        NotFound: There are no such hours here.
        InvalidBusinessHours: They are none; `field` says where.
    """
    require(asker.agent.role, Permission.MANAGE_PEOPLE)
    hours, name = hours_of(command.hours), checked_name(command.name)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        known = {
            one: fields_of_hours(before, given)
            for one, before, given in await tx.people.hours(asker.workspace_id)
        }
        if command.hours_id is not None and command.hours_id not in known:
            raise NotFound("business hours", command.hours_id)
        hours_id = command.hours_id or BusinessHoursId(deps.ids.new())
        await tx.people.save_hours(asker.workspace_id, hours_id, name, hours)
        await note_revision(
            RevisionKind.BUSINESS_HOURS,
            hours_id,
            known.get(hours_id),
            fields_of_hours(name, hours),
            tx,
            asker=asker,
            deps=deps,
        )
        teams = [team for team, _ in await tx.people.teams(asker.workspace_id)]
        theirs: list[UUID] = [one.id for one in teams if one.business_hours_id == hours_id]
        log = [
            LogEntry(
                kind=TEAM_CHANGED,
                at=now,
                actor=asker.author,
                data={"team_id": str(one), "business_hours_id": str(hours_id)},
            )
            for one in theirs
        ]
        await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=log))
    deps.directory.forget(asker.workspace_id)
    return _view(hours_id, name, hours, theirs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresee:
    """Hours that may not be saved yet, and targets."""

    hours: HoursData
    first_reply_minutes: int
    next_reply_minutes: int


def foresee(command: Foresee, *, deps: Deps) -> Outlook:
    """Say what hours and targets mean for somebody who writes now. Changes nothing.

    Raises:
        InvalidBusinessHours: They are none; `field` says where.
        InvalidInput: A target cannot be used.
        HorizonIsTooFar: The hours are so few that nothing is due in this century.
    """
    hours, now = hours_of(command.hours), deps.clock.now()
    first = checked_target("first_reply_minutes", command.first_reply_minutes)
    following = checked_target("next_reply_minutes", command.next_reply_minutes)
    is_open = hours.is_open(now)
    return Outlook(
        now=now,
        is_open=is_open,
        opens_at=None if is_open else hours.next_opening(now),
        first_due_at=hours.add(now, first),
        next_due_at=hours.add(now, following),
    )


def hours_of(data: HoursData) -> BusinessHours:
    """Return the hours that are written.

    Raises:
        InvalidBusinessHours: They are none; `field` says where.
    """
    return BusinessHours.from_data(
        {
            "zone": data.zone,
            "weekly": dict(data.weekly),
            "exceptions": dict(data.exceptions),
        }
    )


def _view(
    hours_id: BusinessHoursId, name: str, hours: BusinessHours, team_ids: list[UUID]
) -> HoursView:
    data = hours.to_data()
    return HoursView(
        id=hours_id,
        name=name,
        hours=HoursData(
            zone=data["zone"], weekly=data["weekly"], exceptions=data.get("exceptions", {})
        ),
        team_ids=team_ids,
    )
