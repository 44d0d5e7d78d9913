"""A small workspace on a real database, with one WhatsApp inbox.

Judit writes, Anna answers; time stands still until it is moved, and the provider is scripted.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from clew.blobs.files import FileBlobs
from clew.bus.inprocess import InProcessBus
from clew.channels.registry import installed_channels
from clew.domain.business_hours import BusinessHours
from clew.domain.case import Case
from clew.domain.ids import (
    AgentId,
    AttachmentId,
    BusinessHoursId,
    CaseId,
    ConversationId,
    InboxId,
    MessageId,
    TeamId,
    WorkspaceId,
)
from clew.domain.message import Attachment, Delivery, Message
from clew.domain.people import Agent, Availability, Inbox, Role, Team, Workspace
from clew.language.analyser import analyse
from clew.ports.channel import Template
from clew.ports.store import CaseQuery, NewEvent, Place
from clew.services.asking import Asker
from clew.services.deps import Deps, Limits
from clew.services.directory import Directory, secret_place
from clew.services.ingest import ingest
from clew.services.replies import SendReply, send_reply
from clew.services.sending import Sender, claim, recover, send
from clew.storage.store import SqlStore, open_engine
from clew.vault.aes import AesVault
from tests.builders import an_id
from tests.channels.whatsapp.webhooks import JUDIT, a_message, a_status, a_value, an_envelope
from tests.clocks import StoppedClock
from tests.fixtures.tables import lay_tables
from tests.services.scripted_provider import Provider

WORKSPACE = WorkspaceId(an_id(1))
TEAM = TeamId(an_id(10))
ANNA = AgentId(an_id(20))
INBOX = InboxId(an_id(30))
HOURS = BusinessHoursId(an_id(40))
TOKEN = "EAAtestTOKENneverToBeSeen"


class CountedIds:
    """Ids in order, the same in every run."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1000)

    def new(self) -> UUID:
        return an_id(next(self._numbers))


class World:
    """The workspace, and what its people do."""

    def __init__(self, deps: Deps, clock: StoppedClock, provider: Provider) -> None:
        self.deps = deps
        self.clock = clock
        self.provider = provider
        self.sender = self.new_sender()
        self._numbers = itertools.count(1)

    def new_sender(self) -> Sender:
        """Return a sender that remembers nothing, as after a restart."""
        return Sender(deps=self.deps, http=self.provider, chance=lambda: 0.5)

    @property
    def asker(self) -> Asker:
        return Asker(agent=an_agent(), workspace_id=WORKSPACE)

    async def takes_in(self, document: dict[str, Any]) -> None:
        """A webhook comes in and is understood."""
        event = NewEvent(
            workspace_id=WORKSPACE,
            inbox_id=INBOX,
            received_at=self.clock.now(),
            headers={},
            query="",
            body=json.dumps(document).encode(),
        )
        await self.deps.store.intake.append(event)
        await ingest(self.deps, 10)

    async def hears(self, text: str = "Where is my parcel?", /, **changes: Any) -> Case:
        """Judit writes."""
        message = a_message(
            id=f"wamid.IN{next(self._numbers)}",
            timestamp=str(int(self.clock.now().timestamp())),
            **({"text": {"body": text}} | changes),
        )
        await self.takes_in(an_envelope(a_value(messages=[message], contacts=[JUDIT])))
        return await self.case()

    async def receives(self, state: str, name: str, message_id: MessageId) -> None:
        """A receipt comes in."""
        at = str(int(self.clock.now().timestamp()))
        status = a_status(state, id=name, timestamp=at, biz_opaque_callback_data=str(message_id))
        await self.takes_in(an_envelope(a_value(statuses=[status])))

    async def answers(
        self, text: str = "On its way.", /, hold: timedelta = timedelta(0), **given: Any
    ) -> MessageId:
        """Anna writes."""
        case = await self.case()
        message_id = MessageId(self.deps.ids.new())
        command = SendReply(
            conversation_id=case.conversation_id,
            message_id=message_id,
            case_id=case.id,
            text=text,
            hold=hold,
            **given,
        )
        await send_reply(command, asker=self.asker, deps=self.deps)
        return message_id

    async def has_approved(self, *templates: Template) -> None:
        """The provider has these templates on record."""
        async with self.deps.store.write() as tx:
            await tx.people.save_templates(WORKSPACE, INBOX, list(templates))

    async def has_file(self, data: bytes, name: str, media_type: str) -> AttachmentId:
        """Anna uploaded a file."""
        from clew.services.uploading import upload

        async def chunks() -> AsyncIterator[bytes]:
            yield data

        view = await upload(name, chunks(), asker=self.asker, deps=self.deps)
        assert view.media_type == media_type
        return AttachmentId(view.id)

    async def sends(self) -> int:
        """Everything that may leave now leaves; return how many deliveries were taken."""
        taken = await claim(self.sender, 32)
        for delivery in taken:
            await send(delivery, sender=self.sender)
        return len(taken)

    async def calls(self, url: str) -> None:
        """The inbox is told that its provider is elsewhere."""
        inbox = await self.inbox()
        settings = {**inbox.settings, "api_base_url": url}
        async with self.deps.store.write() as tx:
            await tx.people.save_inbox(replace(inbox, settings=settings))
        self.deps.directory.forget(WORKSPACE)

    async def recovers(self) -> int:
        """Deliveries whose sender vanished are settled."""
        return await recover(self.sender, 10)

    async def case(self) -> Case:
        """Return the case as it stands; there is one."""
        query = CaseQuery(workspace_id=WORKSPACE, agent_id=ANNA, place=Place.ALL)
        async with self.deps.store.read() as reader:
            page = await reader.cases(query)
        async with self.deps.store.write() as tx:
            case = await tx.case(WORKSPACE, CaseId(page.items[0].id))
        assert case is not None
        return case

    async def delivery(self, message_id: MessageId) -> Delivery:
        async with self.deps.store.write() as tx:
            delivery = await tx.delivery(WORKSPACE, message_id)
        assert delivery is not None
        return delivery

    async def message(self, message_id: MessageId) -> Message:
        async with self.deps.store.write() as tx:
            message = await tx.message(WORKSPACE, message_id)
        assert message is not None
        return message

    async def files(self, conversation_id: ConversationId) -> list[Attachment]:
        """Return the files of the conversation, in order."""
        async with self.deps.store.read() as reader:
            page = await reader.timeline(WORKSPACE, conversation_id)
        ids = [MessageId(UUID(item.id)) for item in page.items if item.kind == "message"]
        async with self.deps.store.write() as tx:
            found = await tx.attachments_of(ids)
        return [file for one in ids for file in found.get(one, [])]

    async def inbox(self) -> Inbox:
        async with self.deps.store.read() as reader:
            found = await reader.people.inbox(INBOX)
        assert found is not None
        return found[0]


