"""Somebody who writes mails to the shop, with a mail program of their own.

Their mail reaches the shop as it would in life: a mail server hands it over by LMTP, with its note
of who was proved. What the shop answers leaves by SMTP and lies in `post`.
"""

from __future__ import annotations

import asyncio
import smtplib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from uuid import UUID

from clew.services.inboxes import AddInbox, add_inbox
from tests.fixtures.running_shop import RunningShop
from tests.smtp.servers import Post, post_office

SHOP = "help@jans-shop.example"
BORDER = "mx.jans-shop.example"


@dataclass
class Correspondent:
    """A person with an address; `heard` are the mails that they got, the latest last."""

    shop: RunningShop
    post: Post
    inbox_id: UUID
    address: str = "vera@lind.example"
    name: str = "Vera Lind"
    sent: int = field(default=0)

    @property
    def heard(self) -> list[EmailMessage]:
        mine = [one for one in self.post.mails if self.address in one.rcpt_tos]
        return [read(one.original_content or b"") for one in mine]

    async def hears(self, count: int = 1) -> EmailMessage:
        """Wait until so many mails have come; return the latest."""
        for _ in range(400):
            if len(self.heard) >= count:
                return self.heard[-1]
            await asyncio.sleep(0.05)
        raise AssertionError(f"{len(self.heard)} mails came, not {count}")

    async def write(self, text: str, subject: str = "A blue kettle", **more: str) -> None:
        """Write a mail of plain text."""
        await self.hand_over(self.letter(text, subject, **more))

    def letter(self, text: str, subject: str, **more: str) -> EmailMessage:
        """Return a mail of plain text, not sent yet."""
        mail = EmailMessage()
        mail["From"] = f"{self.name} <{self.address}>"
        mail["To"] = f"Jan's Shop <{SHOP}>"
        mail["Subject"] = subject
        self.sent += 1
        mail["Message-ID"] = f"<{self.sent}@{self.address.partition('@')[2]}>"
        for name, value in more.items():
            del mail[name.replace("_", "-")]
            mail[name.replace("_", "-")] = value
        mail.set_content(text)
        return mail

    async def hand_over(
        self, mail: EmailMessage | bytes, *, to: str = SHOP, sender: str = "", dmarc: str = "pass"
    ) -> None:
        """Let the shop's own mail server hand a mail over, with what it knows of the writer."""
        raw = mail if isinstance(mail, bytes) else mail.as_bytes()
        domain = self.address.partition("@")[2]
        noted = f"Authentication-Results: {BORDER}; dmarc={dmarc} header.from={domain}\r\n"

        def go() -> None:
            with smtplib.LMTP("127.0.0.1", self.shop.mail_port) as server:
                server.sendmail(sender or self.address, [to], noted.encode() + raw)

        await asyncio.to_thread(go)


def read(raw: bytes) -> EmailMessage:
    """Return a mail as a mail program reads it."""
    found = message_from_bytes(raw, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def body(mail: EmailMessage, kind: str = "plain") -> str:
    """Return the text of a mail."""
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


@asynccontextmanager
async def writing_to(shop: RunningShop) -> AsyncIterator[Correspondent]:
    """Give the shop an address, a mail server to send by, and somebody who writes to it."""
    from clew.demo.sample.people import find_shop

    found = await find_shop(shop.deps)
    assert found is not None
    async with post_office() as post:
        command = AddInbox(
            channel="email",
            name="Mail",
            team_id=next(iter(found.teams.values())),
            settings={
                "address": SHOP,
                "from_name": "{agent}, Jan's Shop",
                "smtp_host": "127.0.0.1",
                "smtp_port": str(post.port),
                "smtp_security": "none",
                "trusted_authserv_id": BORDER,
            },
            secrets={},
        )
        inbox = await add_inbox(command, asker=found.asker("Olga"), deps=shop.deps)
        yield Correspondent(shop, post, inbox.id)
