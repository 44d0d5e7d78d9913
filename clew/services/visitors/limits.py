"""How much of anything one visitor or one address may ask for.

A fence against floods is counted in this process alone, and costs nothing. What must hold however
many processes there are, such as sessions of one address and mails to one, is counted in the store
behind it.
"""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from clew.ports.clock import Clock
from clew.services.attempts import Window, window_began_at, window_key
from clew.services.deps import Deps
from clew.services.visitors.errors import TooManyRequests

MOST_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Rate:
    """So many in so long, at once or spread."""

    allowed: int
    within: timedelta


MESSAGES = Rate(20, timedelta(minutes=1))
WRITES = Rate(120, timedelta(minutes=1))
READS = Rate(240, timedelta(minutes=1))
SESSIONS = Rate(30, timedelta(hours=1))
CONVERSATIONS = Rate(10, timedelta(hours=1))
UPLOADS = Rate(30, timedelta(minutes=10))
PROOFS = Rate(20, timedelta(hours=1))
LOOKS = Rate(300, timedelta(minutes=1))


async def count_everywhere(windows: Sequence[Window], what: str, who: str, deps: Deps) -> None:
    """Count one of `what` by `who` in the store.

    Raises:
        TooManyRequests: There were too many; the wait is said.
    """
    now = deps.clock.now()
    async with deps.store.write() as tx:
        for window in windows:
            began_at = window_began_at(now, window)
            key = window_key(f"{what}/{who}", window)
            if await tx.people.count_attempt(key, began_at) > window.allowed:
                wait = began_at + window.lasts - now
                raise TooManyRequests(max(1, int(wait.total_seconds())))


def as_windows(rate: Rate) -> tuple[Window, ...]:
    """Return a rate as the store counts it."""
    return (Window(rate.within, rate.allowed),)


@dataclass(slots=True)
class Fence:
    """Buckets that fill as time passes; who finds theirs empty has to wait."""

    clock: Clock
    _levels: OrderedDict[Hashable, tuple[float, datetime]] = field(default_factory=OrderedDict)

    def pass_through(self, rate: Rate, what: str, who: Hashable) -> None:
        """Count one of `what` by `who`.

        Raises:
            TooManyRequests: There were too many; the wait is said.
        """
        wait = self.take(rate, what, who)
        if wait:
            raise TooManyRequests(wait)

    def take(self, rate: Rate, what: str, who: Hashable) -> int:
        """Count one; return how many seconds to wait instead, 0 if it may pass."""
        now, key = self.clock.now(), (what, who)
        level, at = self._levels.pop(key, (float(rate.allowed), now))
        per_second = rate.allowed / rate.within.total_seconds()
        passed = max(0.0, (now - at).total_seconds())
        level = min(float(rate.allowed), level + passed * per_second)
        is_free = level >= 1.0
        self._levels[key] = (level - 1.0 if is_free else level, now)
        while len(self._levels) > MOST_REMEMBERED:
            self._levels.popitem(last=False)
        return 0 if is_free else max(1, ceil(round((1.0 - level) / per_second, 6)))
