"""Names of files that may be written to any disk and shown to anybody."""

import re

from clew.channels.email.mime.cleaning import clean_name
from clew.channels.email.mime.limits import MAX_FILENAME

_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.I)
_EXTENSION = {
    "text/plain": "txt", "text/html": "html", "text/calendar": "ics", "text/csv": "csv",
    "text/vcard": "vcf", "text/x-vcard": "vcf", "text/rfc822-headers": "txt",
    "message/rfc822": "eml", "message/global": "eml", "message/delivery-status": "txt",
    "image/jpeg": "jpg", "image/pjpeg": "jpg", "image/png": "png", "image/gif": "gif",
    "image/webp": "webp", "image/heic": "heic", "image/tiff": "tiff", "image/bmp": "bmp",
    "image/svg+xml": "svg", "application/pdf": "pdf", "application/zip": "zip",
    "application/ics": "ics", "application/ms-tnef": "dat", "application/pgp-signature": "asc",
    "application/pgp-encrypted": "asc", "application/pkcs7-mime": "p7m",
    "application/x-pkcs7-mime": "p7m", "application/pkcs7-signature": "p7s",
    "application/x-pkcs7-signature": "p7s", "audio/mpeg": "mp3", "audio/ogg": "ogg",
    "video/mp4": "mp4",
}  # fmt: skip


def safe_name(given: str, content_type: str) -> str:
    """Return a file name without folders, control characters and names that Windows reserves.

    An empty name is made up from the type: "image.png", "attachment.bin".
    """
    name = clean_name(given).replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = _FORBIDDEN.sub("_", name).strip(". ")
    if not name:
        return default_name(content_type)
    if _RESERVED.match(name):
        name = f"_{name}"
    return _shortened(name)


def default_name(content_type: str) -> str:
    """Return a name for a file that has none."""
    family = content_type.partition("/")[0]
    stem = family if family in {"image", "audio", "video", "message"} else "attachment"
    return f"{stem}.{_EXTENSION.get(content_type, 'bin')}"


def _shortened(name: str) -> str:
    """Return the name within the limit of file systems, in bytes, with its ending."""
    if len(name.encode()) <= MAX_FILENAME:
        return name
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > 12:
        stem, dot, ending = name, "", ""
    room = MAX_FILENAME - len((dot + ending).encode())
    return stem.encode()[:room].decode("utf-8", "ignore").strip(". ") + dot + ending
