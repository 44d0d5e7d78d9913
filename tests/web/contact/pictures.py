"""Pictures for uploads."""

from __future__ import annotations

import io

from PIL import Image

GPS, ORIENTATION = 0x8825, 0x0112


def jpeg(width: int, height: int, *, has_place: bool = False, orientation: int = 1) -> bytes:
    """Return a photograph; with a place it says where it was taken."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    exif = image.getexif()
    exif[ORIENTATION] = orientation
    if has_place:
        exif[0x010E] = "CANARY-PLACE"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()
