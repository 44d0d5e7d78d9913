"""Whose visit it is: visitor tokens, looked up by their hash and kept at hand for a moment."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from clew.domain.ids import VisitorId
from clew.domain.visitor import Visitor
from clew.ports.clock import Clock
from clew.ports.store import Store
from clew.services.sessions import LONGEST_TOKEN, new_secret, sha256_of

FRESH_FOR_SECONDS = 2.0
MAX_REMEMBERED = 20_000
TOKEN_PREFIX = "visit_"  # noqa: S105  # how one knows a token of ours, not a token
LASTS = timedelta(days=180)
# A session that is used is prolonged once a day, not at every request.
PROLONG_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Visiting:
    """Who visits, and by which session."""

    visitor: Visitor
    token_sha256: bytes


class Visits:
    """Find out whose visitor token it is."""

    def __init__(
        self, store: Store, clock: Clock, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._store = store
        self._clock = clock
        self._monotonic = monotonic
        self._known: dict[bytes, tuple[float, Visitor]] = {}
        self._on_end: list[Callable[[bytes], None]] = []
        self._on_change: list[Callable[[Visitor], None]] = []

    def when_ended(self, tell: Callable[[bytes], None]) -> None:
        """Have somebody told, by the hash of its token, when a session ends here."""
        self._on_end.append(tell)

    def when_changed(self, tell: Callable[[Visitor], None]) -> None:
        """Have somebody told when a visitor is somebody else to us than before."""
        self._on_change.append(tell)

    async def find(self, token: str) -> Visiting | None:
        """Return whose session it is, if it still is one; using it lets it last longer."""
        if not token.startswith(TOKEN_PREFIX) or len(token) > LONGEST_TOKEN:
            return None
        key = sha256_of(token)
        known = self._known.get(key)
        if known is not None and self._monotonic() - known[0] < FRESH_FOR_SECONDS:
            return Visiting(known[1], key)
        read_at = self._monotonic()
        now = self._clock.now()
        async with self._store.read() as reader:
            found = await reader.visitors.session(key, now)
        if found is None:
            self._known.pop(key, None)
            return None
        visitor, expires_at = found
        if expires_at < now + LASTS - PROLONG_AFTER:
            async with self._store.write() as tx:
                await tx.visitors.prolong_session(key, now + LASTS)
        if len(self._known) >= MAX_REMEMBERED:
            self._known.clear()
        self._known[key] = (read_at, visitor)
        return Visiting(visitor, key)

    async def begin(self, visitor: Visitor) -> str:
        """Save a visitor with a new session; return its token."""
        token = TOKEN_PREFIX + new_secret()
        async with self._store.write() as tx:
            await tx.visitors.save(visitor)
            await tx.visitors.add_session(visitor, sha256_of(token), self._clock.now() + LASTS)
        return token

    async def end(self, visiting: Visiting) -> None:
        """Make a token void."""
        self._known.pop(visiting.token_sha256, None)
        async with self._store.write() as tx:
            await tx.visitors.end_session(visiting.token_sha256)
        for tell in self._on_end:
            tell(visiting.token_sha256)

    def forget(self, visitor_id: VisitorId) -> None:
        """Look a visitor up anew at their next request, because something about them changed."""
        for key, (_, visitor) in list(self._known.items()):
            if visitor.id == visitor_id:
                self._known.pop(key, None)

    async def save(self, visiting: Visiting, visitor: Visitor) -> Visiting:
        """Replace the visitor of a visit."""
        async with self._store.write() as tx:
            await tx.visitors.save(visitor)
        self.changed(visitor)
        return replace(visiting, visitor=visitor)

    def changed(self, visitor: Visitor) -> None:
        """Let everybody know that something about a visitor is different now."""
        self.forget(visitor.id)
        for tell in self._on_change:
            tell(visitor)
