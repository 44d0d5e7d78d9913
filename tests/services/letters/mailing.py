"""A workspace with an inbox of letters, and a mail server that does as it is told.

The channel is e-mail's way out with an intake of the test's own: services must not know its name.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from clew.channels.email.letters import LETTERS
from clew.channels.email.outbound import (
    probe,
    read_mail_probe,
    read_mail_response,
    read_response,
    render,
)
from clew.channels.email.smtp_settings import ADDRESS, ALIASES, SMTP_SETTINGS, addresses_of
from clew.channels.email.tokens import REPLY_KEY
from clew.domain.case import Case
from clew.domain.ids import InboxId
from clew.domain.message import Delivery
from clew.domain.people import Inbox
from clew.ports.channel import (
    Address,
    Capabilities,
    Channel,
    InboxConfig,
    Incoming,
    IncomingMessage,
    MailAnswer,
    MailRequest,
    MailResponse,
    MailStage,
    MediaFamily,
    MediaLimit,
    MessageKind,
    Patience,
    RawEvent,
    References,
    Unavailable,
    Verdict,
)
from clew.ports.channel import (
    Sender as Author,
)
from clew.ports.mail import Mailer
from clew.ports.store import NewEvent
from clew.services.directory import secret_place
from clew.services.ingest import ingest
from clew.services.sending import Sender
from tests.builders import an_id
from tests.services.world import TEAM, WORKSPACE, World, a_world

MAIL_INBOX = InboxId(an_id(31))
OURS, ANNA_NOWAK, BELA = "help@shop.example", "anna@example.com", "bela@example.com"
OK = MailAnswer(250, "2.0.0 queued")
Answer = MailResponse | Exception | Callable[[MailRequest], MailResponse]


def parse(raw: RawEvent, config: InboxConfig) -> tuple[Incoming, ...]:
    """Return the message that a test wrote down."""
    said = json.loads(raw.body)
    return (
        IncomingMessage(
            provider_id=said["id"],
            sender=Author((Address("email", said["from"]),), said.get("name", "")),
            sent_at=raw.received_at,
            kind=MessageKind.TEXT,
            text=said.get("text", ""),
            content=said.get("content"),
            subject=said.get("subject", ""),
            references=References(provider_ids=tuple(said.get("references", ()))),
            is_automatic=bool(said.get("is_automatic")),
        ),
    )


CHANNEL = Channel(
    key="letters",
    name="Letters",
    capabilities=Capabilities(
        media={MediaFamily.DOCUMENT: MediaLimit(1_000_000)},
        attachments_max_bytes=1_500_000,
        patience=Patience(timedelta(minutes=1), timedelta(hours=1), timedelta(days=5)),
    ),
    settings=(ADDRESS, ALIASES, *SMTP_SETTINGS),
    kept_headers=frozenset(),
    verify=lambda raw, config: Verdict.GENUINE,
    parse=parse,
    render=render,
    read_response=read_response,
    read_mail_response=read_mail_response,
    probe=probe,
    read_probe=lambda config, response: Unavailable("is not asked"),
    read_mail_probe=read_mail_probe,
    letters=LETTERS,
    own_addresses=lambda config: tuple(Address("email", one) for one in addresses_of(config)),
)


class PostOffice:
    """Stands for the mailer: answers what it was told, else takes everything."""

    def __init__(self) -> None:
        self.asked: list[MailRequest] = []
        self.answers: list[Answer] = []

    async def submit(self, request: MailRequest) -> MailResponse:
        self.asked.append(request)
        answer = self.answers.pop(0) if self.answers else taken
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, MailResponse) else answer(request)


def taken(request: MailRequest) -> MailResponse:
    """Take a mail for everybody."""
    return saying({})(request)


def saying(answers: dict[str, MailAnswer]) -> Callable[[MailRequest], MailResponse]:
    """Return what takes a mail but for those who are named."""

    def answer(request: MailRequest) -> MailResponse:
        said = {one: answers.get(one, OK) for one in request.recipients}
        if not any(one.is_good for one in said.values()):
            return MailResponse(MailStage.RECIPIENTS, next(iter(said.values())), said)
        return MailResponse(MailStage.CONTENT, OK, said)

    return answer


class MailWorld(World):
    """A world that also writes letters."""

    post: PostOffice

    def by(self, mailer: Mailer) -> None:
        """Let mails leave by another mailer."""
        self.sender = Sender(deps=self.deps, http=self.provider, chance=lambda: 0.5, mailer=mailer)

    async def is_written_to(
        self, text: str = "Where is my parcel?", *, by: str = ANNA_NOWAK, **changes: Any
    ) -> Case:
        """Somebody writes a letter."""
        number = next(self._numbers)
        said = {
            "id": f"<in-{number}@mail.example>",
            "from": by,
            "name": "Anna Nowak",
            "text": text,
            "subject": "My parcel",
            "content": {
                "type": "mail",
                "subject": "My parcel",
                "from": [{"email": by, "name": "Anna Nowak"}],
                "to": [{"email": OURS}],
            },
        }
        content = said["content"]
        assert isinstance(content, dict)
        said |= {**changes, "content": content | changes.get("content", {})}
        event = NewEvent(
            workspace_id=WORKSPACE,
            inbox_id=MAIL_INBOX,
            received_at=self.clock.now(),
            headers={},
            query="",
            body=json.dumps(said).encode(),
        )
        await self.deps.store.intake.append(event)
        await ingest(self.deps, 10)
        return await self.case()

    async def last(self) -> Delivery:
        """Return the delivery of the latest message of ours."""
        case = await self.case()
        async with self.deps.store.write() as tx:
            newest = await tx.newest_reply(WORKSPACE, case.conversation_id)
        assert newest is not None
        return await self.delivery(newest[1])


@asynccontextmanager
async def a_mail_world(
    folder: Path, database: str = "", *, is_new: bool = True, port: int = 0
) -> AsyncIterator[MailWorld]:
    """Open a workspace with an inbox of letters; `port` is of a server on this machine."""
    async with a_world(folder, database, is_new=is_new) as base:
        deps = replace(base.deps, channels={**base.deps.channels, CHANNEL.key: CHANNEL})
        world = MailWorld(deps, base.clock, base.provider)
        world.post = PostOffice()
        world.by(world.post)
        if is_new:
            await _add_inbox(world, port)
        yield world


async def _add_inbox(world: MailWorld, port: int) -> None:
    here = {"smtp_host": "127.0.0.1", "smtp_port": str(port), "smtp_security": "none"}
    inbox = Inbox(
        id=MAIL_INBOX,
        workspace_id=WORKSPACE,
        channel=CHANNEL.key,
        name="Letters",
        team_id=TEAM,
        settings={"address": OURS, "aliases": "orders@shop.example", "smtp_host": "smtp.example"}
        | (here if port else {}),
        created_at=world.clock.now(),
    )
    key = world.deps.vault.seal("a-key-of-the-inbox", secret_place(MAIL_INBOX, REPLY_KEY))
    async with world.deps.store.write() as tx:
        await tx.people.save_inbox(inbox, {REPLY_KEY: key})
    world.deps.directory.forget(WORKSPACE)
