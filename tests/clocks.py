"""Time for tests: it stands still until it is moved."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.builders import MONDAY_NINE


class StoppedClock:
    """Says the same instant until it is moved."""

    def __init__(self, at: datetime = MONDAY_NINE) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, by: timedelta) -> None:
        self.at += by
