"""A provider that does as it is told, at the other end of `Http`."""

from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from clew.blobs.files import FileBlobs
from clew.ports.channel import HttpRequest, HttpResponse, SavedFile

# One pixel.
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
    b"\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)

Answer = HttpResponse | Exception | BaseException | Callable[[HttpRequest], HttpResponse]


class Provider:
    """Stands for the provider at the other end of `Http`: answers what it was told, else `fine`."""

    def __init__(self, blobs: FileBlobs) -> None:
        self.asked: list[HttpRequest] = []
        self.answers: list[Answer] = []
        self._blobs = blobs
        self._names = itertools.count(1)

    async def call(self, request: HttpRequest, *, circuit: str = "") -> HttpResponse:
        self.asked.append(request)
        answer = self.answers.pop(0) if self.answers else self.fine
        if isinstance(answer, BaseException):
            raise answer
        if isinstance(answer, HttpResponse):
            return answer
        return answer(request)

    def fine(self, request: HttpRequest) -> HttpResponse:
        """Accept a message or an upload, by a name of its own."""
        name = f"{next(self._names)}"
        if request.multipart:
            return said({"id": f"media-{name}"})
        return said({"messages": [{"id": f"wamid.OUT{name}"}]})

    async def file(self, data: bytes) -> HttpResponse:
        """Return the answer to a download."""

        async def chunks() -> AsyncIterator[bytes]:
            yield data

        stored = await self._blobs.save(chunks(), len(data))
        return HttpResponse(200, saved=SavedFile(stored.blob, stored.byte_count, stored.sha256))

    @property
    def posted(self) -> list[dict[str, Any]]:
        """The messages that were posted."""
        return [request.json for request in self.asked if request.json is not None]


def said(document: dict[str, Any], status: int = 200) -> HttpResponse:
    """Return an answer of the provider."""
    return HttpResponse(status, body=json.dumps(document).encode())


def refused(code: int, message: str = "no", status: int = 400) -> HttpResponse:
    """Return a refusal of the provider."""
    return said({"error": {"code": code, "message": message}}, status)
