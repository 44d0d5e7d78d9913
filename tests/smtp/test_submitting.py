"""One mail over one connection: what arrives, what is answered, and what is never guessed."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator

import pytest
from aiosmtpd.smtp import SMTP, Envelope

from clew.blobs.files import FileBlobs
from clew.ports.channel import (
    MailFile,
    MailRequest,
    MailStage,
)
from clew.ports.http import FileIsMissing, NoAnswer, NotSent
from clew.smtp.mailer import SmtpMailer
from tests.smtp.servers import (
    ANNA,
    BELA,
    MAIL,
    USER,
    a_mail,
    cut_off,
    gone_at,
    post_office,
)


async def test_a_mail_arrives_as_it_was_made(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        response = await mailer.submit(a_mail(post.at(), ANNA, BELA))

    assert response.is_accepted
    assert response.answer.text == "2.0.0 queued as 1"
    assert post.mails[0].content == MAIL
    assert (post.mails[0].mail_from, post.mails[0].rcpt_tos) == ("help@shop.example", [ANNA, BELA])


async def test_a_file_is_streamed_into_the_mail(mailer: SmtpMailer, mail_files: FileBlobs) -> None:
    raw = bytes(range(256)) * 500

    async def chunks() -> AsyncIterator[bytes]:
        for start in range(0, len(raw), 10_000):
            yield raw[start : start + 10_000]

    stored = await mail_files.save(chunks(), len(raw))
    file = MailFile(stored.blob, stored.byte_count)
    async with post_office() as post:
        request = MailRequest(post.at(), USER, (ANNA,), (b"A: b\r\n\r\n", file, b"--end\r\n"))
        await mailer.submit(request)

    content = post.mails[0].content
    assert isinstance(content, bytes)
    assert len(content) == request.byte_count
    rest = content.partition(b"\r\n\r\n")[2]
    assert base64.b64decode(rest.removesuffix(b"--end\r\n")) == raw
    assert max(len(line) for line in content.split(b"\r\n")) == 76


async def test_every_recipient_gets_an_answer_of_their_own(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        post.said = {BELA: "550 5.1.1 no such person"}
        response = await mailer.submit(a_mail(post.at(), ANNA, BELA))

    assert response.is_accepted
    assert response.recipients[ANNA].is_good
    assert response.recipients[BELA].status == "5.1.1"
    assert post.mails[0].rcpt_tos == [ANNA]


async def test_a_mail_that_nobody_may_have_does_not_leave(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        post.said = {ANNA: "450 4.2.0 greylisted"}
        response = await mailer.submit(a_mail(post.at()))

        assert (response.stage, response.answer.code) == (MailStage.RECIPIENTS, 450)
        post.said = {}
        assert (await mailer.submit(a_mail(post.at()))).is_accepted
        assert post.sessions == 1


async def test_a_refused_content_is_told_with_the_servers_reason(mailer: SmtpMailer) -> None:
    async def refuse(_: SMTP, __: Envelope) -> str:
        return "554 5.7.1 looks like spam"

    async with post_office() as post:
        post.on_data = refuse
        response = await mailer.submit(a_mail(post.at()))

    assert (response.stage, response.answer.status) == (MailStage.CONTENT, "5.7.1")
    assert not response.is_accepted


async def test_a_server_that_dies_before_the_end_has_surely_not_taken_it(
    mailer: SmtpMailer,
) -> None:
    long = b"Subject: long\r\n\r\n" + b"words and words\r\n" * 500_000
    async with cut_off(after_bytes=10_000) as server:
        with pytest.raises(NotSent):
            await mailer.submit(a_mail(server, content=long))


@pytest.mark.parametrize("verb", [b"connect", b"EHLO", b"MAIL", b"RCPT", b"DATA"])
async def test_a_server_that_dies_before_it_asked_for_the_mail_has_nothing(
    mailer: SmtpMailer, verb: bytes
) -> None:
    """So it is safe to try again, whatever was being said when it died."""
    async with gone_at(verb) as (server, said):
        with pytest.raises(NotSent):
            await mailer.submit(a_mail(server))

    assert MAIL not in b"".join(said)


async def test_a_server_that_never_answers_the_end_leaves_everybody_in_doubt(
    mailer: SmtpMailer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have taken the mail, so nobody sends it again without deciding to."""
    monkeypatch.setattr("clew.smtp.submitting.CONTENT_SECONDS", 0.2)

    async def silence(server: SMTP, envelope: Envelope) -> str:
        post.mails.append(envelope)
        await asyncio.Event().wait()
        return "250 never said"

    async with post_office() as post:
        post.on_data = silence
        with pytest.raises(NoAnswer):
            await mailer.submit(a_mail(post.at()))

        assert len(post.mails) == 1


async def test_a_mail_whose_file_is_gone_does_not_leave(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        content = (b"A: b\r\n\r\n", MailFile("missing/blob", 10))
        with pytest.raises(FileIsMissing):
            await mailer.submit(MailRequest(post.at(), USER, (ANNA,), content))

    assert post.mails == []


async def test_a_server_that_dies_after_the_end_leaves_everybody_in_doubt(
    mailer: SmtpMailer,
) -> None:
    async def vanish(server: SMTP, envelope: Envelope) -> str:
        post.mails.append(envelope)
        assert isinstance(server.transport, asyncio.Transport)
        server.transport.abort()
        return "250 never read"

    async with post_office() as post:
        post.on_data = vanish
        with pytest.raises(NoAnswer):
            await mailer.submit(a_mail(post.at()))

        assert len(post.mails) == 1


async def test_a_mail_that_is_too_long_for_the_server_is_not_begun(mailer: SmtpMailer) -> None:
    async with post_office(data_size_limit=1_000_000) as post:
        response = await mailer.submit(
            a_mail(post.at(), content=b"A: b\r\n\r\n" + b"x" * 1_000_001)
        )

    assert (response.answer.code, response.answer.status) == (552, "5.3.4")
    assert post.mails == []


async def test_addresses_beyond_ascii_need_a_server_that_knows_them(mailer: SmtpMailer) -> None:
    async with post_office(enable_SMTPUTF8=False) as post:
        request = MailRequest(post.at(), USER, ("żaneta@example.com",), (MAIL,), needs_utf8=True)
        assert (await mailer.submit(request)).answer.status == "5.6.7"
    async with post_office() as post:
        request = MailRequest(post.at(), USER, ("żaneta@example.com",), (MAIL,), needs_utf8=True)
        assert (await mailer.submit(request)).is_accepted
