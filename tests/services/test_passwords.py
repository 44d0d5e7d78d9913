"""Passwords: hashed slowly, a few at a time, alike for those who do not exist."""

import asyncio
from typing import Any

import pytest
from argon2 import PasswordHasher

from clew.domain.errors import InvalidInput
from clew.services.passwords import MAX_WAITING, Passwords, TooBusy, check_new_password
from tests.fixtures.workplace import QUICK


async def test_a_password_matches_its_own_hash_only() -> None:
    passwords = Passwords(QUICK)
    kept = await passwords.hash("blue door")

    assert await passwords.matches("blue door", kept)
    assert not await passwords.matches("green door", kept)
    assert not await passwords.matches("blue door", "not a hash")
    assert "blue door" not in kept
    passwords.close()


async def test_nobody_is_checked_like_somebody() -> None:
    """Who is told "no" must not learn from the time it took whether the address is known."""

    class Counting(PasswordHasher):
        checked = 0

        def verify(self, hash: Any, password: Any) -> Any:  # noqa: A002  # the library's word
            Counting.checked += 1
            return super().verify(hash, password)

    passwords = Passwords(Counting(time_cost=1, memory_cost=8, parallelism=1))

    assert not await passwords.matches("blue door", None)
    assert Counting.checked == 1
    passwords.close()


async def test_the_usual_hash_is_argon2id() -> None:
    passwords = Passwords()

    assert (await passwords.hash("blue door")).startswith("$argon2id$")
    assert passwords.is_outdated(await Passwords(QUICK).hash("blue door"))
    passwords.close()


async def test_too_many_at_once_are_refused_and_do_not_pile_up() -> None:
    passwords = Passwords(QUICK)
    wanted = [passwords.hash("blue door") for _ in range(MAX_WAITING + 5)]

    done = await asyncio.gather(*wanted, return_exceptions=True)

    assert sum(isinstance(one, TooBusy) for one in done) == 5
    assert await passwords.hash("blue door")
    passwords.close()


@pytest.mark.parametrize("password", ["", "1234567", "x" * 257])
def test_a_password_that_is_none_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput):
        check_new_password(password)


@pytest.mark.parametrize("password", ["1234567890", "x" * 256, "zażółć gęślą jaźń 🔑"])
def test_any_other_is_taken(password: str) -> None:
    check_new_password(password)