def an_agent() -> Agent:
    return Agent(
        id=ANNA,
        workspace_id=WORKSPACE,
        email="anna@shop.example",
        name="Anna",
        role=Role.ADMIN,
        availability=Availability.AVAILABLE,
        team_ids=(TEAM,),
    )


@asynccontextmanager
async def a_world(folder: Path, database: str = "", *, is_new: bool = True) -> AsyncIterator[World]:
    """Open a workspace with its files in a folder, and its database there or on a server."""
    clock = StoppedClock()
    url = database or f"sqlite:///{folder / 'clew.db'}"
    if is_new and url.startswith("sqlite"):
        await lay_tables(url)
    engine = open_engine(url)
    bus = InProcessBus()
    store = SqlStore(engine, bus=bus, analyser=analyse)
    vault = AesVault([b"k" * 32])
    blobs = FileBlobs(folder / "files")
    deps = Deps(
        store=store,
        clock=clock,
        ids=CountedIds(),
        channels=installed_channels(),
        blobs=blobs,
        vault=vault,
        bus=bus,
        directory=Directory(store, vault, clock),
        limits=Limits(),
    )
    if is_new:
        await _fill(deps)
    yield World(deps, clock, Provider(blobs))
    await store.close()


async def _fill(deps: Deps) -> None:
    now = deps.clock.now()
    team = Team(id=TEAM, workspace_id=WORKSPACE, name="Support", business_hours_id=HOURS)
    inbox = Inbox(
        id=INBOX,
        workspace_id=WORKSPACE,
        channel="whatsapp",
        name="Number",
        team_id=TEAM,
        settings={
            "phone_number_id": "200100300400",
            "waba_id": "900800700600",
            "api_base_url": "https://graph.example/v25.0",
        },
        created_at=now,
    )
    secrets = {"access_token": TOKEN, "app_secret": "app-secret-x", "verify_token": "verify-x"}
    async with deps.store.write() as tx:
        people = tx.people
        await people.add_workspace(Workspace(id=WORKSPACE, name="Shop", created_at=now))
        await people.save_hours(WORKSPACE, HOURS, "Always", BusinessHours.always_open())
        await people.save_team(team)
        await people.save_agent(an_agent(), "hash")
        await people.save_inbox(
            inbox,
            {
                name: deps.vault.seal(value, secret_place(INBOX, name))
                for name, value in secrets.items()
            },
        )
