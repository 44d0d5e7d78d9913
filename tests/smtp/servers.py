"""A real SMTP server within the test's own loop, that does what the test wants."""

from __future__ import annotations

import asyncio
import base64
import datetime as dates
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from clew.ports.channel import Grant, HttpRequest, HttpResponse, MailRequest, MailServer, Security

USER, PASSWORD = "help@shop.example", "correct-horse-battery"
ACCESS_TOKEN = "ya29.a-token-of-today"

ANNA, BELA = "anna@example.com", "bela@example.com"
MAIL = b"Subject: Hello\r\n\r\nDear Anna,\r\n.\r\n.. and a dot\r\n"
GRANT = Grant("https://login.example/token", "clew", "a-client-secret", "a-refresh-token")

OnData = Callable[[SMTP, Envelope], Awaitable[str]]


class TokenEndpoint:
    """A provider of tokens that gives one after the other, and then none."""

    def __init__(self, *tokens: str) -> None:
        self.tokens = list(tokens)
        self.asked: list[HttpRequest] = []

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        self.asked.append(request)
        if not self.tokens:
            return HttpResponse(400, body=b'{"error":"invalid_grant"}')
        body = f'{{"access_token":"{self.tokens.pop(0)}","expires_in":3600}}'
        return HttpResponse(200, body=body.encode())


@dataclass
class Post:
    """What came in at a server, and how it answers.

    Attributes:
        said: Per recipient the answer to RCPT, where it is not a plain yes.
        on_data: Answers a whole mail in place of a plain yes.
    """

    port: int = 0
    mails: list[Envelope] = field(default_factory=list)
    sessions: int = 0
    logins: list[tuple[str, str]] = field(default_factory=list)
    said: Mapping[str, str] = field(default_factory=dict)
    sender_answer: str = ""
    on_data: OnData | None = None
    takes_login: bool = True

    def at(self, security: Security = Security.NONE, **given: Any) -> MailServer:
        """Return the server as an inbox's settings name it."""
        return MailServer("127.0.0.1", self.port, security, **given)

    # What aiosmtpd asks, under its names.
    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, host: str, lines: list[str]
    ) -> list[str]:
        self.sessions += 1
        session.host_name = host
        return lines

    async def handle_MAIL(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, sender: str, options: list[str]
    ) -> str:
        envelope.mail_from = sender
        envelope.mail_options.extend(options)
        return self.sender_answer or "250 OK"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]
    ) -> str:
        answer = self.said.get(to, "250 OK")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(to)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.on_data is not None:
            return await self.on_data(server, envelope)
        self.mails.append(envelope)
        return f"250 2.0.0 queued as {len(self.mails)}"

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        """Take the one user of the tests, by password."""
        if not isinstance(data, LoginPassword):
            return AuthResult(success=False)
        given = data.login.decode(), data.password.decode()
        self.logins.append(given)
        return AuthResult(success=self.takes_login and given == (USER, PASSWORD), handled=False)


class Server(SMTP):
    """A server that also knows XOAUTH2, and promises what ours makes use of."""

    async def auth_XOAUTH2(self, _: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        """Take the one token of the tests."""
        said = base64.b64decode(args[1]).decode()
        post: Post = self.event_handler
        post.logins.append(("token", said))
        is_good = said == f"user={USER}\x01auth=Bearer {ACCESS_TOKEN}\x01\x01"
        if not is_good:
            await self.challenge_auth(b'{"status":"400"}')
        return AuthResult(success=is_good and post.takes_login, handled=False)


def a_mail(server: MailServer, *to: str, content: bytes = MAIL) -> MailRequest:
    """Return a mail for Anna, or for whom is named."""
    return MailRequest(server, "help@shop.example", to or (ANNA,), (content,), envelope_id="m=1")


@asynccontextmanager
async def post_office(
    *, tls: ssl.SSLContext | None = None, starttls: bool = False, **options: Any
) -> AsyncIterator[Post]:
    """Serve as long as the context lasts; with a context for TLS from the first byte, or later."""
    post = Post()
    chosen: dict[str, Any] = {
        "hostname": "mx.shop.example",
        "enable_SMTPUTF8": True,
        "authenticator": post.authenticate,
        "auth_require_tls": starttls,
        "loop": asyncio.get_running_loop(),
        "tls_context": tls if starttls else None,
    } | options
    server = await asyncio.get_running_loop().create_server(
        lambda: Server(post, **chosen),
        "127.0.0.1",
        0,
        ssl=None if starttls else tls,
    )
    post.port = server.sockets[0].getsockname()[1]
    try:
        yield post
    finally:
        server.close()
        await asyncio.sleep(0)


@asynccontextmanager
async def cut_off(after_bytes: int) -> AsyncIterator[MailServer]:
    """Serve until so many bytes of a mail have come, and vanish without a word."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 mx\r\n")
        while line := await reader.readline():
            verb = line[:4].upper()
            writer.write(b"354 go on\r\n" if verb == b"DATA" else b"250 mx\r\n")
            if verb == b"DATA":
                await reader.readexactly(after_bytes)
                break
        writer.transport.abort()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield MailServer("127.0.0.1", server.sockets[0].getsockname()[1], Security.NONE)
    finally:
        server.close()


@asynccontextmanager
async def gone_at(verb: bytes) -> AsyncIterator[tuple[MailServer, list[bytes]]]:
    """Serve until a command comes, and vanish without a word; what was said before is kept."""
    said: list[bytes] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if verb != b"connect":
            writer.write(b"220 mx\r\n")
            while (line := await reader.readline()) and not line.upper().startswith(verb):
                said.append(line)
                writer.write(b"250 mx\r\n")
        writer.transport.abort()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield MailServer("127.0.0.1", server.sockets[0].getsockname()[1], Security.NONE), said
    finally:
        server.close()


def make_certificate(folder: Path, host: str = "127.0.0.1") -> ssl.SSLContext:
    """Return how a server proves that it is `host`; `folder/ca.pem` is whom to believe."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a test")])
    try:
        who: x509.GeneralName = x509.IPAddress(ip_address(host))
    except ValueError:
        who = x509.DNSName(host)
    now = dates.datetime.now(dates.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dates.timedelta(days=1))
        .not_valid_after(now + dates.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([who]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    (folder / "ca.pem").write_bytes(pem)
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    return context
