"""A clock that can be moved forward, so that one can see cases wake."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING = time(9, 0)
# Further than this and sessions, tokens and media of the same run would all be out of date.
FURTHEST = timedelta(days=90)


class ClockIsOnlyMovedForward(ValueError):
    """Time that cases have lived through cannot be taken back."""


class MovableClock:
    """The real time and an offset, which only grows."""

    def __init__(
        self,
        offset: timedelta = timedelta(0),
        read: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._offset = offset
        self._read = read

    @property
    def offset(self) -> timedelta:
        """Return how far ahead of the real time this clock is."""
        return self._offset

    def now(self) -> datetime:
        """Return the present instant of the demo."""
        return self._read() + self._offset

    def move(self, by: timedelta) -> datetime:
        """Move the clock forward; return the new present.

        Raises:
            ClockIsOnlyMovedForward: It would go back, or further ahead than `FURTHEST`.
        """
        if by < timedelta(0) or self._offset + by > FURTHEST:
            raise ClockIsOnlyMovedForward(f"from 0 to {FURTHEST.days} days ahead")
        self._offset += by
        return self.now()


class ScriptedClock:
    """A clock that stands where it was put: how the past of the sample is made."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        """Return where the clock was put."""
        return self.at


def until_tomorrow_morning(now: datetime, zone: ZoneInfo) -> timedelta:
    """Return how long it is until nine o'clock on the next day of the calendar in `zone`."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, MORNING, zone).astimezone(UTC) - now
