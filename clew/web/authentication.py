"""Who asks: the cookie of a browser's session, or a bearer token of a program.

A cookie is sent by a browser whoever made it ask, so with a cookie every unsafe request must
also come from our own pages: it carries the session's CSRF token, and an `Origin`, if there is
one, that is ours. A bearer token is sent by nobody by accident.
"""

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clew.domain.errors import ClewError
from clew.ports.store.people import SignedIn
from clew.services.sessions import Sessions

SESSION_COOKIE = "clew_session"
CSRF_HEADER = "x-csrf-token"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

Headers = Mapping[str, str]


class RequestIsForged(ClewError):
    """The browser was made to ask by somebody else's page."""

    code = "csrf_token_is_wrong"
    status = 403

    def __init__(self) -> None:
        super().__init__("the request does not come from this workspace's own page; reload it")


@dataclass(frozen=True, slots=True)
class Found:
    """Whose request it is, and by which token we know."""

    signed_in: SignedIn
    token: str = field(repr=False)
    is_cookie: bool


def read_headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by lower-case name; of several with one name the last counts."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in raw}


class Authenticator:
    """Find out whose request it is."""

    def __init__(self, sessions: Sessions, public_origins: Iterable[str] = ()) -> None:
        self._sessions = sessions
        self._origins = frozenset(origin.rstrip("/").lower() for origin in public_origins)

    async def find(self, headers: Headers) -> Found | None:
        """Return who asks, or None if they are not signed in. A bearer token goes first."""
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            known = await self._sessions.of_bearer(token.strip())
            return Found(known, token.strip(), is_cookie=False) if known else None
        token = cookie_of(headers)
        known = await self._sessions.of_cookie(token) if token else None
        return Found(known, token, is_cookie=True) if known else None

    async def is_still(self, found: Found) -> bool:
        """Say whether a session or token is still good; asked again and again for a socket."""
        look_up = self._sessions.of_cookie if found.is_cookie else self._sessions.of_bearer
        return await look_up(found.token) is not None

    def check_forgery(self, method: str, headers: Headers, found: Found) -> None:
        """Refuse an unsafe request that a foreign page may have made.

        So is a safe one with a wrong CSRF token: it comes from a page of somebody who sat here
        before, and nothing of whoever has signed in since belongs on it.

        Raises:
            RequestIsForged: It has no CSRF token, a wrong one, or a foreign origin.
        """
        is_safe = method in SAFE_METHODS
        if not found.is_cookie or (is_safe and CSRF_HEADER not in headers):
            return
        given = headers.get(CSRF_HEADER, "").encode("latin-1", "replace")
        if not hmac.compare_digest(given, found.signed_in.csrf_token.encode()):
            raise RequestIsForged
        if not is_safe:
            self.check_origin(headers)

    def check_origin(self, headers: Headers) -> None:
        """Refuse a request that says it comes from a page that is not ours.

        Raises:
            RequestIsForged: It does.
        """
        if not self.is_ours(headers):
            raise RequestIsForged

    def is_ours(self, headers: Headers) -> bool:
        """Say whether the `Origin` is ours; programs send none."""
        if "origin" not in headers:
            return True
        origin = headers["origin"].lower()
        if self._origins:
            return origin in self._origins
        # Behind a proxy that ends TLS the last hop is plain, so the scheme is not compared.
        host = headers.get("host", "").lower()
        return origin in (f"http://{host}", f"https://{host}")


def cookie_of(headers: Headers) -> str:
    """Return the session's token from the cookies, or nothing; other cookies may be broken."""
    for pair in headers.get("cookie", "").split(";"):
        name, _, value = pair.strip().partition("=")
        if name == SESSION_COOKIE:
            return value.strip('"')
    return ""
