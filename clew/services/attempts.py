"""How often somebody may fail to sign in.

An account may be guessed at ten times in a quarter of an hour, and each window that is four
times longer allows only twice as many guesses: the wait doubles for whoever goes on. Attempts
at an account are counted before the password is looked at, so that a thousand at once count
like a thousand in a row; a right password clears them. An address counts failures only, for
a whole office may sign in from one address at nine o'clock.

Nobody who is signed in is asked for a password again, so guessing locks no session out.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from clew.domain.errors import ClewError
from clew.ports.clock import Clock
from clew.ports.store import Store

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MAX_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Window:
    """So many attempts in so long."""

    lasts: timedelta
    allowed: int


PER_ACCOUNT: Sequence[Window] = (
    Window(timedelta(minutes=15), 10),
    Window(timedelta(hours=1), 20),
    Window(timedelta(hours=4), 40),
    Window(timedelta(hours=16), 80),
)
PER_ADDRESS: Sequence[Window] = (
    Window(timedelta(hours=1), 100),
    Window(timedelta(hours=4), 200),
    Window(timedelta(hours=16), 400),
)


class TooManyAttempts(ClewError):
    """Too many wrong passwords; wait.

    Attributes:
        retry_after_seconds: How long.
    """

    code = "too_many_attempts"
    status = 429

    def __init__(self, wait: timedelta) -> None:
        self.retry_after_seconds = max(1, int(wait.total_seconds()))
        minutes = -(-self.retry_after_seconds // 60)
        super().__init__(f"too many wrong passwords; try again in {minutes} min")

    @property
    def extra(self) -> dict[str, object]:
        """Return how long to wait."""
        return {"retry_after_seconds": self.retry_after_seconds}


class Attempts:
    """Counts, kept in the store; addresses that failed too often are remembered here as well."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._blocked_until: dict[str, datetime] = {}

    async def begin(self, email: str, address: str) -> None:
        """Count an attempt at an account, before it is known to be right.

        Raises:
            TooManyAttempts: At the account, or from the address.
        """
        now = self._clock.now()
        blocked_until = self._blocked_until.get(address_key(address))
        if blocked_until is not None and blocked_until > now:
            raise TooManyAttempts(blocked_until - now)
        wait = await self._count(account_key(email), PER_ACCOUNT, now)
        if wait:
            raise TooManyAttempts(wait)

    async def failed(self, address: str) -> None:
        """Count a failure of an address."""
        now, key = self._clock.now(), address_key(address)
        wait = await self._count(key, PER_ADDRESS, now)
        if wait:
            if len(self._blocked_until) >= MAX_REMEMBERED:
                self._blocked_until.clear()
            self._blocked_until[key] = now + wait

    async def succeeded(self, email: str) -> None:
        """Forget the failures of an account."""
        async with self._store.write() as tx:
            for window in PER_ACCOUNT:
                await tx.people.forget_attempts(window_key(account_key(email), window))

    async def _count(self, key: str, windows: Sequence[Window], now: datetime) -> timedelta | None:
        """Count once in every window; return how long to wait, if at all."""
        wait: timedelta | None = None
        async with self._store.write() as tx:
            for window in windows:
                began_at = window_began_at(now, window)
                count = await tx.people.count_attempt(window_key(key, window), began_at)
                if count > window.allowed:
                    wait = max(wait or timedelta(), began_at + window.lasts - now)
        return wait


def window_began_at(now: datetime, window: Window) -> datetime:
    """Return when the window that `now` lies in began."""
    return now - (now - EPOCH) % window.lasts


def window_key(key: str, window: Window) -> str:
    """Return the name under which a window's attempts are counted."""
    return f"{key}/{window.lasts // timedelta(minutes=1)}"


def account_key(email: str) -> str:
    """Return the name of an account, of bounded length and readable to nobody."""
    digest = hashlib.sha256(email.strip().lower().encode("utf-8", "surrogatepass"))
    return f"account/{digest.hexdigest()[:32]}"


def address_key(address: str) -> str:
    """Return the name of an address; a network of IPv6 counts as one."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "address/unknown"
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None:
        return f"address/{ip_network((ip, 64), strict=False).network_address}"
    return f"address/{ip}"
