"""The history of a thing, and taking one of its changes back: by the command of any change.

So whoever takes back is asked for the same permission, every value is checked as it would be on
the form, and what was taken back is a revision itself.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import (
    AgentId,
    BusinessHoursId,
    CannedReplyId,
    InboxId,
    RevisionId,
    TagId,
    TeamId,
)
from clew.domain.people import InboxStage
from clew.domain.revisions import FieldChange, Fields, Revision, RevisionKind, without
from clew.domain.tools import TagColor
from clew.ports.store import Reader
from clew.services import revised_fields as fields
from clew.services.asking import Asker
from clew.services.business_hours import HoursData, SaveHours, save_hours
from clew.services.canned_replies import SaveCannedReply, save_canned_reply
from clew.services.deps import Deps
from clew.services.inboxes import ChangeInbox, change_inbox
from clew.services.sessions import Sessions
from clew.services.snapshots import Snapshot, take
from clew.services.tags import SaveTag, save_tag
from clew.services.teams import SaveTeam, save_team


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """One change: by whom, when, and each field before and after.

    Where neither is known, a secret was replaced.
    """

    id: UUID
    at: datetime
    agent_id: UUID
    agent_name: str
    is_first: bool
    can_be_taken_back: bool
    changed: Mapping[str, FieldChange]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What has a history."""

    kind: RevisionKind
    id: UUID


async def list_revisions(thing: Thing, *, asker: Asker, deps: Deps) -> Snapshot[list[RevisionView]]:
    """Return what is kept of a thing's changes, the latest first.

    Raises:
        NotAllowed: Only who may change it.
        NotFound: There is no such thing here.
    """
    require(asker.agent.role, PERMISSIONS[thing.kind])

    async def read(reader: Reader) -> list[RevisionView]:
        await _present(thing, reader, asker)
        found = await reader.revisions.of_thing(asker.workspace_id, thing.kind, thing.id)
        return [_view(one) for one in found]

    return await take(read, asker=asker, deps=deps)


async def take_back(
    thing: Thing, revision_id: RevisionId, *, asker: Asker, deps: Deps, sessions: Sessions
) -> None:
    """Put back what one change changed, and leave what was changed since.

    Raises:
        NotAllowed: Only who may change it.
        NotFound: There is no such thing here, or the change is not kept any more.
        CannotBeTakenBack: The thing was added, or only a secret was replaced.
        ClewError: Whatever else a change of such a thing is refused for.
    """
    require(asker.agent.role, PERMISSIONS[thing.kind])
    async with deps.store.read() as reader:
        present = await _present(thing, reader, asker)
        found = await reader.revisions.of_thing(asker.workspace_id, thing.kind, thing.id)
    revision = next((one for one in found if one.id == revision_id), None)
    if revision is None:
        raise NotFound("revision", revision_id)
    back = _Back(thing.id, without(revision, present), revision)
    if thing.kind is RevisionKind.TEAM:
        await save_team(_team(back), asker=asker, deps=deps, sessions=sessions)
    else:
        await COMMANDS[thing.kind](back, asker, deps)


@dataclass(frozen=True, slots=True)
class _Back:
    """A thing as it shall be again."""

    id: UUID
    fields: Fields
    revision: Revision

    def text(self, name: str) -> str:
        return str(self.fields.get(name, ""))

    def number(self, name: str) -> int:
        return int(self.text(name))

    def has(self, prefix: str) -> bool:
        """Say whether the revision changed something under a prefix."""
        return any(name.startswith(prefix) for name in self.revision.changed)


async def _tag(back: _Back, asker: Asker, deps: Deps) -> None:
    command = SaveTag(
        tag_id=TagId(back.id),
        name=back.text("name"),
        color=TagColor(back.text("color")),
        is_archived=back.text("archived") == fields.YES,
    )
    await save_tag(command, asker=asker, deps=deps)


async def _canned_reply(back: _Back, asker: Asker, deps: Deps) -> None:
    team = back.text("team_id")
    command = SaveCannedReply(
        reply_id=CannedReplyId(back.id),
        title=back.text("title"),
        shortcut=back.text("shortcut"),
        text=back.text("text"),
        language=back.text("language"),
        team_id=TeamId(UUID(team)) if team else None,
        is_for_all=not team,
        is_archived=back.text("archived") == fields.YES,
    )
    await save_canned_reply(command, asker=asker, deps=deps)


