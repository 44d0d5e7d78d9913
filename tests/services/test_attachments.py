"""What becomes known of any file."""

from collections.abc import AsyncIterator

import pytest

from clew.services.attachments import examine, safe_name
from tests.fixtures.workplace import Shop


async def pieces(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), 1000):
        yield data[start : start + 1000]


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
