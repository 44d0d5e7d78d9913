"""Files of visitors: by the token, or by an address that was sealed for an hour."""

from typing import Any
from uuid import UUID

from litestar import Request, Response
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.params import FromPath

from clew.domain.errors import NotFound
from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment
from clew.ports.store.views import AttachmentView
from clew.services.attachments import FileIsTooLarge
from clew.services.visitors import files
from clew.services.visitors.limits import UPLOADS
from clew.services.visitors.rooms import max_file_bytes
from clew.services.visitors.signing import is_seal_good
from clew.web.attachments import FORM_OVERHEAD_BYTES, file_answer, thumbnail_answer
from clew.web.authentication import read_headers
from clew.web.contact.doorway import bearer_of
from clew.web.contact.lobby import AtLobby, CalledBy, Lobby
from clew.web.idempotency import key_in
from clew.web.uploads import FormFile

# Pages of the inbox's sites may show what they were given the address of.
SHARED = {"cross-origin-resource-policy": "cross-origin", "cache-control": "private, max-age=3600"}


async def upload_file(
    *, lobby: AtLobby, caller: CalledBy, request: Request[Any, Any, Any]
) -> AttachmentView:
    """Upload a file for a message that is being written."""
    lobby.fence.pass_through(UPLOADS, "uploads", caller.visiting.visitor.id)
    max_bytes = max_file_bytes(lobby.deps)
    key = key_in(request.headers)
    length = request.headers.get("content-length", "0")
    if length.isdigit() and int(length) > max_bytes + FORM_OVERHEAD_BYTES:
        raise FileIsTooLarge(max_bytes)
    form = FormFile(request.headers.get("content-type", ""), request.stream())
    try:
        await form.begin()
        return await files.upload(
            form.name, form.read(), visiting=caller.visiting, deps=lobby.deps, key=key
        )
    except RequestEntityTooLarge:
        raise FileIsTooLarge(max_bytes) from None


async def get_file(
    attachment_id: FromPath[UUID], *, lobby: AtLobby, request: Request[Any, Any, Any]
) -> Response[Any]:
    """Return a file. Pictures are shown, all else is downloaded; audio and video take ranges."""
    found = await _found(attachment_id, lobby, request)
    answer = await file_answer(found, request.headers.get("range", ""), lobby.deps.blobs)
    answer.headers.update(SHARED)
    return answer


async def get_file_thumbnail(
    attachment_id: FromPath[UUID], *, lobby: AtLobby, request: Request[Any, Any, Any]
) -> Response[Any]:
    """Return the small copy of a picture."""
    found = await _found(attachment_id, lobby, request)
    answer = await thumbnail_answer(found, lobby.deps.blobs)
    answer.headers.update(SHARED)
    return answer


async def _found(attachment_id: UUID, lobby: Lobby, request: Request[Any, Any, Any]) -> Attachment:
    """Return the file; without a right to it, it is as if there were none.

    Raises:
        NotFound: For whoever asks there is none.
    """
    seal = request.query_params.get("seal", "")
    if seal and is_seal_good(request.scope["path"], seal, lobby.deps):
        return await files.find_sealed(AttachmentId(attachment_id), deps=lobby.deps)
    token = bearer_of(read_headers(request.scope["headers"]))
    visiting = await lobby.visits.find(token)
    if visiting is None:
        raise NotFound("attachment", attachment_id)
    return await files.find(AttachmentId(attachment_id), visiting=visiting, deps=lobby.deps)
