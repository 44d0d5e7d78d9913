from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from typing import Any

import pytest
from PIL import Image

from clew.domain.message import Attachment, AttachmentState
from clew.domain.people import InboxState
from clew.ports.blobs import NoRoom
from clew.ports.channel import HttpResponse
from clew.ports.http import AddressIsForbidden, AnswerIsTooLong, NoAnswer, NotSent
from clew.services.fetching import LEASE, Fetcher, claim_files, fetch
from tests.services.scripted_provider import Answer, refused, said
from tests.services.world import TOKEN, World

MINUTE = timedelta(minutes=1)
ADDRESS = "https://lookaside.fbsbx.com/file?ext=1&hash=2"


def a_picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 320), "teal").save(out, "PNG")
    return out.getvalue()


PICTURE = a_picture()


async def hears_a_picture(world: World, **changes: Any) -> None:
    image = {
        "id": "media-in",
        "mime_type": "image/jpeg",
        "sha256": hashlib.sha256(PICTURE).hexdigest(),
    }
    await world.hears(type="image", image=image | changes, text=None)


def an_address() -> HttpResponse:
    digest = hashlib.sha256(PICTURE).hexdigest()
    return said({"url": ADDRESS, "mime_type": "image/jpeg", "sha256": digest, "id": "media-in"})


async def fetches(world: World, *answers: Answer) -> int:
    """Fetch what is due; return how many files were taken."""
    world.provider.answers = list(answers)
    fetcher = Fetcher(deps=world.deps, http=world.provider, chance=lambda: 0.5)
    taken = await claim_files(world.deps, 10)
    for attachment in taken:
        await fetch(attachment, fetcher=fetcher)
    return len(taken)


async def the_file(world: World) -> Attachment:
    (file,) = await world.files((await world.case()).conversation_id)
    return file


async def blobs_kept(world: World, file: Attachment) -> bytes:
    return b"".join([chunk async for chunk in world.deps.blobs.open(file.blob)])


async def test_a_file_is_fetched_and_known_by_its_content(world: World) -> None:
    await hears_a_picture(world)

    assert await fetches(world, an_address(), await world.provider.file(PICTURE)) == 1

    file = await the_file(world)
    assert file.state is AttachmentState.READY
    assert await blobs_kept(world, file) == PICTURE
    assert (file.media_type, file.width, file.height) == ("image/png", 640, 320)
    assert file.name == "image.png"
    assert await world.deps.blobs.head(file.thumbnail_blob, 4) == b"RIFF"
    assert world.provider.asked[1].headers == {"Authorization": f"Bearer {TOKEN}"}
    assert await fetches(world) == 0


async def test_a_page_that_calls_itself_a_picture_is_plain_bytes(world: World) -> None:
    page = b"<html><script>alert(1)</script></html>"
    await hears_a_picture(world, sha256=None)

    await fetches(world, said({"url": ADDRESS, "id": "x"}), await world.provider.file(page))

    file = await the_file(world)
    assert (file.media_type, file.thumbnail_blob) == ("application/octet-stream", "")


@pytest.mark.parametrize(
    "failure", [NotSent("down"), NoAnswer("slow"), HttpResponse(500), AnswerIsTooLong(200, {}, 1)]
)
async def test_a_passing_failure_is_tried_again(world: World, failure: Answer) -> None:
    await hears_a_picture(world)

    await fetches(world, failure)
    assert (await the_file(world)).state is AttachmentState.PENDING
    assert await fetches(world) == 0
    world.clock.advance(MINUTE)
    await fetches(world, an_address(), await world.provider.file(PICTURE))

    assert (await the_file(world)).state is AttachmentState.READY


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ([refused(100, status=404)], "no longer"),
        ([an_address(), AnswerIsTooLong(200, {}, 100)], "larger than 100 MB"),
        ([AddressIsForbidden("x has a private address")], "private address"),
    ],
)
async def test_a_lasting_failure_is_shown_with_its_reason(
    world: World, answers: list[Answer], reason: str
) -> None:
    await hears_a_picture(world)

    await fetches(world, *answers)

    file = await the_file(world)
    assert file.state is AttachmentState.FAILED
    assert reason in file.reason
    world.clock.advance(timedelta(days=1))
    assert await fetches(world) == 0


async def test_a_file_that_is_not_the_one_that_was_sent_is_not_kept(world: World) -> None:
    await hears_a_picture(world)
    for _ in range(3):
        other = await world.provider.file(b"another file")
        await fetches(world, an_address(), other)
        assert other.saved is not None
        with pytest.raises(FileNotFoundError):
            await world.deps.blobs.head(other.saved.blob, 1)
        world.clock.advance(MINUTE)

    assert (await the_file(world)).state is AttachmentState.FAILED


async def test_an_expired_token_turns_the_inbox_amber_and_the_file_waits(world: World) -> None:
    await hears_a_picture(world)

    await fetches(world, refused(190, f"expired {TOKEN}", 401))

    inbox = await world.inbox()
    assert (inbox.state, inbox.reason) == (InboxState.AMBER, "expired [secret]")
    assert (await the_file(world)).state is AttachmentState.PENDING


async def test_a_full_disk_makes_a_file_wait_for_room(world: World) -> None:
    await hears_a_picture(world)

    await fetches(world, an_address(), NoRoom("full"))
    file = await the_file(world)
    assert (file.state, file.attempts) == (AttachmentState.PENDING, 0)

    world.clock.advance(timedelta(minutes=5))
    await fetches(world, an_address(), await world.provider.file(PICTURE))
    assert (await the_file(world)).state is AttachmentState.READY


async def test_a_fetch_that_was_cut_off_begins_anew(world: World) -> None:
    await hears_a_picture(world)
    await claim_files(world.deps, 10)

    assert await claim_files(world.deps, 10) == []
    world.clock.advance(LEASE)
    assert len(await claim_files(world.deps, 10)) == 1


async def test_a_fault_of_ours_is_tried_again(world: World) -> None:
    await hears_a_picture(world)

    await fetches(world, ZeroDivisionError())

    assert (await the_file(world)).state is AttachmentState.PENDING
