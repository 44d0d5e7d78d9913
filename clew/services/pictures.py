"""Small copies of pictures, made anew from their pixels.

What is shown in the workspace has been decoded and encoded by us: nothing but pixels survives,
no script behind a picture's back, no place where it was taken. A picture that would need more
memory than `MAX_PIXELS` is not opened at all.
"""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

MAX_PIXELS = 50_000_000
MAX_SIDE = 480
# A picture with more bytes than this is not read into memory.
MAX_BYTES = 40 * 1024 * 1024
# The library remarks on broken metadata and on large sizes; both are ordinary here.
warnings.filterwarnings("ignore", module=r"PIL\.")
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a picture is: its size as it is looked at, and a small copy as WebP."""

    width: int
    height: int
    thumbnail: bytes


def read_picture(data: bytes) -> Picture | None:
    """Return the size and a small copy of a picture, or None if it is none, or a trap.

    Takes milliseconds to a second of one core: call it in a thread.
    """
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            return _copied(image)
    # Broken files make the decoders raise nearly anything, and none of it concerns our state.
    except Exception:
        return None


def without_metadata(data: bytes, media_type: str) -> bytes | None:
    """Return a photograph without place, time and camera, upright; None if it stays as it is.

    Takes up to a second of one core: call it in a thread.
    """
    if media_type != "image/jpeg":
        return None
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            upright = ImageOps.exif_transpose(image).convert("RGB")
            clean = Image.new("RGB", upright.size)
            clean.paste(upright)
            out = io.BytesIO()
            clean.save(out, "JPEG", quality=88)
            return out.getvalue()
    # Broken files make the decoders raise nearly anything, and none of it concerns our state.
    except Exception:
        return None


def _copied(image: Image.Image) -> Picture:
    width, height = image.size
    if image.getexif().get(0x0112, 1) in (5, 6, 7, 8):  # Exif: Orientation, turned by 90 degrees
        width, height = height, width
    image.draft("RGB", (MAX_SIDE, MAX_SIDE))
    upright = ImageOps.exif_transpose(image)
    has_alpha = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    small = upright.convert("RGBA" if has_alpha else "RGB")
    small.thumbnail((MAX_SIDE, MAX_SIDE))
    clean = Image.new(small.mode, small.size)
    clean.paste(small)
    out = io.BytesIO()
    clean.save(out, "WEBP", quality=78, method=2)
    return Picture(width=width, height=height, thumbnail=out.getvalue())
