"""Circuits: what keeps failing is left alone for a while, so that it can recover.

Closed, requests flow. After `FAILURES` in a row it opens and everything fails at once, for a pause
that doubles each time. Then a single request is let through as a probe: if it works the circuit
closes, if not the next pause begins.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from clew.domain.reasons import Reason
from clew.ports.clock import Clock
from clew.ports.http import NotSent

FAILURES = 8
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=2)
# A probe that never came back is given up after so long, and another may be tried.
PROBE_LASTS = timedelta(minutes=6)
# Circuits with nothing to remember are dropped beyond this many.
MOST_CIRCUITS = 10_000


class CircuitIsOpen(NotSent):
    """It failed too often just now.

    Attributes:
        until: When it is worth trying again.
    """

    def __init__(self, until: datetime) -> None:
        super().__init__(Reason.IS_RESTING.said())
        self.until = until


@dataclass(frozen=True, slots=True)
class State:
    """How one circuit stands.

    Attributes:
        failures: In a row.
        pauses: How often it has opened since something worked.
        open_until: None while it is closed.
        probe_until: While a probe is on its way.
    """

    failures: int = 0
    pauses: int = 0
    open_until: datetime | None = None
    probe_until: datetime | None = None


def admit(state: State, now: datetime) -> State | datetime:
    """Return the state once a request is let through, or until when none is."""
    if state.open_until is None:
        return state
    if now < state.open_until:
        return state.open_until
    if state.probe_until is not None and now < state.probe_until:
        return state.probe_until
    return replace(state, probe_until=now + PROBE_LASTS)


def failed(state: State, now: datetime) -> State:
    """Return the state after a request that failed."""
    failures = state.failures + 1
    if failures < FAILURES:
        return replace(state, failures=failures)
    pause = min(FIRST_PAUSE * 2 ** min(state.pauses, 16), LONGEST_PAUSE)
    return State(failures=failures, pauses=state.pauses + 1, open_until=now + pause)


class Circuits:
    """All circuits, by name."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._states: dict[str, State] = {}

    def enter(self, name: str) -> None:
        """Let a request through.

        Raises:
            CircuitIsOpen: Not now.
        """
        state = self._states.get(name)
        if state is None:
            return
        admitted = admit(state, self._clock.now())
        if isinstance(admitted, datetime):
            raise CircuitIsOpen(admitted)
        self._states[name] = admitted

    def leave(self, name: str, *, is_well: bool | None) -> None:
        """Note how a request ended; None: it ended without telling anything of the other side."""
        if is_well is None:
            state = self._states.get(name)
            if state is not None:
                self._states[name] = replace(state, probe_until=None)
            return
        if is_well:
            self._states.pop(name, None)
            return
        if name not in self._states and len(self._states) >= MOST_CIRCUITS:
            self._states.pop(next(iter(self._states)))
        self._states[name] = failed(self._states.get(name, State()), self._clock.now())
