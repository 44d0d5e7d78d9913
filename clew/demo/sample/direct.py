"""Calls to the simulated provider without a network, while the sample is made.

The requests are those that Clew's channel makes, and the answers those of the look-alike: only
the wire between them is missing.
"""

from collections.abc import AsyncIterator
from urllib.parse import parse_qsl, urlsplit

import msgspec

from clew.demo.asgi import Request
from clew.demo.graph.api import GraphApi
from clew.ports.blobs import Blobs
from clew.ports.channel import FormField, HttpRequest, HttpResponse, SavedFile
from clew.ports.http import AnswerIsTooLong, Http

BOUNDARY = "between-the-parts"


class DirectHttp(Http):
    """Hands requests to the look-alike; `prefix` is what its addresses begin with."""

    def __init__(self, api: GraphApi, blobs: Blobs, prefix: str) -> None:
        self._api = api
        self._blobs = blobs
        self._prefix = prefix

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        """Make a request and return its answer."""
        address = urlsplit(request.url)
        headers = {name.lower(): value for name, value in request.headers.items()}
        body = b""
        if request.json is not None:
            headers["content-type"] = "application/json"
            body = msgspec.json.encode(request.json)
        elif request.multipart:
            headers["content-type"] = f"multipart/form-data; boundary={BOUNDARY}"
            body = await self._form(request)
        reply = await self._api.answer(
            Request(
                request.method,
                address.path.removeprefix(self._prefix),
                dict(parse_qsl(address.query)),
                headers,
                body,
            )
        )
        names = {name.lower(): value for name, value in reply.headers.items()}
        if len(reply.body) > request.max_bytes:
            raise AnswerIsTooLong(reply.status, names, request.max_bytes)
        if request.to_file and 200 <= reply.status < 300:
            stored = await self._blobs.save(_one(reply.body), request.max_bytes)
            saved = SavedFile(stored.blob, stored.byte_count, stored.sha256)
            return HttpResponse(reply.status, names, saved=saved)
        return HttpResponse(reply.status, names, reply.body)

    async def _form(self, request: HttpRequest) -> bytes:
        parts: list[bytes] = []
        for part in request.multipart:
            about = f'form-data; name="{part.name}"'
            if isinstance(part, FormField):
                parts.append(_part(about, "", part.value.encode()))
                continue
            content = b"".join([chunk async for chunk in self._blobs.open(part.blob)])
            about += f'; filename="{part.file_name}"'
            parts.append(_part(about, f"Content-Type: {part.media_type}\r\n", content))
        return b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()])


def _part(about: str, headers: str, content: bytes) -> bytes:
    head = f"--{BOUNDARY}\r\nContent-Disposition: {about}\r\n{headers}\r\n"
    return head.encode() + content + b"\r\n"


async def _one(content: bytes) -> AsyncIterator[bytes]:
    yield content
