"""A file that comes in for a message: kept whole or not at all, and once for a key.

An upload may be repeated, because its answer was lost: with the same key it is the same file. Its
id follows from who uploads and the key, so that two processes that are asked at once, or a day
apart, agree without asking each other.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID, uuid5

from clew.domain.access import Permission, require
from clew.domain.errors import ClewError, Conflict, InvalidInput, NotFound
from clew.domain.faults import Fault
from clew.domain.ids import AgentId, AttachmentId, WorkspaceId
from clew.domain.message import Attachment, AttachmentState
from clew.ports.blobs import StoredBlob, TooLarge
from clew.ports.store import Changes, StoreIsUnavailable, Transaction
from clew.ports.store.views import AttachmentView
from clew.services.asking import Asker
from clew.services.attachments import FileIsTooLarge, examine, find, safe_name, view
from clew.services.deps import Deps


class KeyIsUsed(ClewError):
    """This Idempotency-Key came with another request before."""

    code = "idempotency_key_reused"
    status = 422

    def __init__(self) -> None:
        super().__init__("this Idempotency-Key was used for another request; make a new one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file on its way in.

    Attributes:
        owner: Whose it is until it is sent; keys are theirs alone.
        key: By which it may come again; empty: it is a new file each time.
        uploaded_by: The agent, if one uploads.
    """

    name: str
    chunks: AsyncIterator[bytes]
    max_bytes: int
    workspace_id: WorkspaceId
    owner: UUID
    key: str = ""
    uploaded_by: AgentId | None = None


Clean: TypeAlias = Callable[[StoredBlob], Awaitable[StoredBlob]]
Add: TypeAlias = Callable[[Transaction, Attachment], Awaitable[None]]


async def upload(
    name: str, chunks: AsyncIterator[bytes], *, asker: Asker, deps: Deps, key: str = ""
) -> AttachmentView:
    """Keep a file for a message that is being written; only the asker may see and send it.

    Raises:
        FileIsTooLarge: Nothing is kept of it.
        InvalidInput: It is empty.
        KeyIsUsed: Another file came with this key.
        NoRoom: The disk is full; nothing is kept of it.
    """
    require(asker.agent.role, Permission.ANSWER)
    coming = Upload(
        name=name,
        chunks=chunks,
        max_bytes=deps.limits.attachment_max_bytes,
        workspace_id=asker.workspace_id,
        owner=asker.id,
        key=key,
        uploaded_by=asker.id,
    )
    return view(await take_in(coming, deps))


async def copy(
    attachment_id: AttachmentId, *, asker: Asker, deps: Deps, key: str = ""
) -> AttachmentView:
    """Keep a file that the asker may see once more, for another message.

    Raises:
        NotFound: There is none, or its bytes are not here.
        FileIsTooLarge: It is longer than what agents may send.
        KeyIsUsed: Another file came with this key.
        NoRoom: The disk is full; nothing is kept of it.
    """
    require(asker.agent.role, Permission.ANSWER)
    found = await find(attachment_id, asker=asker, deps=deps)
    try:
        return await upload(
            found.name, deps.blobs.open(found.blob), asker=asker, deps=deps, key=key
        )
    except FileNotFoundError:
        raise NotFound("attachment", attachment_id) from None


async def _as_it_is(stored: StoredBlob) -> StoredBlob:
    return stored


async def _nothing_more(tx: Transaction, attachment: Attachment) -> None:
    return


async def take_in(
    coming: Upload, deps: Deps, *, clean: Clean = _as_it_is, add: Add = _nothing_more
) -> Attachment:
    """Keep a file, or find the one that came with its key before.

    Args:
        coming: The file.
        deps: The ports.
        clean: Takes out what shall not be kept; in place of the blob it gets, another one.
        add: What else is written with the file.

    Raises:
        FileIsTooLarge: Nothing is kept of it.
        InvalidInput: It is empty.
        KeyIsUsed: Another file came with this key.
        NoRoom: The disk is full; nothing is kept of it.
    """
    try:
        stored = await deps.blobs.save(coming.chunks, coming.max_bytes)
    except TooLarge:
        raise FileIsTooLarge(coming.max_bytes) from None
    blobs = [stored.blob]
    own_id = AttachmentId(uuid5(coming.owner, coming.key) if coming.key else deps.ids.new())
    try:
        if stored.byte_count == 0:
            raise InvalidInput("file", "the file is empty", Fault.EMPTY_FILE)
        stored = await clean(stored)
        blobs = [stored.blob]
        if (known := await _known(own_id, coming, stored, deps)) is not None:
            await _forget(blobs, deps)
            return known
        attachment = await _examined(own_id, coming, stored, deps)
        blobs = [attachment.blob, attachment.thumbnail_blob]
        return await _recorded(attachment, coming, add, deps)
    except BaseException:
        # What the database may have taken in keeps its bytes: its answer may only be lost.
        if not await _is_recorded(own_id, blobs, coming, deps):
            await _forget(blobs, deps)
        raise


async def _known(
    own_id: AttachmentId, coming: Upload, stored: StoredBlob, deps: Deps
) -> Attachment | None:
    if not coming.key:
        return None
    async with deps.store.read() as reader:
        known = await reader.attachment(coming.workspace_id, own_id)
    if known is not None and (known.sha256, known.name) != (stored.sha256, safe_name(coming.name)):
        raise KeyIsUsed
    return known


async def _examined(
    own_id: AttachmentId, coming: Upload, stored: StoredBlob, deps: Deps
) -> Attachment:
    known = await examine(stored.blob, stored.byte_count, coming.name, deps.blobs)
    return Attachment(
        id=own_id,
        workspace_id=coming.workspace_id,
        name=safe_name(coming.name),
        media_type=known.media_type,
        state=AttachmentState.READY,
        created_at=deps.clock.now(),
        byte_count=stored.byte_count,
        sha256=stored.sha256,
        blob=stored.blob,
        thumbnail_blob=known.thumbnail_blob,
        width=known.width,
        height=known.height,
        uploaded_by=coming.uploaded_by,
    )


async def _recorded(attachment: Attachment, coming: Upload, add: Add, deps: Deps) -> Attachment:
    changes = Changes(workspace_id=coming.workspace_id, at=attachment.created_at)
    changes.attachments.append(attachment)
    try:
        async with deps.store.write() as tx:
            await tx.record(changes)
            await add(tx, attachment)
    except Conflict:  # the same file came by another way at once
        stored = StoredBlob(attachment.blob, attachment.byte_count, attachment.sha256)
        known = await _known(attachment.id, coming, stored, deps)
        if known is None:
            raise
        await _forget([attachment.blob, attachment.thumbnail_blob], deps)
        return known
    return attachment


async def _is_recorded(own_id: AttachmentId, blobs: list[str], coming: Upload, deps: Deps) -> bool:
    try:
        async with deps.store.read() as reader:
            known = await reader.attachment(coming.workspace_id, own_id)
    except StoreIsUnavailable:
        return True  # whoever cannot look throws nothing away
    return known is not None and known.blob in blobs


async def _forget(blobs: list[str], deps: Deps) -> None:
    for blob in blobs:
        if blob:
            with suppress(OSError):
                await deps.blobs.delete(blob)
