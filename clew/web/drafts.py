"""Drafts of the asker: kept here, so that they are there on another machine."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Meta, Struct

from clew.domain.ids import CaseId
from clew.ports.store.views import Page
from clew.services import drafts
from clew.services.drafts import DraftView, KeepDraft
from clew.web.parameters import (
    AskedBy,
    AtDesk,
    Cursor,
    Instant,
    Limit,
    checked_instant,
    paged,
    with_seq,
)


async def list_drafts(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 200
) -> Response[Page[DraftView]]:
    """List the asker's drafts, the latest first."""
    return with_seq(paged(await drafts.list_drafts(asker=asker, deps=desk.deps), cursor, limit))


class Draft(Struct):
    """What the asker has written so far, and when they last changed it."""

    content: Annotated[dict[str, Any], Meta(max_length=20)]
    written_at: Instant


async def keep_draft(
    case_id: FromPath[UUID],
    mode: FromPath[str],
    *,
    data: JSONBody[Draft],
    desk: AtDesk,
    asker: AskedBy,
) -> DraftView:
    """Keep a draft; the answer is the newer one, if another machine has written since."""
    command = KeepDraft(
        case_id=CaseId(case_id),
        mode=mode,
        content=data.content,
        written_at=checked_instant(data.written_at, "written_at"),
    )
    return await drafts.keep_draft(command, asker=asker, deps=desk.deps)


async def forget_draft(
    case_id: FromPath[UUID], mode: FromPath[str], *, desk: AtDesk, asker: AskedBy
) -> None:
    """Delete a draft."""
    await drafts.forget_draft(CaseId(case_id), mode, asker=asker, deps=desk.deps)
