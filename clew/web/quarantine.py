"""Webhooks that could not be read."""

from litestar import Response
from litestar.params import FromPath

from clew.ports.store.views import Page, QuarantineView
from clew.services import quarantine
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, with_seq


async def list_quarantine(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 50
) -> Response[Page[QuarantineView]]:
    """List what came in and could not be read, the newest first; for supervisors."""
    found = await quarantine.list_quarantine(
        cursor=cursor, limit=limit, asker=asker, deps=desk.deps
    )
    return with_seq(found)


async def replay_event(event_id: FromPath[int], *, desk: AtDesk, asker: AskedBy) -> None:
    """Try to read one again, as it was received; for supervisors."""
    await quarantine.replay(event_id, asker=asker, deps=desk.deps)
