"""Who looks at which case, and who types in it: told to colleagues, never stored.

It is known to this process only and gone with the socket. Typing that is not said again ends
by itself, for a browser may fall asleep in mid-sentence.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from uuid import UUID

from clew.realtime.frames import Present

TYPING_SECONDS = 10.0

VIEWING, TYPING = "viewing", "typing"


@dataclass(frozen=True, slots=True)
class _Said:
    agent_id: str
    case_id: str
    typing_until: float


class Presence:
    """What the sockets of one workspace say is on their screens."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._said: dict[Hashable, _Said] = {}
        self._told: tuple[Present, ...] = ()

    def say(self, who: Hashable, agent_id: UUID, case_id: str | None, *, is_typing: bool) -> None:
        """Note what is on the screen of one socket; None: no case."""
        if case_id is None:
            self._said.pop(who, None)
            return
        until = self._monotonic() + TYPING_SECONDS if is_typing else 0.0
        self._said[who] = _Said(str(agent_id), case_id, until)

    def leave(self, who: Hashable) -> None:
        """Forget a socket."""
        self._said.pop(who, None)

    def now(self) -> tuple[Present, ...]:
        """Return who is where; an agent with two windows at one case counts once."""
        at = self._monotonic()
        states: dict[tuple[str, str], str] = {}
        for said in self._said.values():
            key = said.agent_id, said.case_id
            if said.typing_until > at:
                states[key] = TYPING
            else:
                states.setdefault(key, VIEWING)
        return tuple(sorted(Present(agent, case, state) for (agent, case), state in states.items()))

    def news(self) -> tuple[Present, ...] | None:
        """Return who is where if that is not what was last returned, else None."""
        now = self.now()
        if now == self._told:
            return None
        self._told = now
        return now
