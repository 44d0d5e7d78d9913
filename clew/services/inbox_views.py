"""Inboxes as the workspace's people see them: what they are, and how they fare."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.domain.people import Inbox, InboxStage, InboxState
from clew.domain.reasons import Why, why
from clew.ports.channel import InboxConfig, Template
from clew.ports.store import Reader
from clew.ports.store.mailboxes import ReadingState
from clew.ports.store.people import People
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.mailboxes.health import trouble
from clew.services.snapshots import Snapshot, take


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthView:
    """How an inbox fares.

    Attributes:
        why: The reason sentence by sentence, each with its code.
        queued: How many replies wait in it.
    """

    state: InboxState
    reason: str
    why: list[Why]
    last_received_at: datetime | None
    last_sent_at: datetime | None
    last_error_at: datetime | None
    queued: int
    shown_at: datetime | None
    shown_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxView:
    """An inbox without its secrets; `secrets` says which of them are set."""

    id: UUID
    channel: str
    name: str
    team_id: UUID
    webhook_path: str
    settings: Mapping[str, str]
    secrets: list[str]
    stage: InboxStage
    health: HealthView


def view(inbox: Inbox, queued: int, trouble: str = "", secrets: Collection[str] = ()) -> InboxView:
    """Return an inbox as the workspace's people see it.

    Args:
        inbox: The inbox.
        queued: How many replies wait in it.
        trouble: Why nothing comes in, while replies may well go out.
        secrets: Names of those that are set.
    """
    is_troubled = bool(trouble) and inbox.state is InboxState.GREEN
    reason = inbox.reason or trouble
    return InboxView(
        id=inbox.id,
        channel=inbox.channel,
        name=inbox.name,
        team_id=inbox.team_id,
        webhook_path=f"/hooks/{inbox.id}",
        settings=inbox.settings,
        secrets=sorted(secrets),
        stage=inbox.stage,
        health=HealthView(
            state=InboxState.AMBER if is_troubled else inbox.state,
            reason=reason,
            why=why(reason),
            last_received_at=inbox.last_received_at,
            last_sent_at=inbox.last_sent_at,
            last_error_at=inbox.last_error_at,
            queued=queued,
            shown_at=inbox.shown_at,
            shown_on=inbox.shown_on,
        ),
    )


async def list_inboxes(*, asker: Asker, deps: Deps) -> Snapshot[list[InboxView]]:
    """Return all inboxes of the workspace, with how they fare."""

    async def read(reader: Reader) -> list[InboxView]:
        people, here = reader.people, asker.workspace_id
        queued, secrets = await people.queued(here), await people.secret_names(here)
        readings = await reader.readings.of_workspace(here)
        return [
            view(
                inbox,
                queued.get(inbox.id, 0),
                _trouble(inbox, readings.get(inbox.id), deps),
                secrets.get(inbox.id, ()),
            )
            for inbox in await people.inboxes(here)
        ]

    return await take(read, asker=asker, deps=deps)


async def get_inbox(inbox_id: InboxId, *, asker: Asker, deps: Deps) -> Snapshot[InboxView]:
    """Return one inbox, with how it fares.

    Raises:
        NotFound: There is none here.
    """

    async def read(reader: Reader) -> InboxView:
        inbox, sealed = await load_inbox(reader.people, asker, inbox_id)
        readings = await reader.readings.of_workspace(asker.workspace_id)
        queued = await reader.people.queued_in(inbox.id)
        return view(inbox, queued, _trouble(inbox, readings.get(inbox.id), deps), sealed)

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
    inbox_id: InboxId, *, only_sendable: bool = False, asker: Asker, deps: Deps
) -> Snapshot[list[Template]]:
    """Return the message templates that an inbox has on record, perhaps only the approved ones.

    Raises:
        NotFound: There is no such inbox here.
    """

    async def read(reader: Reader) -> list[Template]:
        await load_inbox(reader.people, asker, inbox_id)
        known = await reader.people.templates(asker.workspace_id, inbox_id)
        return [one for one in known if one.can_be_sent or not only_sendable]

    return await take(read, asker=asker, deps=deps)


async def load_inbox(
    people: People, asker: Asker, inbox_id: InboxId
) -> tuple[Inbox, Mapping[str, bytes]]:
    """Return an inbox of the asker's workspace, and its sealed secrets.

    Raises:
        NotFound: There is none here.
    """
    found = await people.inbox(inbox_id)
    if found is None or found[0].workspace_id != asker.workspace_id:
        raise NotFound("inbox", inbox_id)
    return found
