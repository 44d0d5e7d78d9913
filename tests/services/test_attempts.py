"""How often somebody may fail to sign in."""

from datetime import timedelta

import pytest

from clew.services.attempts import (
    EPOCH,
    PER_ACCOUNT,
    Attempts,
    TooManyAttempts,
    account_key,
    address_key,
    window_began_at,
)
from tests.fixtures.workplace import Shop


async def fail(attempts: Attempts, times: int, email: str = "a@b.test", address: str = "") -> int:
    """Fail so often; return how often one was let try."""
    tried = 0
    for _ in range(times):
        try:
            await attempts.begin(email, address)
        except TooManyAttempts:
            continue
        tried += 1
        await attempts.failed(address)
    return tried


async def test_ten_guesses_at_an_account_then_a_wait(each_shop: Shop) -> None:
    attempts = Attempts(each_shop.deps.store, each_shop.clock)

    assert await fail(attempts, 15) == 10
    with pytest.raises(TooManyAttempts) as refused:
        await attempts.begin(" A@B.test", "")
    assert 0 < refused.value.retry_after_seconds <= 16 * 3600


async def test_whoever_goes_on_waits_longer_each_time(shop: Shop) -> None:
    attempts = Attempts(shop.deps.store, shop.clock)
    tried = 0

    for _ in range(96):
        tried += await fail(attempts, 11)
        shop.clock.advance(timedelta(minutes=15))

    assert tried < 24 * 10


async def test_an_address_may_not_try_many_accounts(shop: Shop) -> None:
    attempts = Attempts(shop.deps.store, shop.clock)

    tried = [await fail(attempts, 1, f"{number}@b.test", "192.0.2.1") for number in range(105)]

    assert sum(tried) == 101
    assert await fail(attempts, 1, "other@b.test", "192.0.2.2") == 1


async def test_a_right_password_forgets_the_wrong_ones(shop: Shop) -> None:
    attempts = Attempts(shop.deps.store, shop.clock)

    await fail(attempts, 9)
    await attempts.succeeded("a@b.test")

    assert await fail(attempts, 10) == 10


def test_each_longer_window_allows_less_per_hour() -> None:
    per_hour = [window.allowed / (window.lasts / timedelta(hours=1)) for window in PER_ACCOUNT]

    assert per_hour == sorted(per_hour, reverse=True)


def test_windows_do_not_depend_on_when_one_begins() -> None:
    window = PER_ACCOUNT[0]
    at = EPOCH + timedelta(days=3, minutes=47)

    assert window_began_at(at, window) == EPOCH + timedelta(days=3, minutes=45)


def test_an_account_is_one_however_it_is_written() -> None:
    assert account_key(" Ana@Example.org ") == account_key("ana@example.org")
    assert "ana" not in account_key("ana@example.org")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8::1", "2001:db8::ffff"),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.1"),
        ("testclient", "something"),
    ],
)
def test_addresses_of_one_network_count_as_one(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


def test_addresses_of_two_machines_count_apart() -> None:
    assert address_key("192.0.2.1") != address_key("192.0.2.2")
    assert address_key("2001:db8:0:1::1") != address_key("2001:db8:0:2::1")
