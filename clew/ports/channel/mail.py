"""The mails that a channel asks to have submitted, as values, and what the server answered.

As with HTTP a channel never touches the network: it says which bytes go to whom (`MailRequest`) and
reads what came back (`MailResponse`). Whoever submits knows SMTP and nothing of the mail.

Source:
    RFC 5321 (SMTP), RFC 6409 (submission), RFC 3463 (enhanced status codes).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar, TypeAlias

from clew.ports.channel.http import HttpRequest

_ENHANCED = re.compile(r"\A\s*([245]\.\d{1,3}\.\d{1,3})\b")


class Security(StrEnum):
    """How the way to a server is protected."""

    TLS = "tls"  # from the first byte on
    STARTTLS = "starttls"  # asked for before anything else is said
    NONE = "none"  # for servers that the operator listed as private


@dataclass(frozen=True, slots=True)
class Grant:
    """Where access tokens are asked for, and by what right (OAuth 2.0).

    Attributes:
        url: The provider's token endpoint.
    """

    url: str
    client_id: str
    client_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)
    scope: str = ""


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server to log in to. Without a user nobody logs in; with a grant by token, not password."""

    host: str
    port: int
    security: Security = Security.TLS
    user: str = ""
    password: str = field(default="", repr=False)
    grant: Grant | None = None


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file within a mail: its bytes in base64, in lines of 76 characters."""

    blob: str
    size_bytes: int

    BYTES_PER_LINE: ClassVar[int] = 57

    @property
    def encoded_bytes(self) -> int:
        """Return how long it is in the mail, line ends included."""
        lines, rest = divmod(self.size_bytes, self.BYTES_PER_LINE)
        return lines * 78 + (4 * -(-rest // 3) + 2 if rest else 0)


@dataclass(frozen=True, slots=True)
class MailRequest:
    """One mail to be submitted; without recipients only a log-in that is tried.

    Attributes:
        sender: Of the envelope, where reports of failure go; empty for those that want none.
        recipients: Of the envelope, each once.
        content: The mail, lines ending in CR LF, in pieces.
        envelope_id: Comes back in reports of failure, where the server can do that.
        needs_utf8: An address is not ASCII.
    """

    server: MailServer
    sender: str = ""
    recipients: tuple[str, ...] = ()
    content: tuple[bytes | MailFile, ...] = ()
    envelope_id: str = ""
    needs_utf8: bool = False
    timeout: timedelta = timedelta(minutes=6)

    @property
    def is_repeatable(self) -> bool:
        """Say whether doing it twice does no harm."""
        return not self.recipients

    @property
    def byte_count(self) -> int:
        """Return how long the mail is on the wire."""
        return sum(
            len(piece) if isinstance(piece, bytes) else piece.encoded_bytes
            for piece in self.content
        )

    def __repr__(self) -> str:
        return f"<MailRequest {self.server.host} {len(self.recipients)} recipients>"


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """What a server said to one command."""

    code: int
    text: str = ""

    @property
    def is_good(self) -> bool:
        """Say whether it did what was asked."""
        return 200 <= self.code < 300

    @property
    def is_final(self) -> bool:
        """Say whether the same again would be refused again."""
        return self.code >= 500

    @property
    def status(self) -> str:
        """Return the enhanced status code, such as 5.1.1, or the plain one."""
        found = _ENHANCED.match(self.text)
        return found[1] if found else str(self.code)


class MailStage(StrEnum):
    """How far a submission came before the last answer."""

    GREETING = "greeting"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENTS = "recipients"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class MailResponse:
    """What a server answered.

    Attributes:
        stage, answer: The last command that was answered, and what to.
        recipients: What was said to each; those accepted get the mail only if the content was
            accepted too.
        server: What it calls itself and can do, for administrators.
    """

    stage: MailStage
    answer: MailAnswer
    recipients: Mapping[str, MailAnswer] = field(default_factory=dict)
    server: str = ""

    @property
    def is_accepted(self) -> bool:
        """Say whether the server has taken the mail for somebody."""
        return self.stage is MailStage.CONTENT and self.answer.is_good


Request: TypeAlias = HttpRequest | MailRequest
