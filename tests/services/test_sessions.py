"""Who a session or a token belongs to."""

from datetime import timedelta

from clew.services.sessions import FRESH_FOR_SECONDS, Sessions, new_secret, sha256_of
from clew.services.signing_in import MakeToken, make_token
from tests.fixtures.front import Monotonic
from tests.fixtures.workplace import Shop


async def a_session(shop: Shop) -> str:
    token = new_secret()
    async with shop.deps.store.write() as tx:
        expires_at = shop.clock.now() + timedelta(days=1)
        await tx.people.add_session(sha256_of(token), shop.admin.id, "csrf", expires_at)
    return token


async def end(shop: Shop, token: str) -> None:
    async with shop.deps.store.write() as tx:
        await tx.people.end_sessions(token_sha256=sha256_of(token))


async def test_a_session_is_found_until_it_expires(each_shop: Shop) -> None:
    sessions = Sessions(each_shop.deps.store, each_shop.clock)
    token = await a_session(each_shop)

    found = await sessions.of_cookie(token)
    each_shop.clock.advance(timedelta(days=2))

    assert found is not None
    assert (found.agent.id, found.csrf_token) == (each_shop.admin.id, "csrf")
    assert await sessions.of_cookie(token) is None


async def test_a_session_that_ended_elsewhere_is_gone_within_seconds(shop: Shop) -> None:
    monotonic = Monotonic()
    sessions = Sessions(shop.deps.store, shop.clock, monotonic)
    token = await a_session(shop)
    await sessions.of_cookie(token)
    await end(shop, token)

    monotonic.at += FRESH_FOR_SECONDS + 0.1

    assert await sessions.of_cookie(token) is None


async def test_a_session_that_ended_here_is_gone_at_once(shop: Shop) -> None:
    sessions = Sessions(shop.deps.store, shop.clock, Monotonic())
    one, other = await a_session(shop), await a_session(shop)
    for token in (one, other):
        await sessions.of_cookie(token)
        await end(shop, token)

    sessions.forget_token(one)
    sessions.forget(shop.admin.id)

    assert await sessions.of_cookie(one) is None
    assert await sessions.of_cookie(other) is None


async def test_a_token_is_no_session_and_a_session_is_no_token(shop: Shop) -> None:
    """A browser's cookie in a header would go around the check against forged requests."""
    sessions = Sessions(shop.deps.store, shop.clock)
    cookie = await a_session(shop)
    bearer = await make_token(MakeToken(email=shop.admin.agent.email, name="x"), deps=shop.deps)

    assert await sessions.of_bearer(bearer) is not None
    assert await sessions.of_cookie(bearer) is None
    assert await sessions.of_bearer(cookie) is None
    assert await sessions.of_cookie(cookie) is not None
    assert await sessions.of_cookie("") is None
    assert await sessions.of_cookie("x" * 10_000) is None


def test_a_secret_has_256_bits_and_only_its_hash_is_stored() -> None:
    token = new_secret()

    assert len(token) >= 43
    assert len(sha256_of(token)) == 32
    assert new_secret() != token
