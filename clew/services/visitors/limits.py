"""How much of anything one visitor or one address may ask for.

Counted in this process alone: it is a fence against floods, and several processes let through
so many times as much. What must hold everywhere, such as tries at a code, is counted in the store.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from clew.ports.clock import Clock
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
