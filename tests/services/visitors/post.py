"""A post that keeps what it is given: for tests of letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from clew.ports.channel import MailAnswer, MailRequest, MailResponse, MailServer, MailStage
from clew.ports.mail import NoMailer
from clew.services.visitors.letters import Post


@dataclass
class Keeper:
    """Takes every mail, or answers as it is told."""

    code: int = 250
    requests: list[MailRequest] = field(default_factory=list)

    async def submit(self, request: MailRequest) -> MailResponse:
        self.requests.append(request)
        return MailResponse(MailStage.CONTENT, MailAnswer(self.code, "said"))

    def mails(self) -> list[EmailMessage]:
        found = []
        for request in self.requests:
            raw = b"".join(one for one in request.content if isinstance(one, bytes))
            found.append(message_from_bytes(raw, policy=default))
        return found

    def texts(self) -> list[str]:
        return [str(one.get_content()).replace("\r\n", "\n") for one in self.mails()]


CLOSED = Post(mailer=NoMailer())


def a_post(keeper: Keeper) -> Post:
    return Post(
        mailer=keeper,
        server=MailServer("mail.example.test", 587),
        sender="chat@example.test",
        public_url="https://clew.example.test",
    )
