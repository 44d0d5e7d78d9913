"""Files over HTTP: stored once, shown safely, and never run."""

from __future__ import annotations

import errno
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

import httpx
import pytest
from PIL import Image

from clew.blobs import files
from clew.domain.people import Role
from clew.services.deps import Limits
from clew.web.attachments import RangeIsOutside, disposition, range_of
from tests.fixtures.front import Front, changed

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(size: tuple[int, int] = (640, 320)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG")
    return out.getvalue()


async def upload(client: httpx.AsyncClient, content: bytes, name: str = "a.bin") -> Any:
    answer = await client.post("/attachments", files={"file": (name, content)})
    assert answer.status_code == 201, answer.text
    return answer.json()


async def test_a_picture_is_kept_measured_and_made_small(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        file = await upload(client, picture(), "../kettle.png")
        shown = await client.get(f"http://clew.test{file['url']}")
        small = await client.get(f"http://clew.test{file['thumbnail_url']}")

    assert (file["name"], file["media_type"], file["state"]) == ("kettle.png", "image/png", "ready")
    assert (file["width"], file["height"]) == (640, 320)
    assert shown.content == picture()
    assert shown.headers["content-disposition"].startswith("inline")
    assert small.headers["content-type"] == "image/webp"
    assert Image.open(io.BytesIO(small.content)).size == (480, 240)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (SVG, "a.png"),
        (b"<html><script>", "a.jpg"),
        (b"%PDF-1.7 /JS", "a.png"),
        (b"MZ\x90\x00\x03\x00", "a.gif"),
    ],
)
async def test_what_could_run_is_downloaded_and_may_not_run(
    front: Front, content: bytes, name: str
) -> None:
    async with front.of(Role.AGENT) as client:
        file = await upload(client, content, name)
        answer = await client.get(f"http://clew.test{file['url']}")

    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-type"] in ("application/octet-stream", "application/pdf")


async def test_a_draft_is_for_its_uploader_only_until_it_is_sent(front: Front) -> None:
    await front.shop.write("A picture, please")
    case = await front.shop.case()

    async with front.of(Role.AGENT) as client, front.of(Role.ADMIN) as colleague:
        file = await upload(client, picture())
        before = await colleague.get(f"http://clew.test{file['url']}")
        reply = {"id": str(uuid4()), "case_id": str(case.id), "attachments": [file["id"]]}
        sent = await client.post(f"/conversations/{case.conversation_id}/messages", json=reply)
        after = await colleague.get(f"http://clew.test{file['url']}")

    assert before.status_code == 404
    assert sent.status_code == 201, sent.text
    assert sent.json()["attachments"][0]["id"] == file["id"]
    assert after.status_code == 200


@pytest.mark.parametrize("full_at", [b"\x89PNG", b"RIFF"], ids=["the file", "its small copy"])
async def test_a_full_disk_refuses_a_file_and_loses_none(
    front: Front, monkeypatch: pytest.MonkeyPatch, full_at: bytes
) -> None:
    append, blobs = files._append, front.shop.deps.blobs
    assert isinstance(blobs, files.FileBlobs)

    def full(file: BinaryIO, piece: bytes, update: Callable[[bytes], None]) -> None:
        if piece.startswith(full_at):
            raise OSError(errno.ENOSPC, "no space left on device")
        append(file, piece, update)

    def here() -> set[Path]:
        return {one for one in blobs._folder.rglob("*") if one.is_file()}

    async with front.of(Role.AGENT) as client:
        file, before = await upload(client, picture()), here()
        monkeypatch.setattr(files, "_append", full)
        refused = await client.post("/attachments", files={"file": ("b.png", picture())})
        after, shown = here(), await client.get(f"http://clew.test{file['url']}")
        monkeypatch.undo()
        again = await upload(client, picture(), "b.png")

    assert (refused.status_code, refused.json()["code"]) == (503, "no_room")
    assert refused.headers["retry-after"] == "60"
    assert after == before, "nothing is lost, and nothing half kept"
    assert (shown.content, again["state"]) == (picture(), "ready")


async def test_an_upload_that_comes_again_is_answered_as_before(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        ask: dict[str, Any] = {
            "files": {"file": ("a.png", picture())},
            "headers": {"Idempotency-Key": "k"},
        }
        answers = [(await client.post("/attachments", **ask)).json() for _ in range(2)]
        ask["files"] = {"file": ("a.png", picture((10, 10)))}
        another = await client.post("/attachments", **ask)

    assert answers[0] == answers[1]
    assert (another.status_code, another.json()["code"]) == (422, "idempotency_key_reused")


async def test_what_is_too_large_is_refused_before_and_while_it_is_read(front: Front) -> None:
    async def endless() -> Any:
        yield b'--edge\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        for _ in range(1000):
            yield b"x" * 1000

    kind = {"content-type": "multipart/form-data; boundary=edge"}
    with changed(front.shop.deps, limits=Limits(attachment_max_bytes=100_000)):
        async with front.of(Role.AGENT) as client:
            announced = await client.post("/attachments", files={"file": ("a", b"x" * 200_000)})
            hidden = await client.post("/attachments", content=endless(), headers=kind)

    assert [announced.status_code, hidden.status_code] == [413, 413]
    assert announced.json()["max_bytes"] == 100_000


async def test_an_empty_file_is_refused(front: Front) -> None:
    async with front.of(Role.AGENT) as client:
        answer = await client.post("/attachments", files={"file": ("a", b"")})

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "file")


async def test_audio_is_given_in_ranges(front: Front) -> None:
    audio = b"OggS" + bytes(range(256)) * 4000

    async with front.of(Role.AGENT) as client:
        file = await upload(client, audio, "voice.ogg")
        address = f"http://clew.test{file['url']}"
        part = await client.get(address, headers={"range": "bytes=300000-300099"})
        outside = await client.get(address, headers={"range": "bytes=99999999-"})

    assert part.status_code == 206
    assert part.content == audio[300_000:300_100]
    assert part.headers["content-range"] == f"bytes 300000-300099/{len(audio)}"
    assert outside.status_code == 416


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", None),
        ("bytes=0-9", (0, 9)),
        ("bytes=5-", (5, 99)),
        ("bytes=-10", (90, 99)),
        ("bytes=-1000", (0, 99)),
        ("bytes=0-999", (0, 99)),
        ("bytes=0-1,5-6", None),
        ("bytes=a-b", None),
        ("lines=1-2", None),
        ("bytes=-", None),
    ],
)
def test_a_range_is_read_or_ignored(header: str, expected: tuple[int, int] | None) -> None:
    assert range_of(header, 100) == expected


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=9-3", "bytes=-0"])
def test_a_range_outside_is_refused(header: str) -> None:
    with pytest.raises(RangeIsOutside):
        range_of(header, 100)


@pytest.mark.parametrize("name", ['a"; filename="b.html', "a\\b", "zdjęcie.png", "a;b"])
def test_no_name_breaks_out_of_its_header(name: str) -> None:
    header = disposition(name, is_inline=False)

    assert header.isascii()
    assert header.count('"') == 2
    assert header.startswith('attachment; filename="')
