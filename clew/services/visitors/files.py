"""Files that visitors upload, and files that they may see."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

from clew.domain.errors import NotFound
from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState
from clew.ports.blobs import Blobs, StoredBlob
from clew.ports.store import Transaction
from clew.ports.store.views import AttachmentView
from clew.services.deps import Deps
from clew.services.media_types import HEAD_BYTES, media_type_of
from clew.services.pictures import MAX_BYTES, without_metadata
from clew.services.uploading import Upload, take_in
from clew.services.visitors.rooms import max_file_bytes
from clew.services.visitors.seeing import sight_of, view_file, where_is
from clew.services.visitors.visiting import Visiting

# Long enough for a message that is written over lunch, or waits for the network.
UNSENT_LAST = timedelta(days=1)


async def upload(
    name: str, chunks: AsyncIterator[bytes], *, visiting: Visiting, deps: Deps, key: str = ""
) -> AttachmentView:
    """Keep a file for a message that is being written; only this visitor can send it.

    Raises:
        FileIsTooLarge: Nothing is kept of it.
        InvalidInput: It is empty.
        KeyIsUsed: Another file came with this key.
        NoRoom: The disk is full; nothing is kept of it.
    """
    visitor = visiting.visitor
    coming = Upload(
        name=name,
        chunks=chunks,
        max_bytes=max_file_bytes(deps),
        workspace_id=visitor.workspace_id,
        owner=visitor.id,
        key=key,
    )

    async def clean(stored: StoredBlob) -> StoredBlob:
        return await _cleaned(stored, name, deps.blobs)

    async def add(tx: Transaction, attachment: Attachment) -> None:
        await tx.sights.add_upload(visitor, attachment.id)

    return view_file(await take_in(coming, deps, clean=clean, add=add), deps)


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
