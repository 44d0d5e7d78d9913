"""Passwords: hashed with argon2id, a few at a time, away from the event loop.

A hash costs a tenth of a second of one core and 64 MiB on purpose. So they are made in a small
pool of threads, and when too many wait, the next one is refused instead of piling up.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from clew.domain.errors import ClewError, InvalidInput
from clew.domain.faults import Fault

# Source: OWASP ASVS 5.0, 6.2.1 (at least 8; ours are a little longer) and 6.2.9 (64 must be
# possible).
SHORTEST = 10
LONGEST = 256

MAX_AT_ONCE = 2
MAX_WAITING = 32


class TooBusy(ClewError):
    """More people sign in at once than can be checked."""

    code = "too_busy"
    status = 503
    retry_after_seconds = 5

    def __init__(self) -> None:
        super().__init__("too many people sign in just now; try again in a few seconds")


class Passwords:
    """Make and check hashes; equally slowly for those who do not exist."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._pool = ThreadPoolExecutor(MAX_AT_ONCE, thread_name_prefix="passwords")
        self._waiting = 0
        self._hash_of_nobody: str | None = None

    async def hash(self, password: str) -> str:
        """Return the hash to keep.

        Raises:
            TooBusy: Try again later.
        """
        return str(await self._run(self._hasher.hash, password))

    async def matches(self, password: str, password_hash: str | None) -> bool:
        """Say whether the password is right; None takes as long and is never right.

        Raises:
            TooBusy: Try again later.
        """
        if password_hash is None:
            if self._hash_of_nobody is None:
                self._hash_of_nobody = await self.hash("nobody's password")
            await self._run(self._verify, self._hash_of_nobody, password)
            return False
        return bool(await self._run(self._verify, password_hash, password))

    def is_outdated(self, password_hash: str) -> bool:
        """Say whether the hash was made with weaker settings than today's."""
        return self._hasher.check_needs_rehash(password_hash)

    def close(self) -> None:
        """Let the threads go."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _run(self, work: object, *arguments: str) -> object:
        if self._waiting >= MAX_WAITING:
            raise TooBusy
        self._waiting += 1
        try:
            loop = asyncio.get_running_loop()
            return await loop.run_in_executor(self._pool, work, *arguments)  # type: ignore[arg-type]
        finally:
            self._waiting -= 1


def check_new_password(password: str, field: str = "password") -> None:
    """Refuse a password that is too short, or too long to be one.

    Raises:
        InvalidInput: With what is wanted.
    """
    if len(password) < SHORTEST:
        raise InvalidInput(
            field, f"use at least {SHORTEST} characters", Fault.TOO_SHORT, least=SHORTEST
        )
    if len(password) > LONGEST:
        raise InvalidInput(field, f"use at most {LONGEST} characters", Fault.TOO_LONG, most=LONGEST)
