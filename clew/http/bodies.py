"""Bodies of requests and answers, streamed: a file of 100 MB passes through, it is not held."""

import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import urlencode

from aiohttp import ClientResponse

from clew.domain.reasons import Reason
from clew.ports.blobs import Blobs
from clew.ports.channel import FormField, FormFile, HttpRequest
from clew.ports.http import AnswerIsTooLong, FileIsMissing

READ_BYTES = 64 * 1024
LINE_END = b"\r\n"
# HTML Living Standard, "multipart/form-data encoding algorithm": how names are kept on one line.
_QUOTED = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


@dataclass(frozen=True, slots=True)
class Body:
    """What a request carries: `chunks` give exactly `byte_count` bytes, or fail."""

    content_type: str
    byte_count: int
    chunks: AsyncIterator[bytes]


async def body_of(request: HttpRequest, blobs: Blobs) -> Body | None:
    """Return the body of a request, if it has one.

    Raises:
        FileIsMissing: A file of it is not here.
    """
    if request.json is not None:
        text = json.dumps(request.json, ensure_ascii=False, separators=(",", ":")).encode()
        return Body("application/json", len(text), _one(text))
    if request.form:
        text = urlencode(request.form).encode()
        return Body("application/x-www-form-urlencoded", len(text), _one(text))
    if request.content:
        return Body("application/octet-stream", len(request.content), _one(request.content))
    if request.multipart:
        return await _form(request.multipart, blobs)
    return None


async def read_body(response: ClientResponse, max_bytes: int) -> bytes:
    """Return a whole answer.

    Raises:
        AnswerIsTooLong: It is longer than `max_bytes`.
    """
    return b"".join([chunk async for chunk in answer_of(response, max_bytes)])


async def answer_of(response: ClientResponse, max_bytes: int) -> AsyncIterator[bytes]:
    """Yield an answer as it comes.

    Raises:
        AnswerIsTooLong: It is longer than `max_bytes`.
    """
    too_long = AnswerIsTooLong(response.status, headers_of(response), max_bytes)
    if response.content_length is not None and response.content_length > max_bytes:
        raise too_long
    byte_count = 0
    async for chunk in response.content.iter_chunked(READ_BYTES):
        byte_count += len(chunk)
        if byte_count > max_bytes:
            raise too_long
        yield chunk


def headers_of(response: ClientResponse) -> dict[str, str]:
    """Return the headers of an answer by lower-case names; of several the first counts."""
    headers: dict[str, str] = {}
    for name, value in response.headers.items():
        headers.setdefault(name.lower(), value)
    return headers


async def _form(parts: tuple[FormField | FormFile, ...], blobs: Blobs) -> Body:
    """Return a form with its length known: some providers take no chunked request."""
    boundary = f"clew-{secrets.token_hex(16)}"
    pieces: list[bytes | FormFile] = []
    for part in parts:
        pieces.append(_head(boundary, part))
        if isinstance(part, FormFile):
            await _check(part, blobs)
            pieces.append(part)
        else:
            pieces.append(part.value.encode())
        pieces.append(LINE_END)
    pieces.append(f"--{boundary}--".encode() + LINE_END)
    byte_count = sum(
        piece.size_bytes if isinstance(piece, FormFile) else len(piece) for piece in pieces
    )
    return Body(f"multipart/form-data; boundary={boundary}", byte_count, _stream(pieces, blobs))


def _head(boundary: str, part: FormField | FormFile) -> bytes:
    lines = [f"--{boundary}"]
    disposition = f'Content-Disposition: form-data; name="{part.name.translate(_QUOTED)}"'
    if isinstance(part, FormFile):
        lines.append(f'{disposition}; filename="{part.file_name.translate(_QUOTED)}"')
        lines.append(f"Content-Type: {part.media_type.translate(_QUOTED)}")
    else:
        lines.append(disposition)
    return "\r\n".join([*lines, "", ""]).encode()


async def _check(part: FormFile, blobs: Blobs) -> None:
    try:
        await blobs.head(part.blob, 1)
    except FileNotFoundError:
        raise FileIsMissing(Reason.FILE_NOT_HERE.said()) from None


async def _stream(pieces: list[bytes | FormFile], blobs: Blobs) -> AsyncIterator[bytes]:
    for piece in pieces:
        if isinstance(piece, bytes):
            yield piece
            continue
        byte_count = 0
        async for chunk in blobs.open(piece.blob):
            byte_count += len(chunk)
            yield chunk
        if byte_count != piece.size_bytes:
            raise ValueError(f"a file has {byte_count} bytes and not {piece.size_bytes}")


async def _one(chunk: bytes) -> AsyncIterator[bytes]:
    yield chunk
