"""Replies written beforehand."""

from uuid import UUID

from litestar import Response
from litestar.params import FromPath, JSONBody
from msgspec import Struct

from clew.domain.ids import CannedReplyId, TeamId
from clew.ports.store.views import Page
from clew.services import canned_replies
from clew.services.canned_replies import CannedReplyView, SaveCannedReply
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, Line, Name, Text, paged, with_seq


async def list_canned_replies(
    *, desk: AtDesk, asker: AskedBy, cursor: Cursor = None, limit: Limit = 200
) -> Response[Page[CannedReplyView]]:
    """List the canned replies by title: everybody's and those of the asker's teams."""
    found = await canned_replies.list_canned_replies(asker=asker, deps=desk.deps)
    return with_seq(paged(found, cursor, limit))


class NewCannedReply(Struct):
    """A new canned reply; without a team everybody sees it."""

    title: Name
    shortcut: Line
    text: Text
    language: Line = ""
    team_id: UUID | None = None


async def add_canned_reply(
    *, data: JSONBody[NewCannedReply], desk: AtDesk, asker: AskedBy
) -> CannedReplyView:
    """Add a canned reply; for supervisors and administrators."""
    command = SaveCannedReply(
        title=data.title,
        shortcut=data.shortcut,
        text=data.text,
        language=data.language,
        team_id=TeamId(data.team_id) if data.team_id else None,
    )
    return await canned_replies.save_canned_reply(command, asker=asker, deps=desk.deps)


class CannedReplyPatch(Struct):
    """What shall be different about a canned reply; what is left out stays."""

    title: Name | None = None
    shortcut: Line | None = None
    text: Text | None = None
    language: Line | None = None
    team_id: UUID | None = None
    for_all: bool = False
    archived: bool | None = None


async def change_canned_reply(
    canned_reply_id: FromPath[UUID],
    *,
    data: JSONBody[CannedReplyPatch],
    desk: AtDesk,
    asker: AskedBy,
) -> CannedReplyView:
    """Change a canned reply or archive it; for supervisors and administrators."""
    command = SaveCannedReply(
        reply_id=CannedReplyId(canned_reply_id),
        title=data.title,
        shortcut=data.shortcut,
        text=data.text,
        language=data.language,
        team_id=TeamId(data.team_id) if data.team_id else None,
        is_for_all=data.for_all,
        is_archived=data.archived,
    )
    return await canned_replies.save_canned_reply(command, asker=asker, deps=desk.deps)
