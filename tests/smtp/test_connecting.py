"""Who may be connected to, and how we prove who we are."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from clew.blobs.files import FileBlobs
from clew.ports.channel import (
    MailRequest,
    MailResponse,
    MailStage,
    Security,
)
from clew.ports.http import AddressIsForbidden, NotSent
from clew.smtp.mailer import SmtpMailer
from tests.clocks import StoppedClock
from tests.smtp.servers import (
    ACCESS_TOKEN,
    GRANT,
    PASSWORD,
    USER,
    TokenEndpoint,
    a_mail,
    make_certificate,
    post_office,
)


@pytest.mark.parametrize("is_late", [False, True])
async def test_encryption_and_a_password_are_used(
    mailer: SmtpMailer, trusted: Path, *, is_late: bool
) -> None:
    security = Security.STARTTLS if is_late else Security.TLS
    async with post_office(tls=make_certificate(trusted), starttls=is_late) as post:
        server = post.at(security, user=USER, password=PASSWORD)
        response = await mailer.submit(a_mail(server))

    assert response.is_accepted
    assert post.logins[0] == (USER, PASSWORD)


async def test_a_server_that_cannot_prove_its_identity_gets_nothing(
    mailer: SmtpMailer, tmp_path: Path
) -> None:
    async with post_office(tls=make_certificate(tmp_path)) as post:
        server = post.at(Security.TLS, user=USER, password=PASSWORD)
        with pytest.raises(NotSent, match="could not prove its identity"):
            await mailer.submit(a_mail(server))

    assert (post.mails, post.logins) == ([], [])


async def test_encryption_that_is_not_offered_is_not_done_without(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        server = post.at(Security.STARTTLS, user=USER, password=PASSWORD)
        response = await mailer.submit(a_mail(server))

    assert response.stage is MailStage.LOGIN
    assert "STARTTLS" in response.answer.text
    assert post.logins == []


async def test_a_wrong_password_is_an_answer(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        response = await mailer.submit(a_mail(post.at(user=USER, password="wrong")))

    assert (response.stage, response.answer.code) == (MailStage.LOGIN, 535)


async def test_a_login_can_be_tried_without_a_mail(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        server = post.at(user=USER, password=PASSWORD)
        response = await mailer.submit(MailRequest(server))

    assert isinstance(response, MailResponse)
    assert response.answer.is_good
    assert "size" in response.server
    assert post.mails == []


async def test_a_token_is_asked_for_once_and_used(
    mailer: SmtpMailer, tokens: TokenEndpoint
) -> None:
    async with post_office() as post:
        server = post.at(user=USER, grant=GRANT)
        await mailer.submit(MailRequest(server))
        await mailer.submit(MailRequest(server))

    assert [one[0] for one in post.logins] == ["token", "token"]
    assert len(tokens.asked) == 1
    assert tokens.asked[0].form["refresh_token"] == GRANT.refresh_token


async def test_a_token_that_is_refused_is_replaced_once(
    mailer: SmtpMailer, tokens: TokenEndpoint
) -> None:
    tokens.tokens = ["an-old-one", ACCESS_TOKEN]
    async with post_office() as post:
        response = await mailer.submit(a_mail(post.at(user=USER, grant=GRANT)))

    assert response.is_accepted
    assert len(tokens.asked) == 2


async def test_a_grant_that_was_taken_back_is_a_refused_login(
    mailer: SmtpMailer, tokens: TokenEndpoint
) -> None:
    tokens.tokens = []
    async with post_office() as post:
        response = await mailer.submit(a_mail(post.at(user=USER, grant=GRANT)))

    assert (response.stage, response.answer.code) == (MailStage.LOGIN, 535)
    assert "invalid_grant" in response.answer.text


async def test_private_servers_are_called_only_when_they_are_listed(mail_files: FileBlobs) -> None:
    mailer = SmtpMailer(blobs=mail_files, clock=StoppedClock(), http=TokenEndpoint())
    async with post_office() as post:
        for server in (post.at(), post.at(Security.TLS), post.at(Security.STARTTLS)):
            with pytest.raises(AddressIsForbidden):
                await mailer.submit(a_mail(server))

    assert post.sessions == 0


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop is not for Windows")
def test_the_loop_that_serves_sends_as_well(tmp_path: Path) -> None:
    """The server runs on uvloop, whose transports are not of asyncio's classes."""
    import uvloop

    async def one_mail() -> bool:
        mailer = SmtpMailer(
            blobs=FileBlobs(tmp_path),
            clock=StoppedClock(),
            http=TokenEndpoint(),
            allow_private_hosts=["127.0.0.1"],
        )
        async with post_office() as post:
            response = await mailer.submit(a_mail(post.at(user=USER, password=PASSWORD)))
            await mailer.close()
        return response.is_accepted

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        assert runner.run(one_mail())
