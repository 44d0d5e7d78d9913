"""What administrators changed, and taking it back."""

from uuid import UUID

from litestar import Response
from litestar.params import FromPath

from clew.domain.errors import NotFound
from clew.domain.ids import RevisionId
from clew.domain.revisions import RevisionKind
from clew.ports.store.views import Page
from clew.services import history
from clew.services.history import RevisionView, Thing
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, paged, with_seq


async def list_revisions(
    kind: FromPath[str],
    thing_id: FromPath[UUID],
    *,
    desk: AtDesk,
    asker: AskedBy,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response[Page[RevisionView]]:
    """List what was changed of an inbox, team, business hours, tag or canned reply, latest first.

    `kind` is `inbox`, `team`, `business_hours`, `tag` or `canned_reply`; for whoever may change it.
    """
    found = await history.list_revisions(_thing(kind, thing_id), asker=asker, deps=desk.deps)
    return with_seq(paged(found, cursor, limit))


async def take_back(
    kind: FromPath[str],
    thing_id: FromPath[UUID],
    revision_id: FromPath[UUID],
    *,
    desk: AtDesk,
    asker: AskedBy,
) -> None:
    """Put back what one change changed, as a change of its own; what came since stays."""
    await history.take_back(
        _thing(kind, thing_id),
        RevisionId(revision_id),
        asker=asker,
        deps=desk.deps,
        sessions=desk.sessions,
    )


def _thing(kind: str, thing_id: UUID) -> Thing:
    if kind not in set(RevisionKind):
        raise NotFound("history", kind)
    return Thing(kind=RevisionKind(kind), id=thing_id)
