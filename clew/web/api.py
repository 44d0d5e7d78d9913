"""The API as one ASGI application, made of the table in `clew.web.routes`."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response
from litestar.di import Provide
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp

from clew.services.asking import Asker
from clew.web import documents
from clew.web.at_hand import at_hand_in, found_in_scope, serve_with
from clew.web.authentication import Authenticator
from clew.web.idempotency import answered_once
from clew.web.membership import PUBLIC, Middleware, signed_in_only
from clew.web.options import Desk
from clew.web.problems import answer_problem
from clew.web.routes import PROCESS_ROUTES, ROUTES, handlers

PUBLIC_NAMES = frozenset(route.name for route in (*ROUTES, *PROCESS_ROUTES) if route.is_public)
STYLE = Path(__file__).parent / "templates" / "documentation.css"


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the API answers with, and what stands before it."""

    desk: Desk
    signed_in_only: Middleware
    answered_once: Middleware


def build_api(desk: Desk, authenticator: Authenticator) -> ASGIApp:
    """Return the API over what its controllers have at hand."""
    at_hand = AtHand(desk, signed_in_only(authenticator), answered_once(desk.deps))
    return serve_with(at_hand, _table)


@cache
def _table() -> Litestar:
    def provide_desk(request: Request[Any, Any, Any]) -> Desk:
        return at_hand_in(request.scope, AtHand).desk

    def provide_asker(request: Request[Any, Any, Any]) -> Asker:
        asker: Asker = request.user
        return asker

    return Litestar(
        [*handlers(), *_pages()],
        middleware=[
            found_in_scope(AtHand, lambda at_hand: at_hand.signed_in_only),
            found_in_scope(AtHand, lambda at_hand: at_hand.answered_once),
        ],
        dependencies={
            "desk": Provide(provide_desk, sync_to_thread=False),
            "asker": Provide(provide_asker, sync_to_thread=False),
        },
        exception_handlers={Exception: answer_problem},
        openapi_config=documents.CONFIG,
        debug=False,
        # Errors of ours are logged once, by `answer_problem`, without the request's values.
        logging_config=None,
    )


def describe() -> dict[str, Any]:
    """Return the API's OpenAPI document, without anything to answer from."""
    nothing = {name: Provide((lambda: None), sync_to_thread=False) for name in ("desk", "asker")}
    app = Litestar(
        handlers(),
        dependencies=nothing,
        openapi_config=documents.CONFIG,
        logging_config=None,
    )
    return documents.openapi_document(app, PUBLIC_NAMES)


def _pages() -> list[HTTPRouteHandler]:
    """Return the handlers of the documents about the API."""

    @cache
    def document(app: Litestar) -> dict[str, Any]:
        return documents.openapi_document(app, PUBLIC_NAMES)

    async def get_document(request: Request[Any, Any, Any]) -> Response[bytes]:
        body = documents.encode(document(request.app))
        return Response(body, media_type="application/json")

    async def get_page(request: Request[Any, Any, Any]) -> Response[bytes]:
        body = documents.documentation_page(document(request.app))
        return Response(body, media_type="text/html")

    async def get_style() -> Response[bytes]:
        return Response(STYLE.read_bytes(), media_type="text/css")

    pages = {"/api/openapi.json": get_document, "/api/docs": get_page, "/api/docs.css": get_style}
    return [
        HTTPRouteHandler(path, http_method="GET", include_in_schema=False, opt={PUBLIC: True})(page)  # type: ignore[arg-type]
        for path, page in pages.items()
    ]
