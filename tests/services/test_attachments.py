"""Files of agents, and what becomes known of any file."""

from collections.abc import AsyncIterator

import pytest
from PIL import Image

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import AttachmentId
from clew.services.attachments import FileIsTooLarge, examine, find, safe_name, upload
from clew.services.deps import Limits
from tests.builders import an_id
from tests.fixtures.front import changed
from tests.fixtures.workplace import Shop
from tests.services.test_pictures import encoded


async def pieces(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), 1000):
        yield data[start : start + 1000]


async def test_a_file_is_kept_for_its_uploader(each_shop: Shop) -> None:
    ben = await each_shop.join("Ben")
    data = encoded(Image.new("RGB", (100, 50)))

    file = await upload("a.png", pieces(data), asker=ben, deps=each_shop.deps)

    found = await find(AttachmentId(file.id), asker=ben, deps=each_shop.deps)
    kept = b"".join([chunk async for chunk in each_shop.deps.blobs.open(found.blob)])
    assert kept == data
    assert (file.media_type, file.bytes, file.width) == ("image/png", len(data), 100)
    assert file.thumbnail_url == f"/api/v1/attachments/{file.id}/thumbnail"
    with pytest.raises(NotFound):
        await find(AttachmentId(file.id), asker=each_shop.admin, deps=each_shop.deps)
    with pytest.raises(NotFound):
        await find(AttachmentId(an_id(99)), asker=ben, deps=each_shop.deps)


async def test_what_is_empty_or_too_large_is_not_kept(shop: Shop) -> None:
    with pytest.raises(InvalidInput):
        await upload("a", pieces(b""), asker=shop.admin, deps=shop.deps)
    with (
        changed(shop.deps, limits=Limits(attachment_max_bytes=1500)),
        pytest.raises(FileIsTooLarge),
    ):
        await upload("a", pieces(b"x" * 5000), asker=shop.admin, deps=shop.deps)


async def test_a_picture_that_is_broken_is_a_file_like_any_other(shop: Shop) -> None:
    stored = await shop.deps.blobs.save(pieces(b"\x89PNG\r\n\x1a\nbroken"), 1000)

    known = await examine(stored.blob, stored.byte_count, "a.png", shop.deps.blobs)

    assert (known.media_type, known.thumbnail_blob, known.width) == ("image/png", "", None)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("photo.png", "photo.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\ana\\cv.pdf", "cv.pdf"),
        ("zdjęcie кота 猫.png", "zdjęcie кота 猫.png"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\x00b\r\nc.txt", "abc.txt"),
        (' "quoted" <b>.txt ', "_quoted_ _b_.txt"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_a_name_shows_what_it_is(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("x" * 500 + ".pdf")

    assert len(name) <= 150
    assert name.endswith(".pdf")
