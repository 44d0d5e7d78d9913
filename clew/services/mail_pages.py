"""Mails as they were set: loaded for one who may see the conversation."""

import base64
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from clew.domain.errors import NotFound
from clew.domain.ids import AttachmentId, ConversationId, MessageId
from clew.ports.store.views import AttachmentView
from clew.services import attachments
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.mail_markup import page_of
from clew.services.media_types import SHOWN_INLINE

# Enclosed pictures become a part of the page, which may not load anything of ours.
MAX_PICTURE_BYTES = 3 * 1024 * 1024
MAX_PICTURES_BYTES = 10 * 1024 * 1024


async def get_page(
    conversation_id: ConversationId,
    message_id: MessageId,
    *,
    with_remote: bool,
    asker: Asker,
    deps: Deps,
) -> str:
    """Return the page of a mail that came with HTML.

    Raises:
        NotFound: There is no such message here, it is no mail, or it has no HTML.
    """
    async with deps.store.read() as reader:
        found = await reader.item(asker.workspace_id, UUID(str(message_id)))
    if found is None or found[0] != conversation_id or found[1].deleted_at is not None:
        raise NotFound("mail", message_id)
    item = found[1]
    content: dict[str, Any] = dict(item.content or {})
    html = content.get("html")
    if content.get("type") != "mail" or not isinstance(html, str):
        raise NotFound("mail", message_id)
    inline = content.get("inline")
    names = inline if isinstance(inline, dict) else {}
    pictures = await enclosed(names, item.attachments or (), asker=asker, deps=deps)
    return page_of(html, pictures, with_remote=with_remote)


async def enclosed(
    names: dict[str, Any], files: Sequence[AttachmentView], *, asker: Asker, deps: Deps
) -> dict[str, str]:
    """Return enclosed pictures as `data:` addresses, by the content ids that name them."""
    by_name = {file.name: file for file in files if file.media_type in SHOWN_INLINE}
    pictures: dict[str, str] = {}
    left = MAX_PICTURES_BYTES
    for content_id, name in names.items():
        file = by_name.get(str(name))
        if file is None or file.url is None or not 0 < file.bytes <= min(left, MAX_PICTURE_BYTES):
            continue
        left -= file.bytes
        stored = await attachments.find(AttachmentId(file.id), asker=asker, deps=deps)
        data = b"".join([chunk async for chunk in deps.blobs.open(stored.blob)])
        encoded = base64.b64encode(data).decode("ascii")
        pictures[content_id] = f"data:{file.media_type};base64,{encoded}"
    return pictures
