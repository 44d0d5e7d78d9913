"""Access tokens are asked for when they are needed, once, and told to nobody."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from clew.network.oauth import AccessTokens, GrantIsRefused
from clew.ports.channel import HttpRequest, HttpResponse
from clew.ports.http import AddressIsForbidden, CallFailed, NoAnswer, NotSent
from tests.clocks import StoppedClock
from tests.smtp.servers import GRANT, TokenEndpoint


class Broken:
    """A provider that cannot be asked."""

    def __init__(self, failure: CallFailed) -> None:
        self.failure = failure

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        raise self.failure


class Saying:
    """A provider with one answer."""

    def __init__(self, status: int, body: bytes) -> None:
        self.answer = HttpResponse(status, body=body)

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        return self.answer


async def test_a_token_is_kept_until_shortly_before_it_ends() -> None:
    clock, provider = StoppedClock(), TokenEndpoint("first", "second")
    tokens = AccessTokens(provider, clock)

    assert await tokens.token(GRANT) == "first"
    clock.advance(timedelta(minutes=57))
    assert await tokens.token(GRANT) == "first"
    clock.advance(timedelta(minutes=2))
    assert await tokens.token(GRANT) == "second"


async def test_many_who_need_one_ask_once() -> None:
    provider = TokenEndpoint("first", "second")
    tokens = AccessTokens(provider, StoppedClock())

    assert await asyncio.gather(*(tokens.token(GRANT) for _ in range(5))) == ["first"] * 5
    assert len(provider.asked) == 1


async def test_one_that_was_refused_is_replaced() -> None:
    tokens = AccessTokens(TokenEndpoint("first", "second"), StoppedClock())
    await tokens.token(GRANT)

    assert await tokens.token(GRANT, is_fresh=True) == "second"
    assert await tokens.token(GRANT) == "second"


async def test_secrets_travel_in_the_body_only() -> None:
    provider = TokenEndpoint("first")
    await AccessTokens(provider, StoppedClock()).token(GRANT)
    request = provider.asked[0]

    assert request.form["client_secret"] == GRANT.client_secret
    assert "secret" not in request.url + repr(request)


async def test_a_grant_that_was_taken_back_is_refused() -> None:
    tokens = AccessTokens(TokenEndpoint(), StoppedClock())

    with pytest.raises(GrantIsRefused, match="invalid_grant"):
        await tokens.token(GRANT)


@pytest.mark.parametrize(("status", "body"), [(503, b""), (429, b"{}"), (200, b"[]"), (200, b"x")])
async def test_a_provider_that_is_unwell_refuses_nothing(status: int, body: bytes) -> None:
    with pytest.raises(NotSent):
        await AccessTokens(Saying(status, body), StoppedClock()).token(GRANT)


async def test_no_answer_to_a_question_puts_no_mail_in_doubt() -> None:
    """A mail whose token could not be had has surely not been sent."""
    with pytest.raises(NotSent):
        await AccessTokens(Broken(NoAnswer("it broke")), StoppedClock()).token(GRANT)
    with pytest.raises(AddressIsForbidden):
        await AccessTokens(Broken(AddressIsForbidden("no")), StoppedClock()).token(GRANT)
