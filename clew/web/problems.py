"""Refusals as problem details (RFC 9457), whatever refused: one form, and never a stack trace."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from litestar import MediaType, Request, Response
from litestar.exceptions import HTTPException, InternalServerException, ValidationException

from clew.domain.errors import ClewError
from clew.ports.blobs import NoRoom
from clew.ports.store import StoreIsUnavailable
from clew.web.reading_faults import fault_in

PROBLEM = "application/problem+json"
RETRY_SECONDS = 5
# Somebody has to make room first.
NO_ROOM_RETRY_SECONDS = 60

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One refusal.

    Attributes:
        code: Stable name for programs.
        extra: Further members of the document.
        retry_after_seconds: When it is worth trying again, if it is.
    """

    status: int
    code: str
    detail: str
    extra: Mapping[str, object] = field(default_factory=dict)
    retry_after_seconds: int | None = None

    def body(self) -> bytes:
        """Return the document."""
        return msgspec.json.encode(
            {
                "type": f"urn:clew:problem:{self.code}",
                "title": HTTPStatus(self.status).phrase,
                "status": self.status,
                "detail": self.detail,
                "code": self.code,
                **self.extra,
            }
        )

    def headers(self) -> dict[str, str]:
        """Return the headers that go with it."""
        if self.retry_after_seconds is None:
            return {}
        return {"retry-after": str(self.retry_after_seconds)}


UNAVAILABLE = Problem(
    status=503,
    code="store_unavailable",
    detail="nothing can be written or read just now; try again in a few seconds",
    retry_after_seconds=RETRY_SECONDS,
)

NO_ROOM = Problem(
    status=503,
    code="no_room",
    detail="the disk is full: the file was not kept, everything that was here before is",
    retry_after_seconds=NO_ROOM_RETRY_SECONDS,
)

# What the framework refuses by itself.
_CODES: Mapping[int, tuple[str, str]] = {
    400: ("bad_request", "the request could not be read"),
    401: ("not_signed_in", "sign in first"),
    403: ("not_allowed", "this is not allowed"),
    404: ("not_found", "there is nothing at this address"),
    405: ("method_not_allowed", "this address does not take that method"),
    413: ("too_large", "the request is too large"),
    415: ("unsupported_media_type", "send JSON"),
    429: ("too_many_requests", "too many requests; wait a little"),
}

# What the framework says when somebody leaves in the middle of a request: no fault of ours.
LEFT = "client disconnected prematurely"


def problem_of(error: Exception) -> Problem:
    """Return the refusal that an error stands for; what nobody expected is an error of ours."""
    match error:
        case ClewError():
            return Problem(
                status=error.status,
                code=error.code,
                detail=str(error),
                extra=error.extra,
                retry_after_seconds=getattr(error, "retry_after_seconds", None),
            )
        case StoreIsUnavailable():
            return UNAVAILABLE
        case NoRoom():
            return NO_ROOM
        case ValidationException():
            return _invalid(error)
        case RecursionError():  # what the decoder of JSON raises for a thousand brackets
            return Problem(status=400, code="bad_request", detail="the body is nested too deeply")
        case InternalServerException(detail=detail) if detail == LEFT:
            return Problem(status=400, code="bad_request", detail="the request broke off")
        case HTTPException() if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
            code, detail = _CODES.get(error.status_code, ("refused", "the request was refused"))
            # Only for 400 does the framework know better than we what was wrong.
            said = error.detail if error.status_code == HTTPStatus.BAD_REQUEST else detail
            return Problem(status=error.status_code, code=code, detail=said or detail)
        case _:
            return Problem(
                status=500, code="internal_error", detail="an error of ours; it has been logged"
            )


def answer_problem(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """Answer with problem details; log what is our own fault."""
    problem = problem_of(error)
    if problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error(
            "request failed", method=request.method, path=request.scope["path"], exc_info=error
        )
    headers = problem.headers()
    if problem.status == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["allow"] = ", ".join(sorted(_methods(request)))
    return Response(problem.body(), status_code=problem.status, media_type=PROBLEM, headers=headers)


def _invalid(error: ValidationException) -> Problem:
    found = error.extra if isinstance(error.extra, list) else []
    errors = [_wrong(one) for one in found if isinstance(one, dict)]
    if errors == [{"field": "data", "message": "'data'"}]:
        errors = [{"field": "body", "message": "a JSON body is needed"}]
    said = "; ".join(f"{one['field']}: {one['message']}" for one in errors)
    return Problem(
        status=422,
        code="invalid_input",
        detail=said or "the request is not valid",
        extra={"errors": errors},
    )


def _wrong(one: Mapping[str, str]) -> dict[str, object]:
    message = one.get("message", "is not valid")
    return {"field": one.get("key") or "body", "message": message, **fault_in(message)}


def _methods(request: Request[Any, Any, Any]) -> set[str]:
    """Return the methods that this address does take."""
    for route in request.app.routes:
        matches = getattr(route, "path_components", None)
        if matches is not None and _fits(request.scope["path"], matches):
            return set(getattr(route, "methods", ()))
    return set()


def _fits(path: str, components: list[Any]) -> bool:
    parts = [part for part in path.split("/") if part]
    return len(parts) == len(components) and all(
        not isinstance(wanted, str) or part == wanted
        for part, wanted in zip(parts, components, strict=True)
    )


JSON = MediaType.JSON
