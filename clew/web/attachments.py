"""Files: uploaded for a message, and shown or downloaded without ever being run."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Request, Response
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.openapi.spec import OpenAPIMediaType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat, OpenAPIType
from litestar.params import FromPath
from litestar.response import Stream

from clew.domain.errors import ClewError, NotFound
from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment
from clew.ports.blobs import Blobs
from clew.ports.store.views import AttachmentView
from clew.services import attachments, uploading
from clew.services.media_types import PLAYED, SHOWN_INLINE
from clew.web.idempotency import key_in
from clew.web.parameters import AskedBy, AtDesk
from clew.web.uploads import FormFile

# A form is a little longer than the file in it.
FORM_OVERHEAD_BYTES = 16 * 1024
THUMBNAIL_TYPE = "image/webp"

# Nothing in a file is run, whatever it turns out to be: see reliability.md, 3.16.
SAFE_HEADERS = {
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, max-age=31536000, immutable",
}


class RangeIsOutside(ClewError):
    """No byte of the file lies in the range that was asked for."""

    code = "range_not_satisfiable"
    status = 416

    def __init__(self, byte_count: int) -> None:
        super().__init__(f"the file has {byte_count} bytes")


@dataclass
class UploadOperation(Operation):
    """The upload as the OpenAPI document shows it: the body is read by us, not by the framework."""

    def __post_init__(self) -> None:
        """Describe the form."""
        file = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        form = Schema(type=OpenAPIType.OBJECT, properties={"file": file}, required=["file"])
        self.request_body = RequestBody(
            content={"multipart/form-data": OpenAPIMediaType(schema=form)}, required=True
        )


async def upload_attachment(
    *, desk: AtDesk, asker: AskedBy, request: Request[Any, Any, Any]
) -> AttachmentView:
    """Upload a file for a message that is being written; only its uploader sees it until then."""
    max_bytes = desk.deps.limits.attachment_max_bytes
    key = key_in(request.headers)
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > max_bytes + FORM_OVERHEAD_BYTES:
        raise attachments.FileIsTooLarge(max_bytes)
    form = FormFile(request.headers.get("content-type", ""), request.stream())
    try:
        await form.begin()
        return await uploading.upload(form.name, form.read(), asker=asker, deps=desk.deps, key=key)
    except RequestEntityTooLarge:
        raise attachments.FileIsTooLarge(max_bytes) from None


async def copy_attachment(
    attachment_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy, request: Request[Any, Any, Any]
) -> AttachmentView:
    """Keep a file once more, for a message that is being written."""
    key = key_in(request.headers)
    found = AttachmentId(attachment_id)
    return await uploading.copy(found, asker=asker, deps=desk.deps, key=key)


async def get_attachment(
    attachment_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy, request: Request[Any, Any, Any]
) -> Response[Any]:
    """Return a file. Pictures are shown, all else is downloaded; audio and video take ranges."""
    found = await attachments.find(AttachmentId(attachment_id), asker=asker, deps=desk.deps)
    return await file_answer(found, request.headers.get("range", ""), desk.deps.blobs)


async def file_answer(found: Attachment, wanted_range: str, blobs: Blobs) -> Response[Any]:
    """Return a file as an answer that runs nothing."""
    is_shown = found.media_type in SHOWN_INLINE
    headers = {
        **SAFE_HEADERS,
        "content-disposition": disposition(found.name, is_inline=is_shown),
        "content-length": str(found.byte_count),
    }
    status, chunks = 200, blobs.open(found.blob)
    if found.media_type in PLAYED:
        headers["accept-ranges"] = "bytes"
        wanted = range_of(wanted_range, found.byte_count)
        if wanted is not None:
            first, last = wanted
            headers["content-range"] = f"bytes {first}-{last}/{found.byte_count}"
            headers["content-length"] = str(last - first + 1)
            status, chunks = 206, cut(blobs, found.blob, first, last)
    return Stream(
        await _begun(chunks, found.id),
        status_code=status,
        headers=headers,
        media_type=found.media_type,
    )


async def get_thumbnail(
    attachment_id: FromPath[UUID], *, desk: AtDesk, asker: AskedBy
) -> Response[Any]:
    """Return the small copy of a picture."""
    found = await attachments.find(AttachmentId(attachment_id), asker=asker, deps=desk.deps)
    return await thumbnail_answer(found, desk.deps.blobs)


async def thumbnail_answer(found: Attachment, blobs: Blobs) -> Response[Any]:
    """Return the small copy of a picture as an answer.

    Raises:
        NotFound: It is no picture.
    """
    if not found.thumbnail_blob:
        raise NotFound("attachment", found.id)
    chunks = blobs.open(found.thumbnail_blob)
    return Stream(
        await _begun(chunks, found.id), headers=dict(SAFE_HEADERS), media_type=THUMBNAIL_TYPE
    )


def disposition(name: str, *, is_inline: bool) -> str:
    """Return how a browser shall take a file of this name (RFC 6266, RFC 8187)."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_")
    plain = plain.replace("\\", "_")
    kind = "inline" if is_inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def range_of(header: str, byte_count: int) -> tuple[int, int] | None:
    """Return the first and last byte of the one range that was asked for, or None for all.

    Raises:
        RangeIsOutside: The file is shorter.
    """
    unit, _, spec = header.partition("=")
    first, dash, last = spec.partition("-")
    is_plain = all(not part or (part.isascii() and part.isdigit()) for part in (first, last))
    if unit.strip() != "bytes" or not dash or not is_plain or not (first or last):
        return None
    if first:
        begin, end = int(first[:18]), min(int(last[:18]) if last else byte_count, byte_count - 1)
    else:
        begin, end = max(0, byte_count - int(last[:18])), byte_count - 1
    if begin > end:
        raise RangeIsOutside(byte_count)
    return begin, end


async def cut(blobs: Blobs, blob: str, first: int, last: int) -> AsyncIterator[bytes]:
    """Yield a range of a file; what lies before it is read past."""
    at = 0
    async for chunk in blobs.open(blob):
        begin, end = max(first - at, 0), min(last + 1 - at, len(chunk))
        if begin < end:
            yield chunk[begin:end]
        at += len(chunk)
        if at > last:
            return


async def _begun(chunks: AsyncIterator[bytes], attachment_id: UUID) -> AsyncIterator[bytes]:
    """Read the first piece before anything is answered, so that a missing file is a 404."""
    try:
        first = await anext(chunks, b"")
    except FileNotFoundError:
        raise NotFound("attachment", attachment_id) from None

    async def all_of_it() -> AsyncIterator[bytes]:
        yield first
        async for chunk in chunks:
            yield chunk

    return all_of_it()
