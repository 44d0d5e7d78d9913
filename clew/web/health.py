"""Is it alive, is it ready, and what do the meters say. No secrets, and nothing about contacts."""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from litestar import Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Gauge, generate_latest

from clew.domain.errors import NotFound
from clew.ports.store import StoreIsUnavailable
from clew.web.parameters import AtDesk

INTAKE = Gauge("clew_intake_events", "Events that came in, by state", ["state"])
OLDEST_PENDING = Gauge(
    "clew_intake_oldest_pending_seconds", "How long the oldest unread event has waited"
)
# A proxy adds these: whoever asked is not on this machine, even if the last hop is.
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")


async def get_health() -> Response[Mapping[str, str]]:
    """Say that the process answers."""
    return Response({"status": "ok"})


async def get_readiness(*, desk: AtDesk) -> Response[Mapping[str, str]]:
    """Say whether requests can be served: the database answers and has the newest schema."""
    try:
        is_ready = await desk.deps.store.is_ready()
    except StoreIsUnavailable:
        is_ready = False
    status = "ready" if is_ready else "not ready"
    return Response({"status": status}, status_code=200 if is_ready else 503)


async def get_metrics(*, desk: AtDesk, request: Request[Any, Any, Any]) -> Response[bytes]:
    """Return the meters in the Prometheus format; to this machine only, unless told otherwise."""
    if not (desk.options.shows_metrics_to_all or is_local(request)):
        raise NotFound("page", "/metrics")
    try:
        counts = await desk.deps.store.intake.counts()
    except StoreIsUnavailable:
        pass  # the other meters are wanted all the more
    else:
        for state in ("pending", "done", "ignored", "quarantined"):
            INTAKE.labels(state).set(getattr(counts, state))
        oldest = counts.oldest_pending_at
        waits = (desk.deps.clock.now() - oldest).total_seconds() if oldest else 0.0
        OLDEST_PENDING.set(max(0.0, waits))
    return Response(
        generate_latest(REGISTRY), media_type=CONTENT_TYPE_LATEST.removesuffix("; charset=utf-8")
    )


def is_local(request: Request[Any, Any, Any]) -> bool:
    """Say whether a request comes from this machine, and not through a proxy on it."""
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.client.host).is_loopback
    except ValueError:
        return False
