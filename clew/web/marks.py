"""Stars and mentions of the asker."""

from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from clew.domain.ids import CaseId
from clew.ports.store.tools import MentionView, StarView
from clew.ports.store.views import Page
from clew.services import marks
from clew.web.parameters import AskedBy, AtDesk, paged, with_seq


async def list_stars(*, desk: AtDesk, asker: AskedBy) -> Response[Page[StarView]]:
    """List what the asker has starred, the latest first."""
    return with_seq(paged(await marks.list_stars(asker=asker, deps=desk.deps), None, 200))


class Star(Struct):
    """In which case the starred thing is."""

    case_id: UUID


async def put_star(
    subject_id: FromPath[UUID], *, data: JSONBody[Star], desk: AtDesk, asker: AskedBy
) -> None:
    """Star a case, by its own id, or a message of its conversation."""
    await marks.star(CaseId(data.case_id), subject_id, asker=asker, deps=desk.deps)


async def remove_star(subject_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy) -> None:
    """Take a star away."""
    await marks.unstar(subject_id, asker=asker, deps=desk.deps)


async def list_mentions(*, desk: AtDesk, asker: AskedBy) -> Response[Page[MentionView]]:
    """List the notes that name the asker, the latest first."""
    return with_seq(paged(await marks.list_mentions(asker=asker, deps=desk.deps), None, 200))


class Seen(Struct):
    """Which mentions were seen: those of one case, or all."""

    case_id: UUID | None = None


async def read_mentions(*, data: JSONBody[Seen], desk: AtDesk, asker: AskedBy) -> None:
    """Note that the asker has seen where they are named."""
    case_id = CaseId(data.case_id) if data.case_id else None
    await marks.read_mentions(case_id, asker=asker, deps=desk.deps)
