"""What a request is answered with travels in its scope, so the table of routes is made once.

To read a table takes the framework a while; who is served, and from where, costs nothing.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from litestar.types import ASGIApp, Receive, Scope, Send

from clew.web.membership import Middleware

KEY = "clew.at_hand"

AtHand = TypeVar("AtHand")


def serve_with(at_hand: object, table: Callable[[], ASGIApp]) -> ASGIApp:
    """Return the application of a table, for those who are served with this."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        cast("dict[str, Any]", scope)[KEY] = at_hand
        await table()(scope, receive, send)

    return answer


def at_hand_in(scope: Scope, kind: type[AtHand]) -> AtHand:
    """Return what the request is answered with."""
    found: AtHand = cast("dict[str, Any]", scope)[KEY]
    return found


def found_in_scope(kind: type[AtHand], choose: Callable[[AtHand], Middleware]) -> Middleware:
    """Return a middleware that is looked up with each request."""

    def wrap(app: ASGIApp) -> ASGIApp:
        async def pass_on(scope: Scope, receive: Receive, send: Send) -> None:
            await choose(at_hand_in(scope, kind))(app)(scope, receive, send)

        return pass_on

    return wrap
