"""Two Clews that answer by machine, over a real mail server, fall silent within five mails."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from clew.channels.email.tokens import REPLY_KEY
from clew.domain.ids import InboxId, MessageId
from clew.domain.message import Direction
from clew.domain.people import Inbox
from clew.ports.store import NewEvent
from clew.services.directory import secret_place
from clew.services.ingest import ingest
from clew.services.replies.automatic import AnswerByMachine, answer_by_machine
from clew.services.sending import Sender
from clew.smtp.mailer import SmtpMailer
from tests.builders import an_id
from tests.services.world import TEAM, WORKSPACE, World, a_world
from tests.smtp.servers import Post, TokenEndpoint, post_office

MAILBOX = InboxId(an_id(77))
# What tells a machine's mail, and what a careless relay might take away.
MARKS = re.compile(rb"^(Auto-Submitted|X-Auto-Response-Suppress):[^\n]*\n", re.MULTILINE)


@dataclass
class Company:
    """One Clew with a mailbox, in which a machine answers whatever comes."""

    world: World
    address: str

    async def takes_in(self, mail: bytes) -> None:
        """A mail comes in, and the machine has its say."""
        event = NewEvent(
            workspace_id=WORKSPACE,
            inbox_id=MAILBOX,
            received_at=self.world.clock.now(),
            headers={},
            query="",
            body=mail,
        )
        await self.world.deps.store.intake.append(event)
        await ingest(self.world.deps, 10)
        case = await self.world.case()
        async with self.world.deps.store.write() as tx:
            latest = await tx.latest_messages(WORKSPACE, case.conversation_id, 1)
        assert latest[0].direction is Direction.IN
        command = AnswerByMachine(
            workspace_id=WORKSPACE,
            case_id=latest[0].case_id,
            message_id=MessageId(self.world.deps.ids.new()),
            text=f"Thank you for writing to {self.address}.",
        )
        await answer_by_machine(command, deps=self.world.deps)
        await self.world.sends()


@asynccontextmanager
async def a_company(folder: Path, address: str, post: Post) -> AsyncIterator[Company]:
    """Open a Clew whose mails go to `post`."""
    folder.mkdir()
    async with a_world(folder) as world:
        deps = world.deps
        mailer = SmtpMailer(
            blobs=deps.blobs,
            clock=world.clock,
            http=TokenEndpoint(),
            allow_private_hosts=["127.0.0.1"],
        )
        world.sender = Sender(deps=deps, http=world.provider, chance=lambda: 0.5, mailer=mailer)
        inbox = Inbox(
            id=MAILBOX,
            workspace_id=WORKSPACE,
            channel="email",
            name="Mail",
            team_id=TEAM,
            settings={
                "address": address,
                "smtp_host": "127.0.0.1",
                "smtp_port": str(post.port),
                "smtp_security": "none",
            },
            created_at=world.clock.now(),
        )
        key = deps.vault.seal(f"a-key-of-{address}", secret_place(MAILBOX, REPLY_KEY))
        async with deps.store.write() as tx:
            await tx.people.save_inbox(inbox, {REPLY_KEY: key})
        deps.directory.forget(WORKSPACE)
        yield Company(world, address)
        await mailer.close()


@pytest.mark.parametrize("is_stripped", [False, True])
async def test_two_machines_fall_silent_within_five_mails(
    tmp_path: Path, *, is_stripped: bool
) -> None:
    """Even where a relay takes away every mark of a machine."""
    async with (
        post_office() as post,
        a_company(tmp_path / "a", "help@one.example", post) as one,
        a_company(tmp_path / "b", "info@two.example", post) as two,
    ):
        await one.takes_in(
            b"From: info@two.example\r\nTo: help@one.example\r\nSubject: Hello\r\n"
            b"Message-ID: <begin@two.example>\r\n\r\nIs anybody there?\r\n"
        )
        carried = 0
        while carried < len(post.mails) and carried < 20:
            envelope = post.mails[carried]
            carried += 1
            mail = envelope.content
            assert isinstance(mail, bytes)
            to = two if envelope.rcpt_tos[0].endswith("two.example") else one
            await to.takes_in(MARKS.sub(b"", mail) if is_stripped else mail)

    assert 1 <= len(post.mails) <= 5
