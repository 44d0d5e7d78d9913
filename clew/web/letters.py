"""What a letter begins with, for the composer."""

from typing import Annotated
from uuid import UUID

from litestar.params import FromPath, QueryParameter

from clew.domain.ids import CaseId, InboxId
from clew.services.letters import LetterView, get_draft
from clew.web.parameters import AskedBy, AtDesk

Inbox = Annotated[UUID | None, QueryParameter(description="By default the usual one.")]


async def get_letter(
    case_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy, inbox_id: Inbox = None
) -> LetterView | None:
    """Return subject and readers of a reply by an inbox; null where replies are no letters."""
    return await get_draft(
        CaseId(case_id),
        InboxId(inbox_id) if inbox_id else None,
        asker=asker,
        deps=desk.deps,
    )
