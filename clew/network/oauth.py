"""Access tokens for servers that take no password, asked for with a lasting grant and kept.

They live in memory only and are in no log: the request that asks for one carries its secrets in the
body, and of calls only the address is logged.

Source:
    RFC 6749 sections 5 and 6.
"""

import asyncio
import hashlib
import json
from datetime import datetime, timedelta

from clew.domain.reasons import Reason
from clew.ports.channel import Grant, HttpRequest
from clew.ports.clock import Clock
from clew.ports.http import AddressIsForbidden, CallFailed, Http, NotSent

# A token that is about to end is as good as none.
MARGIN = timedelta(minutes=2)
USUAL_LIFE = timedelta(minutes=5)
LONGEST_REASON = 200


class GrantIsRefused(Exception):
    """The provider does not honour the grant any more; a person has to give a new one."""


class AccessTokens:
    """The tokens of every grant in use."""

    def __init__(self, http: Http, clock: Clock) -> None:
        self._http = http
        self._clock = clock
        self._known: dict[bytes, tuple[str, datetime]] = {}
        self._asking: dict[bytes, asyncio.Lock] = {}

    async def token(self, grant: Grant, *, is_fresh: bool = False) -> str:
        """Return an access token; a fresh one where the one that is known was refused.

        Raises:
            GrantIsRefused: The provider does not honour the grant.
            NotSent: It cannot be asked just now.
            AddressIsForbidden: The token endpoint is not one that may be called.
        """
        key = _key(grant)
        async with self._asking.setdefault(key, asyncio.Lock()):
            known = None if is_fresh else self._known.get(key)
            if known is not None and known[1] > self._clock.now():
                return known[0]
            self._known.pop(key, None)
            self._known[key] = await self._ask(grant)
            return self._known[key][0]

    async def _ask(self, grant: Grant) -> tuple[str, datetime]:
        form = {
            "grant_type": "refresh_token",
            "refresh_token": grant.refresh_token,
            "client_id": grant.client_id,
        }
        optional = {"client_secret": grant.client_secret, "scope": grant.scope}
        form |= {name: value for name, value in optional.items() if value}
        try:
            answer = await self._http.call(HttpRequest("POST", grant.url, form=form))
        except AddressIsForbidden:
            raise
        except CallFailed as failure:
            # Asking again does no harm, whatever became of it.
            raise NotSent(str(failure)) from failure
        said = _document(answer.body)
        token = said.get("access_token")
        if answer.status == 200 and isinstance(token, str) and token:
            lasts = said.get("expires_in")
            life = timedelta(seconds=int(lasts)) if isinstance(lasts, int | float) else USUAL_LIFE
            return token, self._clock.now() + max(life - MARGIN, timedelta())
        if 400 <= answer.status < 500 and answer.status != 429:
            # Only the error's name: its description may quote what was asked.
            reason = str(said.get("error") or answer.status)[:LONGEST_REASON]
            raise GrantIsRefused(Reason.NO_TOKEN.said(rest=reason))
        raise NotSent(Reason.NO_TOKEN_NOW.said(status=answer.status))


def _key(grant: Grant) -> bytes:
    parts = (grant.url, grant.client_id, grant.client_secret, grant.refresh_token, grant.scope)
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _document(body: bytes) -> dict[str, object]:
    try:
        said = json.loads(body)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
