"""Drafts of the asker: kept here, so that they are there on another machine."""

from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody, QueryParameter
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
    """What the asker has written so far, when they last changed it, and what they changed."""

    content: Annotated[dict[str, Any], Meta(max_length=20)]
    written_at: Instant
    based_on: (
        Annotated[
            datetime,
            Meta(tz=True, description="`written_at` of the words these go on from; none: any."),
        ]
        | None
    ) = None


async def keep_draft(
    case_id: FromPath[UUID],
    mode: FromPath[str],
    *,
    data: JSONBody[Draft],
    desk: AtDesk,
    asker: AskedBy,
) -> DraftView:
    """Keep a draft; the answer is another one, if another machine has written since."""
    seen = data.based_on
    command = KeepDraft(
        case_id=CaseId(case_id),
        mode=mode,
        content=data.content,
        written_at=checked_instant(data.written_at, "written_at"),
        based_on=None if seen is None else checked_instant(seen, "based_on"),
    )
    return await drafts.keep_draft(command, asker=asker, deps=desk.deps)


UpTo = Annotated[
    datetime | None, QueryParameter(description="What was written after this instant stays.")
]


async def forget_draft(
    case_id: FromPath[UUID],
    mode: FromPath[str],
    *,
    desk: AtDesk,
    asker: AskedBy,
    up_to: UpTo = None,
) -> None:
    """Delete a draft."""
    seen = (
        None
        if up_to is None
        else checked_instant(up_to.replace(tzinfo=up_to.tzinfo or UTC), "up_to")
    )
    await drafts.forget_draft(CaseId(case_id), mode, seen, asker=asker, deps=desk.deps)
