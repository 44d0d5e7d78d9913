"""Inboxes: what an administrator may add, change, pause and archive."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from secrets import token_urlsafe

from clew.domain.access import Permission, require
from clew.domain.errors import ClewError, InvalidInput
from clew.domain.faults import Fault
from clew.domain.ids import InboxId, TeamId
from clew.domain.people import Inbox, InboxStage, InboxState
from clew.domain.revisions import RevisionKind
from clew.ports.bus import Topic
from clew.ports.channel import Channel, InboxConfig, SettingProblem, problems_with
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.kinds import INBOX_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.directory import secret_place
from clew.services.inbox_views import InboxView, load_inbox, view
from clew.services.people import checked_name
from clew.services.revised_fields import fields_of_inbox
from clew.services.revising import note_revision


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
        return {
            "errors": [
                {"field": one.name, "message": one.message, "fault": one.fault.value}
                for one in self.problems
            ]
        }


class InboxIsBusy(ClewError):
    """Replies wait in the inbox; archived, it would never send them."""

    code = "inbox_is_busy"
    status = 409

    def __init__(self, queued: int) -> None:
        super().__init__(f"{queued} replies still wait in this inbox")
        self.queued = queued

    @property
    def extra(self) -> dict[str, object]:
        """Return how many wait."""
        return {"queued": self.queued}


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
    given = _given(command.secrets)
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
        await _revised(None, inbox, (), tx, asker=asker, deps=deps)
        await tx.record(_told(asker, inbox.id, now))
    deps.directory.forget(asker.workspace_id)
    return view(inbox, 0, secrets={*_generated(channel), *given})


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeInbox:
    """What shall be different about an inbox; None leaves it, and so does a missing secret."""

    inbox_id: InboxId
    name: str | None = None
    team_id: TeamId | None = None
    settings: Mapping[str, str] | None = None
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    stage: InboxStage | None = None


async def change_inbox(command: ChangeInbox, *, asker: Asker, deps: Deps) -> InboxView:
    """Change an inbox; new values make it green again, and what waits in it is tried at once.

    Raises:
        NotAllowed: Only who manages inboxes may.
        NotFound: There is no such inbox here.
        InvalidInput: The team is not known.
        InvalidSettings: With every value that has to be put right.
        InboxIsBusy: It is to be archived, and replies wait in it.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        before, sealed = await load_inbox(tx.people, asker, command.inbox_id)
        after = await _changed(before, set(sealed), command, tx, asker=asker, deps=deps)
        queued = await tx.people.queued_in(after.id)
        if after.stage is InboxStage.ARCHIVED and queued:
            raise InboxIsBusy(queued)
        given = _given(command.secrets)
        await tx.people.save_inbox(after, _sealed(after.id, given, deps) or None)
        await _revised(before, after, given, tx, asker=asker, deps=deps)
        await tx.record(_told(asker, after.id, now))
        if after.state is InboxState.GREEN and after.stage is InboxStage.ACTIVE:
            tx.tell(Topic.SENDING, asker.workspace_id)
    deps.directory.forget(asker.workspace_id)
    return view(after, queued, secrets={*sealed, *given})


async def _revised(
    before: Inbox | None,
    after: Inbox,
    replaced: Iterable[str],
    tx: Transaction,
    *,
    asker: Asker,
    deps: Deps,
) -> None:
    """Write a change down: of secrets, only which were given."""
    await note_revision(
        RevisionKind.INBOX,
        after.id,
        fields_of_inbox(before) if before else None,
        fields_of_inbox(after),
        tx,
        asker=asker,
        deps=deps,
        replaced=replaced,
    )


async def _changed(
    before: Inbox,
    kept: set[str],
    command: ChangeInbox,
    tx: Transaction,
    *,
    asker: Asker,
    deps: Deps,
) -> Inbox:
    """Return the inbox as it shall be; values that change are checked with those that stay."""
    settings = before.settings if command.settings is None else command.settings
    given = _given(command.secrets)
    has_new_values = bool(given) or dict(settings) != dict(before.settings)
    if has_new_values or command.settings is not None:
        channel = deps.channels.get(before.channel)
        if channel is None:
            raise InvalidInput("channel", f"{before.channel} is not installed")
        # Kept secrets are only counted, not opened: that they are there is all that matters.
        _check_kept(channel, InboxConfig(settings=settings, secrets=given), kept)
    is_moved = command.team_id is not None
    return replace(
        before,
        name=before.name if command.name is None else checked_name(command.name),
        team_id=await _team(tx, asker, command.team_id) if is_moved else before.team_id,
        settings=dict(settings),
        state=InboxState.GREEN if has_new_values else before.state,
        reason="" if has_new_values else before.reason,
        stage=command.stage or before.stage,
    )


def _given(secrets: Mapping[str, str]) -> dict[str, str]:
    """Return the secrets that are not empty; an empty one leaves what is there."""
    return {name: value for name, value in secrets.items() if value}


async def _team(tx: Transaction, asker: Asker, wanted: TeamId | None) -> TeamId:
    known = [team.id for team, _ in await tx.people.teams(asker.workspace_id)]
    if wanted is None and known:
        return known[0]
    if wanted is None or wanted not in known:
        raise InvalidInput("team_id", "there is no such team", Fault.UNKNOWN)
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