async def _business_hours(back: _Back, asker: Asker, deps: Deps) -> None:
    hours = HoursData(
        zone=back.text("zone"),
        weekly=dict(fields.spans_under(fields.WEEKLY, back.fields)),
        exceptions=dict(fields.spans_under(fields.EXCEPTIONS, back.fields)),
    )
    command = SaveHours(hours_id=BusinessHoursId(back.id), name=back.text("name"), hours=hours)
    await save_hours(command, asker=asker, deps=deps)


async def _inbox(back: _Back, asker: Asker, deps: Deps) -> None:
    settings = {
        name: str(value) for name, value in fields.under(fields.SETTINGS, back.fields).items()
    }
    command = ChangeInbox(
        inbox_id=InboxId(back.id),
        name=back.text("name"),
        team_id=TeamId(UUID(back.text("team_id"))),
        settings=settings if back.has(fields.SETTINGS) else None,
        stage=InboxStage(back.text("stage")),
    )
    await change_inbox(command, asker=asker, deps=deps)


def _team(back: _Back) -> SaveTeam:
    agents = [AgentId(UUID(one)) for one in fields.under(fields.AGENTS, back.fields)]
    return SaveTeam(
        team_id=TeamId(back.id),
        name=back.text("name"),
        business_hours_id=BusinessHoursId(UUID(back.text("business_hours_id"))),
        first_reply_minutes=back.number("first_reply_minutes"),
        next_reply_minutes=back.number("next_reply_minutes"),
        agent_ids=tuple(agents) if back.has(fields.AGENTS) else None,
        signature=back.text("signature"),
        reminder=back.text("reminder"),
        farewell=back.text("farewell"),
    )


async def _present(thing: Thing, reader: Reader, asker: Asker) -> Fields:
    """Return a thing as it is now.

    Raises:
        NotFound: There is none here.
    """
    found = (await PRESENT[thing.kind](reader, asker)).get(thing.id)
    if found is None:
        raise NotFound(thing.kind.value.replace("_", " "), thing.id)
    return found


async def _tags(reader: Reader, asker: Asker) -> dict[UUID, Fields]:
    known = await reader.tools.tags.all(asker.workspace_id)
    return {one.id: fields.fields_of_tag(one) for one in known}


async def _replies(reader: Reader, asker: Asker) -> dict[UUID, Fields]:
    known = await reader.tools.canned_replies.all(asker.workspace_id)
    return {one.id: fields.fields_of_reply(one) for one in known}


async def _teams(reader: Reader, asker: Asker) -> dict[UUID, Fields]:
    known = await reader.people.teams(asker.workspace_id)
    return {team.id: fields.fields_of_team(team, members) for team, members in known}


async def _hours(reader: Reader, asker: Asker) -> dict[UUID, Fields]:
    known = await reader.people.hours(asker.workspace_id)
    return {one: fields.fields_of_hours(name, hours) for one, name, hours in known}


async def _inboxes(reader: Reader, asker: Asker) -> dict[UUID, Fields]:
    known = await reader.people.inboxes(asker.workspace_id)
    return {one.id: fields.fields_of_inbox(one) for one in known}


def _view(revision: Revision) -> RevisionView:
    return RevisionView(
        id=revision.id,
        at=revision.at,
        agent_id=revision.agent_id,
        agent_name=revision.agent_name,
        is_first=revision.is_first,
        can_be_taken_back=revision.can_be_taken_back,
        changed=revision.changed,
    )


PERMISSIONS: Mapping[RevisionKind, Permission] = {
    RevisionKind.INBOX: Permission.MANAGE_INBOXES,
    RevisionKind.TEAM: Permission.MANAGE_PEOPLE,
    RevisionKind.BUSINESS_HOURS: Permission.MANAGE_PEOPLE,
    RevisionKind.TAG: Permission.MANAGE_WORDS,
    RevisionKind.CANNED_REPLY: Permission.MANAGE_WORDS,
}
Present: TypeAlias = Callable[[Reader, Asker], Awaitable[dict[UUID, Fields]]]
PRESENT: Mapping[RevisionKind, Present] = {
    RevisionKind.INBOX: _inboxes,
    RevisionKind.TEAM: _teams,
    RevisionKind.BUSINESS_HOURS: _hours,
    RevisionKind.TAG: _tags,
    RevisionKind.CANNED_REPLY: _replies,
}
Command: TypeAlias = Callable[[_Back, Asker, Deps], Awaitable[None]]
COMMANDS: Mapping[RevisionKind, Command] = {
    RevisionKind.INBOX: _inbox,
    RevisionKind.BUSINESS_HOURS: _business_hours,
    RevisionKind.TAG: _tag,
    RevisionKind.CANNED_REPLY: _canned_reply,
}
