"""Small copies of pictures."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from clew.services.pictures import MAX_SIDE, read_picture

pytestmark = pytest.mark.filterwarnings("ignore:::PIL")


def encoded(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_a_picture_is_measured_and_made_small(kind: str) -> None:
    picture = read_picture(encoded(Image.new("RGB", (1200, 600), "teal"), kind))

    assert picture is not None
    assert (picture.width, picture.height) == (1200, 600)
    assert opened(picture.thumbnail).size == (MAX_SIDE, MAX_SIDE // 2)


def test_a_picture_taken_sideways_stands_upright() -> None:
    sideways = Image.new("RGB", (400, 200), "white")
    sideways.paste("red", (0, 0, 100, 200))
    exif = Image.Exif()
    exif[0x0112] = 6

    picture = read_picture(encoded(sideways, "JPEG", exif=exif, quality=95))

    assert picture is not None
    assert (picture.width, picture.height) == (200, 400)
    red, green, _ = opened(picture.thumbnail).convert("RGB").getpixel((100, 20))  # type: ignore[misc]
    assert red > 200 > green


def test_where_it_was_taken_is_forgotten() -> None:
    exif = Image.Exif()
    exif[0x010E] = "canary at 52.2297 N"
    exif.get_ifd(0x8825)[1] = "N"

    picture = read_picture(encoded(Image.new("RGB", (50, 50)), "JPEG", exif=exif))

    assert picture is not None
    assert b"canary" not in picture.thumbnail
    assert dict(opened(picture.thumbnail).getexif()) == {}


def test_transparency_is_kept() -> None:
    picture = read_picture(encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0))))

    assert picture is not None
    assert opened(picture.thumbnail).mode == "RGBA"


def test_a_bomb_is_not_opened() -> None:
    """Ten thousand by ten thousand pixels of nothing fit into a few kilobytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\x00" * 1_000_000)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )

    assert read_picture(bomb) is None


@settings(max_examples=150)
@given(
    st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "TIFF"]), st.binary(max_size=40), st.floats(0, 1)
)
def test_a_broken_picture_is_none_and_never_an_error(kind: str, noise: bytes, at: float) -> None:
    whole = encoded(Image.new("RGB", (40, 40), "teal"), kind)
    place = int(at * len(whole))

    read_picture(whole[:place] + noise + whole[place + len(noise) :])
    read_picture(whole[:place])


@pytest.mark.parametrize("data", [b"", b"text", b"<svg/>", b"%!PS-Adobe-3.0"])
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert read_picture(data) is None
