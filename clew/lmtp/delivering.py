"""What is answered to a server that hands over mail: yes only when the mail is durable.

To each recipient an answer of its own, as LMTP wants; by SMTP there is one for all, so that a mail
which is not durable for every one of them is handed over again, and what was stored already dies
as a duplicate.

Source:
    RFC 2033 (LMTP), RFC 5321 sections 4.2.5, 4.4 (Return-Path) and 6.1, RFC 3463.
"""

import asyncio
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Protocol

import structlog
from aiosmtpd.smtp import Envelope, Session

from clew.domain.people import Inbox
from clew.lmtp.doors import Doors
from clew.ports.channel.mailboxes import ENVELOPE_RECIPIENT, ENVELOPE_SENDER
from clew.ports.clock import Clock
from clew.ports.store import Intake, NewEvent, StoreIsUnavailable

logger = structlog.get_logger(__name__)

MOST_RECIPIENTS = 100
APPEND_SECONDS = 30.0

LATER = "451 4.3.0 it cannot be stored just now, try again"
TAKEN = "250 2.0.0 stored"


class Speaker(Protocol):
    """The other side of a conversation."""

    is_lmtp: bool


@dataclass(frozen=True, slots=True)
class Delivering:
    """Takes mails for inboxes."""

    doors: Doors
    intake: Intake
    clock: Clock

    def hooks(self) -> SimpleNamespace:
        """Return what aiosmtpd calls, under the names that it looks for."""
        names = {"RCPT": self.admit, "DATA": self.store, "exception": self.apologise}
        return SimpleNamespace(**{f"handle_{name}": hook for name, hook in names.items()})

    async def admit(
        self,
        server: Speaker,
        session: Session,
        envelope: Envelope,
        address: str,
        options: list[str],
    ) -> str:
        """Say whether there is such a recipient."""
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 too many recipients"
        try:
            inbox = await self.doors.find(address)
        except StoreIsUnavailable:
            return LATER
        if inbox is None:
            return "550 5.1.1 there is no such address here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 go on"

    async def store(self, server: Speaker, session: Session, envelope: Envelope) -> str:
        """Store a mail for every recipient, then say so."""
        answers = [await self._keep(address, envelope) for address in envelope.rcpt_tos]
        if server.is_lmtp:
            return "\r\n".join(answers)
        return next((answer for answer in answers if answer != TAKEN), TAKEN)

    async def apologise(self, error: Exception) -> str:
        """Say that it did not work; the other side keeps the mail."""
        logger.error("taking a mail failed", exc_info=error)
        return "451 4.3.0 something went wrong here, try again"

    async def _keep(self, address: str, envelope: Envelope) -> str:
        try:
            inbox = await self.doors.find(address)
            if inbox is None:
                return "550 5.1.1 there is no such address here any more"
            async with asyncio.timeout(APPEND_SECONDS):
                await self.intake.append(self._event(inbox, address, envelope))
        except (StoreIsUnavailable, TimeoutError):
            return LATER
        return TAKEN

    def _event(self, inbox: Inbox, address: str, envelope: Envelope) -> NewEvent:
        sender = (envelope.mail_from or "").strip("<>")
        content: Any = envelope.content or b""
        trace = f"Return-Path: <{sender}>\r\nDelivered-To: {address}\r\n"
        return NewEvent(
            workspace_id=inbox.workspace_id,
            inbox_id=inbox.id,
            received_at=self.clock.now(),
            headers={ENVELOPE_SENDER: sender, ENVELOPE_RECIPIENT: address},
            query="",
            body=trace.encode("utf-8", "surrogateescape") + bytes(content),
        )
