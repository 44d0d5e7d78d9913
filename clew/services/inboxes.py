"""Inboxes: what they are, how they fare, and what an administrator may change about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from secrets import token_urlsafe
from uuid import UUID

from clew.domain.access import Permission, require
from clew.domain.errors import ClewError, InvalidInput, NotFound
from clew.domain.ids import InboxId, TeamId
from clew.domain.people import Inbox, InboxState
from clew.ports.bus import Topic
from clew.ports.channel import Channel, InboxConfig, SettingProblem, Template, problems_with
from clew.ports.store import Changes, LogEntry, Reader, Transaction
from clew.ports.store.kinds import INBOX_CHANGED
from clew.ports.store.mailboxes import ReadingState
from clew.ports.store.people import People
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.directory import secret_place
from clew.services.mailboxes.health import trouble
from clew.services.people import checked_name
from clew.services.snapshots import Snapshot, take


class InvalidSettings(ClewError):
    """Values of an inbox have to be put right; the message never repeats one."""

    code = "invalid_input"
    status = 422

    def __init__(self, problems: Sequence[SettingProblem]) -> None:
        super().__init__("; ".join(f"{one.name} {one.message}" for one in problems))
        self.problems = problems

    @property
    def extra(self) -> dict[str, object]:
        """Return what is wrong with each value."""
        return {"errors": [{"field": one.name, "message": one.message} for one in self.problems]}


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView:
    """How an inbox fares; `queued` counts replies that wait in it."""

    state: InboxState
    reason: str
    last_received_at: datetime | None
    last_sent_at: datetime | None
    last_error_at: datetime | None
    queued: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxView:
    """An inbox without its secrets."""

    id: UUID
    channel: str
    name: str
    team_id: UUID
    webhook_path: str
    settings: Mapping[str, str]
    health: HealthView


def view(inbox: Inbox, queued: int, trouble: str = "") -> InboxView:
    """Return an inbox as the workspace's people see it.

    Args:
        inbox: The inbox.
        queued: How many replies wait in it.
        trouble: Why nothing comes in, while replies may well go out.
    """
    is_troubled = bool(trouble) and inbox.state is InboxState.GREEN
    return InboxView(
        id=inbox.id,
        channel=inbox.channel,
        name=inbox.name,
        team_id=inbox.team_id,
        webhook_path=f"/hooks/{inbox.id}",
        settings=inbox.settings,
        health=HealthView(
            state=InboxState.AMBER if is_troubled else inbox.state,
            reason=inbox.reason or trouble,
            last_received_at=inbox.last_received_at,
            last_sent_at=inbox.last_sent_at,
            last_error_at=inbox.last_error_at,
            queued=queued,
        ),
    )


async def list_inboxes(*, asker: Asker, deps: Deps) -> Snapshot[list[InboxView]]:
    """Return all inboxes of the workspace, with how they fare."""

    async def read(reader: Reader) -> list[InboxView]:
        inboxes = await reader.people.inboxes(asker.workspace_id)
        readings = await reader.readings.of_workspace(asker.workspace_id)
        return [
            view(
                inbox,
                await reader.people.queued_in(inbox.id),
                _trouble(inbox, readings.get(inbox.id), deps),
            )
            for inbox in inboxes
        ]

    return await take(read, asker=asker, deps=deps)


async def get_inbox(inbox_id: InboxId, *, asker: Asker, deps: Deps) -> Snapshot[InboxView]:
    """Return one inbox, with how it fares.

    Raises:
        NotFound: There is none here.
    """

    async def read(reader: Reader) -> InboxView:
        inbox, _ = await _load(reader.people, asker, inbox_id)
        readings = await reader.readings.of_workspace(asker.workspace_id)
        queued = await reader.people.queued_in(inbox.id)
        return view(inbox, queued, _trouble(inbox, readings.get(inbox.id), deps))

    return await take(read, asker=asker, deps=deps)


def _trouble(inbox: Inbox, reading: ReadingState | None, deps: Deps) -> str:
    """Return why no mail comes in; a mailbox that the inbox no longer has is none's trouble."""
    channel = deps.channels.get(inbox.channel)
    if channel is None or channel.mailbox is None:
        return ""
    if channel.mailbox(InboxConfig(settings=inbox.settings)) is None:
        return ""
    return trouble(reading, deps.clock.now())


async def list_templates(
    inbox_id: InboxId, *, asker: Asker, deps: Deps
) -> Snapshot[list[Template]]:
    """Return the message templates that an inbox has on record.

    Raises:
        NotFound: There is no such inbox here.
    """

    async def read(reader: Reader) -> list[Template]:
        await _load(reader.people, asker, inbox_id)
        return await reader.people.templates(asker.workspace_id, inbox_id)

    return await take(read, asker=asker, deps=deps)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInbox:
    """A new inbox with all that its channel needs."""

    channel: str
    name: str
    team_id: TeamId | None
    settings: Mapping[str, str]
    secrets: Mapping[str, str] = field(repr=False)


