"""Before every API request: only members of a workspace get through, except to what is public."""

from collections.abc import Callable
from typing import cast

from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from clew.services.asking import Asker
from clew.services.signing_in import NotSignedIn
from clew.web.authentication import SAFE_METHODS, Authenticator, read_headers

PUBLIC = "is_public"

Middleware = Callable[[ASGIApp], ASGIApp]


def signed_in_only(authenticator: Authenticator) -> Middleware:
    """Find out who asks; refuse those who are not signed in and those whom a page made ask."""

    def wrap(app: ASGIApp) -> ASGIApp:
        async def authenticate(scope: Scope, receive: Receive, send: Send) -> None:
            asked = cast("HTTPScope", scope)
            headers = read_headers(asked["headers"])
            found = await authenticator.find(headers)
            is_public = asked["route_handler"].opt.get(PUBLIC, False)
            if found is None and not is_public:
                raise NotSignedIn
            if found is not None and not is_public:
                authenticator.check_forgery(asked["method"], headers, found)
            elif asked["method"] not in SAFE_METHODS:
                authenticator.check_origin(headers)
            scope["user"] = Asker.of(found.signed_in) if found else None
            scope["auth"] = found
            await app(scope, receive, send)

        return authenticate

    return wrap
