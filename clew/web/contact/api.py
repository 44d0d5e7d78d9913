"""The contact API as one ASGI application, made of the table in `clew.web.contact.routes`."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler

from clew.web import documents
from clew.web.at_hand import at_hand_in, found_in_scope, serve_with
from clew.web.authentication import Authenticator
from clew.web.contact.doorway import Doorway, visitors_only
from clew.web.contact.lobby import Caller, Lobby
from clew.web.contact.routes import CONTACT_ROUTES, handlers
from clew.web.membership import PUBLIC, Middleware
from clew.web.problems import answer_problem

PUBLIC_NAMES = frozenset(route.name for route in CONTACT_ROUTES if route.is_public)


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the contact API answers with, and what stands before it."""

    lobby: Lobby
    visitors_only: Middleware


def build_contact_api(lobby: Lobby, authenticator: Authenticator) -> Doorway:
    """Return the contact API over what its controllers have at hand."""
    at_hand = AtHand(lobby, visitors_only(lobby, authenticator))
    return Doorway(serve_with(at_hand, _table), lobby, authenticator)


@cache
def _table() -> Litestar:
    def provide_lobby(request: Request[Any, Any, Any]) -> Lobby:
        return at_hand_in(request.scope, AtHand).lobby

    def provide_caller(request: Request[Any, Any, Any]) -> Caller:
        caller: Caller = request.user
        return caller

    return Litestar(
        [*handlers(), _document()],
        middleware=[found_in_scope(AtHand, lambda at_hand: at_hand.visitors_only)],
        dependencies={
            "lobby": Provide(provide_lobby, sync_to_thread=False),
            "caller": Provide(provide_caller, sync_to_thread=False),
        },
        exception_handlers={Exception: answer_problem},
        openapi_config=documents.CONTACT_CONFIG,
        debug=False,
        # Errors of ours are logged once, by `answer_problem`, without the request's values.
        logging_config=None,
    )


def describe_contact_api() -> dict[str, Any]:
    """Return the contact API's OpenAPI document, without anything to answer from."""
    nothing = {name: Provide((lambda: None), sync_to_thread=False) for name in ("lobby", "caller")}
    app = Litestar(
        handlers(),
        dependencies=nothing,
        openapi_config=documents.CONTACT_CONFIG,
        logging_config=None,
    )
    return documents.contact_document(app, PUBLIC_NAMES)


def _document() -> HTTPRouteHandler:
    """Return the handler of the document about the API."""

    @cache
    def document(app: Litestar) -> dict[str, Any]:
        return documents.contact_document(app, PUBLIC_NAMES)

    async def get_contact_document(request: Request[Any, Any, Any]) -> Response[bytes]:
        body = documents.encode(document(request.app))
        return Response(body, media_type="application/json")

    handler = HTTPRouteHandler(
        "/api/contact/openapi.json", http_method="GET", include_in_schema=False, opt={PUBLIC: True}
    )
    return handler(get_contact_document)
