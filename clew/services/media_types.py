"""What a file is, by its first bytes; the name that came with it is never believed.

A browser acts on the type that we say. So a few types that it shows without running anything
are told from the rest here by their signatures, and whatever could be run in it (HTML, SVG,
XML) is plain bytes to us.
"""

import contextlib

import puremagic

UNKNOWN = "application/octet-stream"
HEAD_BYTES = 4096

# What may be shown by a browser where it stands; all else is downloaded.
SHOWN_INLINE: frozenset[str] = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
PICTURES: frozenset[str] = SHOWN_INLINE | {"image/bmp", "image/tiff"}
PLAYED: frozenset[str] = frozenset(
    {"audio/mpeg", "audio/ogg", "audio/mp4", "audio/aac", "audio/amr", "audio/wav", "video/mp4",
     "video/webm", "video/3gpp", "video/quicktime"}
)  # fmt: skip

# Types that a browser may run as a page; they are bytes to us, whatever a library says.
ACTIVE: frozenset[str] = frozenset(
    {"text/html", "application/xhtml+xml", "image/svg+xml", "text/xml", "application/xml",
     "application/javascript", "text/javascript", "application/x-shockwave-flash"}
)  # fmt: skip

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"\xff\xf9", "audio/aac"),
    (b"#!AMR", "audio/amr"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_BRANDS: tuple[tuple[bytes, str], ...] = (
    (b"M4A", "audio/mp4"),
    (b"M4B", "audio/mp4"),
    (b"qt", "video/quicktime"),
    (b"3g", "video/3gpp"),
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"mif1", "image/heif"),
    (b"avif", "image/avif"),
)
_OFFICE: tuple[tuple[bytes, str], ...] = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
# Characters that no text holds; tab, line feed, carriage return and escape may be there.
_CONTROLS = bytes({*range(32)} - {9, 10, 11, 12, 13, 27})
_TEXT_ENDINGS: dict[str, str] = {".csv": "text/csv", ".vcf": "text/vcard", ".ics": "text/calendar"}


def media_type_of(head: bytes, name: str = "") -> str:
    """Return the type of a file that begins with `head`.

    The name only chooses between kinds of plain text, which no signature can tell apart.
    """
    for recognise in (_by_start, _by_container, _by_library):
        found = recognise(head)
        if found is not None:
            return UNKNOWN if found in ACTIVE else found
    return _text_or_bytes(head, name)


def _by_start(head: bytes) -> str | None:
    return next((kind for start, kind in _STARTS if head.startswith(start)), None)


def _by_container(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return next((kind for start, kind in _BRANDS if brand.startswith(start)), "video/mp4")
    if head.startswith(b"RIFF"):
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12])
    if head.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _OFFICE if mark in head), "application/zip")
    return None


def _by_library(head: bytes) -> str | None:
    with contextlib.suppress(puremagic.PureError, ValueError, IndexError):
        matches = puremagic.magic_string(head)
        # Below this the library guesses from a byte or two.
        if matches and matches[0].confidence >= 0.8 and matches[0].mime_type:
            return str(matches[0].mime_type)
    return None


def _text_or_bytes(head: bytes, name: str) -> str:
    # The last character may be cut in two.
    decoded = next((n for n in range(4) if _decodes(head[: len(head) - n])), None)
    if not head or decoded is None or not _is_text(head) or _looks_active(head):
        return UNKNOWN
    ending = next((kind for end, kind in _TEXT_ENDINGS.items() if name.lower().endswith(end)), None)
    return ending or "text/plain"


def _is_text(head: bytes) -> bool:
    return head.translate(None, _CONTROLS) == head


def _decodes(chunk: bytes) -> bool:
    try:
        chunk.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _looks_active(head: bytes) -> bool:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith(b"<") or b"<script" in head.lower() or b"<html" in head.lower()
