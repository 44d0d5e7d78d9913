"""What came in, as it was received: to be looked at as plain text, or kept as a file."""

from typing import Annotated, Any
from uuid import UUID

from litestar import Response
from litestar.params import FromPath, QueryParameter

from clew.domain.ids import ConversationId, MessageId
from clew.services import originals
from clew.services.originals import Original
from clew.web.attachments import SAFE_HEADERS, disposition
from clew.web.parameters import AskedBy, AtDesk

# A browser shows more than this only with difficulty; the file has all of it.
SHOWN_BYTES = 1024 * 1024

Download = Annotated[bool, QueryParameter(description="As a file, and whole.")]


async def get_original(
    conversation_id: FromPath[UUID],
    message_id: FromPath[UUID],
    *,
    desk: AtDesk,
    asker: AskedBy,
    download: Download = False,
) -> Response[Any]:
    """Return a mail as it was received: its first megabyte as text, or all of it as a file."""
    found = await originals.of_message(
        ConversationId(conversation_id), MessageId(message_id), asker=asker, deps=desk.deps
    )
    return _answer(found, is_file=download)


async def get_quarantined(
    event_id: FromPath[int], *, desk: AtDesk, asker: AskedBy, download: Download = False
) -> Response[Any]:
    """Return what could not be read, as text or as a file; for supervisors."""
    found = await originals.of_quarantined(event_id, asker=asker, deps=desk.deps)
    return _answer(found, is_file=download)


def _answer(found: Original, *, is_file: bool) -> Response[Any]:
    headers = {
        **SAFE_HEADERS,
        "cache-control": "no-store",
        "content-disposition": disposition(found.name, is_inline=not is_file),
    }
    if is_file:
        kind = "message/rfc822" if found.is_letter else "application/octet-stream"
        return Response(found.body, headers=headers, media_type=kind)
    shown = found.body[:SHOWN_BYTES].decode("utf-8", "replace")
    return Response(shown, headers=headers, media_type="text/plain")
