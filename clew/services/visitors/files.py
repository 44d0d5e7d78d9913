"""Files that visitors upload, and files that they may see."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState
from clew.ports.blobs import Blobs, StoredBlob, TooLarge
from clew.ports.store import Changes
from clew.ports.store.views import AttachmentView
from clew.services.attachments import FileIsTooLarge, examine, safe_name
from clew.services.deps import Deps
from clew.services.media_types import HEAD_BYTES, media_type_of
from clew.services.pictures import MAX_BYTES, without_metadata
from clew.services.visitors.rooms import max_file_bytes
from clew.services.visitors.seeing import sight_of, view_file, where_is
from clew.services.visitors.visiting import Visiting

# Long enough for a message that is written over lunch, or waits for the network.
UNSENT_LAST = timedelta(days=1)


async def upload(
    name: str, chunks: AsyncIterator[bytes], *, visiting: Visiting, deps: Deps
) -> AttachmentView:
    """Keep a file for a message that is being written; only this visitor can send it.

    Raises:
        FileIsTooLarge: Nothing is kept of it.
        InvalidInput: It is empty.
    """
    max_bytes = max_file_bytes(deps)
    try:
        stored = await deps.blobs.save(chunks, max_bytes)
    except TooLarge:
        raise FileIsTooLarge(max_bytes) from None
    if stored.byte_count == 0:
        await deps.blobs.delete(stored.blob)
        raise InvalidInput("file", "the file is empty")
    stored = await _cleaned(stored, name, deps.blobs)
    known = await examine(stored.blob, stored.byte_count, name, deps.blobs)
    visitor = visiting.visitor
    attachment = Attachment(
        id=AttachmentId(deps.ids.new()),
        workspace_id=visitor.workspace_id,
        name=safe_name(name),
        media_type=known.media_type,
        state=AttachmentState.READY,
        created_at=deps.clock.now(),
        byte_count=stored.byte_count,
        sha256=stored.sha256,
        blob=stored.blob,
        thumbnail_blob=known.thumbnail_blob,
        width=known.width,
        height=known.height,
    )
    async with deps.store.write() as tx:
        await tx.record(
            Changes(
                workspace_id=visitor.workspace_id,
                at=attachment.created_at,
                attachments=[attachment],
            )
        )
        await tx.sights.add_upload(visitor, attachment.id)
    return view_file(attachment, deps)


async def forget_unsent(limit: int, *, deps: Deps) -> int:
    """Forget at most `limit` files that were uploaded long ago and never sent; return how many."""
    before = deps.clock.now() - UNSENT_LAST
    async with deps.store.write() as tx:
        blobs = await tx.sights.forget_uploads(before, limit)
    for blob in blobs:
        await deps.blobs.delete(blob)
    return len(blobs)


async def find(attachment_id: AttachmentId, *, visiting: Visiting, deps: Deps) -> Attachment:
    """Return a file that the visitor may see: of a message of theirs, or one they uploaded.

    Raises:
        NotFound: There is none for them.
    """
    visitor = visiting.visitor
    async with deps.store.read() as reader:
        for mine in await reader.sights.uploads(visitor, [attachment_id]):
            return mine
        found = await reader.sights.file(visitor.workspace_id, attachment_id)
        where = await where_is(visitor, reader)
    if found is None or where is None or found[0].conversation_id != where.conversation_id:
        raise NotFound("attachment", attachment_id)
    if sight_of(visitor, where).identity_id not in (None, found[1]):
        raise NotFound("attachment", attachment_id)
    return found[0]


async def find_sealed(attachment_id: AttachmentId, *, deps: Deps) -> Attachment:
    """Return a file whose address was sealed for whoever has it; taken back, it is gone.

    Raises:
        NotFound: There is none any more.
    """
    async with deps.store.read() as reader:
        found = await reader.sights.file_by_id(attachment_id)
    if found is None or found.state is not AttachmentState.READY:
        raise NotFound("attachment", attachment_id)
    return found


async def _cleaned(stored: StoredBlob, name: str, blobs: Blobs) -> StoredBlob:
    """Return a photograph without the place where it was taken; all else as it is."""
    media_type = media_type_of(await blobs.head(stored.blob, HEAD_BYTES), name)
    if media_type != "image/jpeg" or stored.byte_count > MAX_BYTES:
        return stored
    data = b"".join([chunk async for chunk in blobs.open(stored.blob)])
    clean = await asyncio.to_thread(without_metadata, data, media_type)
    if clean is None:
        return stored
    kept = await blobs.save(_one(clean), len(clean))
    await blobs.delete(stored.blob)
    return kept


async def _one(chunk: bytes) -> AsyncIterator[bytes]:
    yield chunk
