"""How much there is to take in: when to call for help, and when help is no longer needed."""

from collections.abc import Callable
from dataclasses import dataclass

WINDOW_SECONDS = 1.0
MANY_PER_SECOND = 60
FEW_PER_SECOND = 20


@dataclass(slots=True)
class Load:
    """Events counted in windows of a second; how many windows in a row had many, or few.

    Attributes:
        many: So many a second are more than one process does well.
        few: So many a second are no reason to keep a second one.
    """

    clock: Callable[[], float]
    many: int = MANY_PER_SECOND
    few: int = FEW_PER_SECOND
    high: int = 0
    low: int = 0
    _count: int = 0
    _began: float | None = None

    def note(self, taken: int) -> None:
        """Count events that were taken in, and close the windows that are over."""
        now = self.clock()
        if self._began is None:
            self._began = now
        passed = int((now - self._began) / WINDOW_SECONDS)
        if passed:
            self._close(passed)
            self._began += passed * WINDOW_SECONDS
        self._count += taken

    def _close(self, windows: int) -> None:
        # What was counted belongs to the first of them; the others were empty.
        self.high = self.high + 1 if self._count >= self.many and windows == 1 else 0
        self.low = self.low + windows if self._count <= self.few else windows - 1
        self._count = 0
