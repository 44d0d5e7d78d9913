from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from clew.blobs.files import FileBlobs
from clew.http.bodies import Body, body_of
from clew.ports.channel import FormField, FormFile, HttpRequest
from clew.ports.http import FileIsMissing


@pytest.fixture
def blobs(tmp_path: Path) -> FileBlobs:
    return FileBlobs(tmp_path)


async def one(chunk: bytes) -> AsyncIterator[bytes]:
    yield chunk


async def text_of(body: Body) -> bytes:
    return b"".join([chunk async for chunk in body.chunks])


async def a_form(blobs: FileBlobs, size_bytes: int = 4, name: str = "a.pdf") -> HttpRequest:
    stored = await blobs.save(one(b"%PDF"), 4)
    file = FormFile("file", stored.blob, name, "application/pdf", size_bytes)
    return HttpRequest("POST", "https://x.example", multipart=(FormField("type", "ż"), file))


async def test_a_request_without_a_body_has_none(blobs: FileBlobs) -> None:
    assert await body_of(HttpRequest("GET", "https://x.example"), blobs) is None


async def test_json_says_its_length_in_bytes(blobs: FileBlobs) -> None:
    body = await body_of(HttpRequest("POST", "https://x.example", json={"text": "Żółw"}), blobs)

    assert body is not None
    assert await text_of(body) == '{"text":"Żółw"}'.encode()
    assert body.byte_count == 18


async def test_a_form_has_the_length_that_it_says(blobs: FileBlobs) -> None:
    body = await body_of(await a_form(blobs), blobs)

    assert body is not None
    text = await text_of(body)
    boundary = body.content_type.partition("boundary=")[2].encode()
    assert len(text) == body.byte_count
    assert text.split(b"--" + boundary) == [
        b"",
        b'\r\nContent-Disposition: form-data; name="type"\r\n\r\n\xc5\xbc\r\n',
        b'\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
        b"Content-Type: application/pdf\r\n\r\n%PDF\r\n",
        b"--\r\n",
    ]


async def test_a_name_cannot_end_its_line(blobs: FileBlobs) -> None:
    body = await body_of(await a_form(blobs, name='a"\r\nX-Evil: 1'), blobs)

    assert body is not None
    assert b'filename="a%22%0D%0AX-Evil: 1"\r\n' in await text_of(body)


async def test_a_file_of_another_length_is_not_sent_as_if_it_were_whole(blobs: FileBlobs) -> None:
    body = await body_of(await a_form(blobs, size_bytes=5), blobs)

    assert body is not None
    with pytest.raises(ValueError, match="4 bytes and not 5"):
        await text_of(body)


async def test_a_file_that_is_gone_is_noticed_before_anything_is_sent(blobs: FileBlobs) -> None:
    request = await a_form(blobs)
    for part in request.multipart:
        if isinstance(part, FormFile):
            await blobs.delete(part.blob)

    with pytest.raises(FileIsMissing):
        await body_of(request, blobs)
