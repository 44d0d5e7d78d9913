"""Who asks: sessions of browsers and tokens of programs, looked up by their hash.

A token is 256 random bits, so a plain SHA-256 keeps it safe and costs nothing. What was looked
up is kept for `FRESH_FOR`, and forgotten at once when something about the agent changes here;
another process hears of a change within that time.
"""

import hashlib
import secrets
import time
from collections.abc import Callable

from clew.domain.ids import AgentId
from clew.ports.clock import Clock
from clew.ports.store import Store
from clew.ports.store.people import SignedIn

FRESH_FOR_SECONDS = 2.0
MAX_REMEMBERED = 10_000
TOKEN_PREFIX = "clew_"  # noqa: S105  # how one knows a token of ours, not a token
LONGEST_TOKEN = 200


def new_secret() -> str:
    """Return 256 random bits as text."""
    return secrets.token_urlsafe(32)


def sha256_of(token: str) -> bytes:
    """Return what of a token is stored."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


class Sessions:
    """Find out who a session or a token belongs to."""

    def __init__(
        self, store: Store, clock: Clock, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._store = store
        self._clock = clock
        self._monotonic = monotonic
        self._known: dict[bytes, tuple[float, SignedIn]] = {}

    async def of_cookie(self, token: str) -> SignedIn | None:
        """Return whose session this is, if it is still one."""
        return await self._find(token, is_session=True)

    async def of_bearer(self, token: str) -> SignedIn | None:
        """Return whose API token this is, if it is still one."""
        if not token.startswith(TOKEN_PREFIX):
            return None
        return await self._find(token, is_session=False)

    def forget(self, agent_id: AgentId) -> None:
        """Look an agent's sessions and tokens up anew at the next request."""
        for key, (_, signed_in) in list(self._known.items()):
            if signed_in.agent.id == agent_id:
                self._known.pop(key, None)

    def forget_token(self, token: str) -> None:
        """Look one session up anew at the next request."""
        self._known.pop(sha256_of(token), None)

    async def _find(self, token: str, *, is_session: bool) -> SignedIn | None:
        if not token or len(token) > LONGEST_TOKEN:
            return None
        key, now = sha256_of(token), self._clock.now()
        known = self._known.get(key)
        if (
            known is not None
            and self._monotonic() - known[0] < FRESH_FOR_SECONDS
            and now < known[1].expires_at
            and bool(known[1].csrf_token) is is_session
        ):
            return known[1]
        read_at = self._monotonic()
        async with self._store.read() as reader:
            people = reader.people
            found = await (people.session(key, now) if is_session else people.token(key))
        if found is None:
            self._known.pop(key, None)
            return None
        if len(self._known) >= MAX_REMEMBERED:
            self._known.clear()
        self._known[key] = (read_at, found)
        return found
