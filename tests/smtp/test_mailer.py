"""What holds for every mail: circuits, and a log without secrets."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from clew.network.circuits import FAILURES, CircuitIsOpen
from clew.ports.http import NotSent
from clew.smtp.mailer import SmtpMailer
from tests.smtp.servers import (
    ACCESS_TOKEN,
    ANNA,
    GRANT,
    PASSWORD,
    USER,
    TokenEndpoint,
    a_mail,
    post_office,
)


async def test_a_server_that_is_down_is_left_alone_for_a_while(mailer: SmtpMailer) -> None:
    async with post_office() as post:
        server = post.at()

    for _ in range(FAILURES):
        with pytest.raises(NotSent):
            await mailer.submit(a_mail(server))
    with pytest.raises(CircuitIsOpen):
        await mailer.submit(a_mail(server))


async def test_no_log_holds_a_secret_an_address_or_a_word(
    mailer: SmtpMailer, tokens: TokenEndpoint
) -> None:
    with capture_logs() as logged:
        async with post_office() as post:
            await mailer.submit(a_mail(post.at(user=USER, password=PASSWORD)))
            await mailer.submit(a_mail(post.at(user=USER, password="wrong-secret")))
            await mailer.submit(a_mail(post.at(user=USER, grant=GRANT)))

    for secret in (PASSWORD, "wrong-secret", ACCESS_TOKEN, "refresh", ANNA, "Hello"):
        assert secret not in repr(logged)
    assert PASSWORD not in repr(post.at(user=USER, password=PASSWORD))
    assert "a-refresh-token" not in repr(GRANT)