async def add_inbox(command: AddInbox, *, asker: Asker, deps: Deps) -> InboxView:
    """Add an inbox; without everything that its channel needs there is none.

    Raises:
        NotAllowed: Only who manages inboxes may.
        InvalidInput: The channel or the team is not known.
        InvalidSettings: With every value that has to be put right.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)
    channel = deps.channels.get(command.channel)
    if channel is None:
        raise InvalidInput("channel", f"one of: {', '.join(sorted(deps.channels))}")
    config = InboxConfig(settings=command.settings, secrets=command.secrets)
    _check(channel, config)
    now = deps.clock.now()
    given = {name: value for name, value in command.secrets.items() if value}
    async with deps.store.write() as tx:
        inbox = Inbox(
            id=InboxId(deps.ids.new()),
            workspace_id=asker.workspace_id,
            channel=channel.key,
            name=checked_name(command.name),
            team_id=await _team(tx, asker, command.team_id),
            settings=dict(command.settings),
            created_at=now,
        )
        await tx.people.save_inbox(inbox, _sealed(inbox.id, _generated(channel) | given, deps))
        await tx.record(_told(asker, inbox.id, now))
    deps.directory.forget(asker.workspace_id)
    return view(inbox, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeInbox:
    """What shall be different about an inbox; None leaves it, and so does a missing secret."""

    inbox_id: InboxId
    name: str | None = None
    team_id: TeamId | None = None
    settings: Mapping[str, str] | None = None
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


async def change_inbox(command: ChangeInbox, *, asker: Asker, deps: Deps) -> InboxView:
    """Change an inbox; new values make it green again, and what waits in it is tried at once.

    Raises:
        NotAllowed: Only who manages inboxes may.
        NotFound: There is no such inbox here.
        InvalidInput: The team is not known.
        InvalidSettings: With every value that has to be put right.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        before, sealed = await _load(tx.people, asker, command.inbox_id)
        settings = before.settings if command.settings is None else command.settings
        given = {name: value for name, value in command.secrets.items() if value}
        channel = deps.channels.get(before.channel)
        if channel is None:
            raise InvalidInput("channel", f"{before.channel} is not installed")
        # Kept secrets are only counted, not opened: that they are there is all that matters.
        _check_kept(channel, InboxConfig(settings=settings, secrets=given), set(sealed))
        has_new_values = bool(given) or dict(settings) != dict(before.settings)
        after = replace(
            before,
            name=before.name if command.name is None else checked_name(command.name),
            team_id=before.team_id
            if command.team_id is None
            else await _team(tx, asker, command.team_id),
            settings=dict(settings),
            state=InboxState.GREEN if has_new_values else before.state,
            reason="" if has_new_values else before.reason,
        )
        await tx.people.save_inbox(after, _sealed(after.id, given, deps) or None)
        await tx.record(_told(asker, after.id, now))
        if has_new_values:
            tx.tell(Topic.SENDING, asker.workspace_id)
        queued = await tx.people.queued_in(after.id)
    deps.directory.forget(asker.workspace_id)
    return view(after, queued)


async def _load(
    people: People, asker: Asker, inbox_id: InboxId
) -> tuple[Inbox, Mapping[str, bytes]]:
    found = await people.inbox(inbox_id)
    if found is None or found[0].workspace_id != asker.workspace_id:
        raise NotFound("inbox", inbox_id)
    return found


async def _team(tx: Transaction, asker: Asker, wanted: TeamId | None) -> TeamId:
    known = [team.id for team, _ in await tx.people.teams(asker.workspace_id)]
    if wanted is None and known:
        return known[0]
    if wanted is None or wanted not in known:
        raise InvalidInput("team_id", "there is no such team")
    return wanted


def _check(channel: Channel, config: InboxConfig) -> None:
    problems = problems_with(channel.settings, config)
    if problems:
        raise InvalidSettings(problems)


def _check_kept(channel: Channel, config: InboxConfig, kept: set[str]) -> None:
    problems = [
        one
        for one in problems_with(channel.settings, config)
        if one.name not in kept or one.name in config.secrets
    ]
    if problems:
        raise InvalidSettings(problems)


def _generated(channel: Channel) -> dict[str, str]:
    """Return secrets that nobody needs to think of."""
    return {item.name: token_urlsafe(32) for item in channel.settings if item.is_generated}


def _sealed(inbox_id: InboxId, secrets: Mapping[str, str], deps: Deps) -> dict[str, bytes]:
    return {
        name: deps.vault.seal(value, secret_place(inbox_id, name))
        for name, value in secrets.items()
        if value
    }


def _told(asker: Asker, inbox_id: InboxId, now: datetime) -> Changes:
    entry = LogEntry(kind=INBOX_CHANGED, at=now, inbox_id=inbox_id, actor=asker.author)
    return Changes(workspace_id=asker.workspace_id, at=now, log=[entry])
