"""Files that come in are kept whole or not at all, and once for a key."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from PIL import Image

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import AttachmentId
from clew.services.attachments import FileIsTooLarge, find
from clew.services.deps import Limits
from clew.services.uploading import KeyIsUsed, copy, upload
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


async def test_a_file_is_kept_once_more_for_another_message(shop: Shop) -> None:
    """What failed is written anew, and its file goes along."""
    ben = await shop.join("Ben")
    file = await upload("a.txt", pieces(b"abc"), asker=ben, deps=shop.deps)

    again = await copy(AttachmentId(file.id), asker=ben, deps=shop.deps)

    first, second = [
        await find(AttachmentId(one.id), asker=ben, deps=shop.deps) for one in (file, again)
    ]
    assert (second.name, second.sha256) == (first.name, first.sha256)
    assert (second.id, second.blob) != (first.id, first.blob)
    with pytest.raises(NotFound):
        await copy(AttachmentId(file.id), asker=shop.admin, deps=shop.deps)
    await shop.deps.blobs.delete(first.blob)
    with pytest.raises(NotFound):
        await copy(AttachmentId(file.id), asker=ben, deps=shop.deps)


async def test_what_is_empty_or_too_large_is_not_kept(shop: Shop) -> None:
    with pytest.raises(InvalidInput):
        await upload("a", pieces(b""), asker=shop.admin, deps=shop.deps)
    with (
        changed(shop.deps, limits=Limits(attachment_max_bytes=1500)),
        pytest.raises(FileIsTooLarge),
    ):
        await upload("a", pieces(b"x" * 5000), asker=shop.admin, deps=shop.deps)


async def test_the_same_file_with_the_same_key_is_one_file(each_shop: Shop) -> None:
    """Also if it is sent again while the first is still on its way."""
    deps, anna, ben = each_shop.deps, each_shop.admin, await each_shop.join("Ben")
    data = encoded(Image.new("RGB", (100, 50)))

    both = await asyncio.gather(
        *(upload("a.png", pieces(data), asker=anna, deps=deps, key="k") for _ in range(2))
    )
    later = await upload("a.png", pieces(data), asker=anna, deps=deps, key="k")
    bens = await upload("a.png", pieces(data), asker=ben, deps=deps, key="k")
    other = await upload("a.png", pieces(data), asker=anna, deps=deps, key="other")

    assert both[0] == both[1] == later
    assert len({later.id, bens.id, other.id}) == 3
    with pytest.raises(KeyIsUsed):
        await upload("b.png", pieces(data), asker=anna, deps=deps, key="k")
    with pytest.raises(KeyIsUsed):
        await upload("a.png", pieces(data[:-1]), asker=anna, deps=deps, key="k")
