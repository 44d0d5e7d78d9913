"""Conversations: who is on the other side, how to answer, and the one timeline."""

from uuid import UUID

from litestar import Response
from litestar.params import FromPath

from clew.domain.errors import NotFound
from clew.domain.ids import ConversationId
from clew.ports.store import Reader
from clew.ports.store.views import TimelinePage
from clew.services import conversations, snapshots
from clew.services.conversations import ConversationView
from clew.web.parameters import AskedBy, AtDesk, Limit, Place, with_seq


async def get_conversation(
    conversation_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[ConversationView]:
    """Return a conversation with its contact and the inboxes by which one can answer now."""
    found = await conversations.get_conversation(
        ConversationId(conversation_id), asker=asker, post=desk.post, deps=desk.deps
    )
    return with_seq(found)


async def get_timeline(
    conversation_id: FromPath[UUID],
    *,
    desk: AtDesk,
    asker: AskedBy,
    before: Place = None,
    after: Place = None,
    limit: Limit = 60,
) -> Response[TimelinePage]:
    """Return a stretch of the timeline, ascending: its end, or what lies before or after a number.

    Messages, notes and events of all channels and cases of this contact, in one order. What was
    brought in from archives stands before all else, by its own time, under negative numbers.
    """
    whose = ConversationId(conversation_id)

    async def read(reader: Reader) -> TimelinePage:
        page = await reader.timeline(
            asker.workspace_id, whose, before=before, after=after, limit=limit
        )
        if page.items:
            return page
        # A conversation always has an entry, so an empty page asks whether it exists at all, or
        # has become a part of another one.
        found = await reader.conversation(asker.workspace_id, whose)
        if found is None:
            raise NotFound("conversation", whose)
        if found.conversation_id == whose:
            return page
        live = ConversationId(found.conversation_id)
        return await reader.timeline(
            asker.workspace_id, live, before=before, after=after, limit=limit
        )

    return with_seq(await snapshots.take(read, asker=asker, deps=desk.deps))
