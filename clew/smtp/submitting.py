"""One mail over one connection, and what was said to every part of it.

What matters when the connection breaks is whether the mark of the end had left: before it no
server may take the mail, after it nobody knows.

Source:
    RFC 5321 sections 4.1.1.4, 4.5.2 (dots) and 4.5.3.2 (how long to wait), RFC 1870 (SIZE),
    RFC 6531 (SMTPUTF8), RFC 3461 (reports of delivery).
"""

import base64
from collections.abc import AsyncIterator

import aiosmtplib
from aiosmtplib import SMTP

from clew.domain.reasons import Reason
from clew.ports.blobs import Blobs
from clew.ports.channel import MailAnswer, MailFile, MailRequest, MailResponse, MailStage
from clew.ports.http import FileIsMissing, NoAnswer, NotSent
from clew.smtp.connecting import Connection

# A server may work on a whole mail for long before it answers; whoever asks again too soon
# makes it arrive twice.
CONTENT_SECONDS = 300.0
LINES_AT_ONCE = 512


async def submit(request: MailRequest, connection: Connection, blobs: Blobs) -> MailResponse:
    """Hand a mail over.

    Raises:
        NotSent: It was surely not taken.
        FileIsMissing: A file of it is not here.
        NoAnswer: It left as a whole, and no answer came.
    """
    await _check_files(request, blobs)
    client = connection.client
    try:
        return await _envelope(request, connection, blobs)
    except (aiosmtplib.SMTPException, OSError) as failure:
        connection.close()
        raise NotSent(_reason(failure, client)) from failure


async def _envelope(request: MailRequest, connection: Connection, blobs: Blobs) -> MailResponse:
    client = connection.client
    answer = _foreseen(request, client) or await _say(
        client, f"MAIL FROM:<{request.sender}>{_sender_options(request, client)}"
    )
    if not answer.is_good:
        return await _given_up(client, MailResponse(MailStage.SENDER, answer))
    recipients: dict[str, MailAnswer] = {}
    for one in request.recipients:
        options = _recipient_options(one, client)
        recipients[one] = await _say(client, f"RCPT TO:<{one}>{options}")
    if not any(said.is_good for said in recipients.values()):
        last = next(reversed(recipients.values()))
        return await _given_up(client, MailResponse(MailStage.RECIPIENTS, last, recipients))
    answer = await _say(client, "DATA")
    if answer.code != 354:
        refused = MailResponse(MailStage.CONTENT, _refused(answer), recipients)
        return await _given_up(client, refused)
    await _write(request, connection, blobs)
    connection.mails += 1
    try:
        answer = await _say(client, ".", CONTENT_SECONDS)
    except (aiosmtplib.SMTPException, OSError) as failure:
        connection.close()
        raise NoAnswer(_reason(failure, client)) from failure
    return MailResponse(MailStage.CONTENT, answer, recipients)


def _refused(answer: MailAnswer) -> MailAnswer:
    """Return an answer to DATA that is not a go-ahead, whatever it means to be."""
    return MailAnswer(451, answer.text) if answer.code < 400 else answer


def _foreseen(request: MailRequest, client: SMTP) -> MailAnswer | None:
    """Return what the server would say, by what it says of itself."""
    limit = client.esmtp_extensions.get("size", "").strip()
    if limit.isdigit() and 0 < int(limit) < request.byte_count:
        most = int(limit) // 1_000_000
        return MailAnswer(552, f"5.3.4 {Reason.SERVER_TAKES.said(most=most)}")
    if request.needs_utf8 and not client.supports_extension("smtputf8"):
        return MailAnswer(553, f"5.6.7 {Reason.ONLY_ASCII.said()}")
    return None


def _sender_options(request: MailRequest, client: SMTP) -> str:
    options = []
    if client.supports_extension("size"):
        options.append(f"SIZE={request.byte_count}")
    if request.needs_utf8:
        options.append("SMTPUTF8")
    if client.supports_extension("dsn"):
        options.append("RET=HDRS")
        if request.envelope_id:
            options.append(f"ENVID={_xtext(request.envelope_id)}")
    return "".join(f" {one}" for one in options)


def _recipient_options(address: str, client: SMTP) -> str:
    if not client.supports_extension("dsn"):
        return ""
    original = f" ORCPT=rfc822;{_xtext(address)}" if address.isascii() else ""
    return f" NOTIFY=FAILURE,DELAY{original}"


def _xtext(text: str) -> str:
    """Return a text as RFC 3461 section 4 writes values: odd characters as +XX."""
    return "".join(
        one if "!" <= one <= "~" and one not in "+=" else f"+{ord(one):02X}" for one in text
    )


async def _say(client: SMTP, line: str, seconds: float | None = None) -> MailAnswer:
    wait = {} if seconds is None else {"timeout": seconds}
    said = await client.execute_command(line.encode(), **wait)
    text = said.message.encode("utf-8", "replace").decode()
    return MailAnswer(said.code, text)


async def _given_up(client: SMTP, response: MailResponse) -> MailResponse:
    """Leave the connection clean for the next mail; if that fails it is not used again."""
    try:
        await client.execute_command(b"RSET")
    except (aiosmtplib.SMTPException, OSError):
        client.close()
    return response


async def _write(request: MailRequest, connection: Connection, blobs: Blobs) -> None:
    protocol = connection.client.protocol
    if protocol is None:
        raise aiosmtplib.SMTPServerDisconnected("Connection lost")
    is_at_line_start = True
    for piece in request.content:
        async for chunk in _chunks(piece, blobs):
            protocol.write(_stuffed(chunk, is_at_line_start=is_at_line_start))
            is_at_line_start = chunk.endswith(b"\n")
            await connection.stream.drain()
    if not is_at_line_start:
        protocol.write(b"\r\n")


def _stuffed(chunk: bytes, *, is_at_line_start: bool) -> bytes:
    dotted = chunk.replace(b"\r\n.", b"\r\n..")
    return b"." + dotted if is_at_line_start and chunk.startswith(b".") else dotted


async def _chunks(piece: bytes | MailFile, blobs: Blobs) -> AsyncIterator[bytes]:
    if isinstance(piece, bytes):
        yield piece
        return
    rest, byte_count = b"", 0
    whole = MailFile.BYTES_PER_LINE * LINES_AT_ONCE
    async for read in blobs.open(piece.blob):
        byte_count += len(read)
        rest += read
        while len(rest) >= whole:
            yield _in_lines(rest[:whole])
            rest = rest[whole:]
    if byte_count != piece.size_bytes:
        raise aiosmtplib.SMTPServerDisconnected("a file changed while it was sent")
    if rest:
        yield _in_lines(rest)


def _in_lines(raw: bytes) -> bytes:
    return base64.encodebytes(raw).replace(b"\n", b"\r\n")


async def _check_files(request: MailRequest, blobs: Blobs) -> None:
    for piece in request.content:
        if isinstance(piece, MailFile):
            try:
                await blobs.head(piece.blob, 1)
            except FileNotFoundError:
                raise FileIsMissing(Reason.FILE_NOT_HERE.said()) from None


def _reason(failure: Exception, client: SMTP) -> str:
    if isinstance(failure, TimeoutError):
        return Reason.NO_ANSWER_IN_TIME.said(host=client.hostname or "")
    return Reason.CONNECTION_BROKE.said(host=client.hostname or "")
