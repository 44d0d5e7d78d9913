"""A connection is used as long as it lasts."""

from __future__ import annotations

import asyncio

from aiosmtpd.smtp import SMTP, Envelope

from clew.smtp.mailer import SmtpMailer
from tests.smtp.servers import (
    a_mail,
    post_office,
)


async def test_connections_are_used_again(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        for _ in range(3):
            await mailer.submit(a_mail(post.at()))

    assert (len(post.mails), post.sessions) == (3, 1)


async def test_a_connection_that_ended_meanwhile_costs_nothing(mailer: SmtpMailer) -> None:
    async def take_leave(server: SMTP, envelope: Envelope) -> str:
        post.mails.append(envelope)
        asyncio.get_running_loop().call_soon(_hang_up, server)
        return "250 2.0.0 taken"

    async with post_office() as post:
        post.on_data = take_leave
        await mailer.submit(a_mail(post.at()))
        response = await mailer.submit(a_mail(post.at()))

    assert response.is_accepted
    assert (len(post.mails), post.sessions) == (2, 2)


def _hang_up(server: SMTP) -> None:
    if server.transport is not None:
        server.transport.close()
