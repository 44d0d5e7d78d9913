"""The page of a mail: what a frame of the workspace shows, apart from everything of ours."""

from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, QueryParameter

from clew.domain.ids import ConversationId, MessageId
from clew.services import mail_pages
from clew.services.mail_markup import policy_of
from clew.web.parameters import AskedBy, AtDesk

Remote = Annotated[bool, QueryParameter(description="Let pictures from elsewhere load.")]


async def get_mail_page(
    conversation_id: FromPath[UUID],
    message_id: FromPath[UUID],
    *,
    desk: AtDesk,
    asker: AskedBy,
    remote: Remote = False,
) -> Response[str]:
    """Return a mail as it was set, in a page that runs nothing; `remote` lets pictures load."""
    page = await mail_pages.get_page(
        ConversationId(conversation_id),
        MessageId(message_id),
        with_remote=remote,
        asker=asker,
        deps=desk.deps,
    )
    headers = {
        "content-security-policy": policy_of(with_remote=remote),
        "x-frame-options": "SAMEORIGIN",
        "referrer-policy": "no-referrer",
    }
    return Response(page, headers=headers, media_type="text/html")
