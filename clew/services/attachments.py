"""Files whose bytes are here: what becomes known of them, and who may see them."""

import asyncio
import re
import unicodedata
from collections.abc import AsyncIterator
from dataclasses import dataclass

from clew.domain.errors import ClewError, NotFound
from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState
from clew.ports.blobs import Blobs
from clew.ports.store.views import AttachmentView
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.media_types import HEAD_BYTES, PICTURES, media_type_of
from clew.services.pictures import MAX_BYTES, read_picture

LONGEST_NAME = 150


class FileIsTooLarge(ClewError):
    """More bytes than an attachment may have."""

    code = "file_is_too_large"
    status = 413

    def __init__(self, max_bytes: int) -> None:
        super().__init__(f"at most {max_bytes // (1024 * 1024)} MB")
        self.max_bytes = max_bytes

    @property
    def extra(self) -> dict[str, object]:
        """Return how large it may be."""
        return {"max_bytes": self.max_bytes}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a file by its content; the size is as it is looked at."""

    media_type: str
    width: int | None = None
    height: int | None = None
    thumbnail_blob: str = ""


async def examine(blob: str, byte_count: int, name: str, blobs: Blobs) -> Known:
    """Return what a stored file is; of a picture a small copy is stored as well."""
    media_type = media_type_of(await blobs.head(blob, HEAD_BYTES), name)
    if media_type not in PICTURES or byte_count > MAX_BYTES:
        return Known(media_type=media_type)
    data = b"".join([chunk async for chunk in blobs.open(blob)])
    picture = await asyncio.to_thread(read_picture, data)
    if picture is None:
        return Known(media_type=media_type)
    stored = await blobs.save(one_chunk(picture.thumbnail), len(picture.thumbnail))
    return Known(
        media_type=media_type,
        width=picture.width,
        height=picture.height,
        thumbnail_blob=stored.blob,
    )


async def find(attachment_id: AttachmentId, *, asker: Asker, deps: Deps) -> Attachment:
    """Return a file that the asker may see and whose bytes are here.

    Raises:
        NotFound: There is none, it is somebody else's draft, or it has not been fetched yet.
    """
    async with deps.store.read() as reader:
        found = await reader.attachment(asker.workspace_id, attachment_id)
    is_anothers_draft = found and found.message_id is None and found.uploaded_by != asker.id
    if found is None or is_anothers_draft or found.state is not AttachmentState.READY:
        raise NotFound("attachment", attachment_id)
    return found


def view(attachment: Attachment) -> AttachmentView:
    """Return a file as the API shows it."""
    is_here = attachment.state is AttachmentState.READY
    path = f"/api/v1/attachments/{attachment.id}"
    return AttachmentView(
        id=attachment.id,
        name=attachment.name,
        media_type=attachment.media_type,
        bytes=attachment.byte_count,
        state=attachment.state.value,
        url=path if is_here else None,
        thumbnail_url=f"{path}/thumbnail" if is_here and attachment.thumbnail_blob else None,
        width=attachment.width,
        height=attachment.height,
    )


def safe_name(name: str) -> str:
    """Return a file name that shows what it is: no folders, no invisible or turning characters."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(
        character for character in last if unicodedata.category(character)[0] not in ("C", "Z")
        or character == " "
    )  # fmt: skip
    trimmed = re.sub(r'["<>|:*?]', "_", plain).strip(" .")
    if len(trimmed) > LONGEST_NAME:
        stem, dot, ending = trimmed.rpartition(".")
        keeps_ending = bool(dot) and len(ending) <= 10
        trimmed = (
            f"{stem[: LONGEST_NAME - 11]}.{ending}" if keeps_ending else trimmed[:LONGEST_NAME]
        )
    return trimmed or "file"


async def one_chunk(data: bytes) -> AsyncIterator[bytes]:
    """Yield bytes that are at hand, as something that is stored piece by piece."""
    yield data
