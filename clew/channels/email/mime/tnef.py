"""winmail.dat: what Outlook packs a mail's files into when it takes the reader for Outlook.

Reads attributes by their place, so it is linear and total: of an envelope that is damaged, what
stands before the damage is returned.

Source: [MS-OXTNEF], sections 2.1.3 and 2.1.4; property numbers from [MS-OXPROPS].
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from clew.channels.email.mail import File
from clew.channels.email.mime.charsets import decode
from clew.channels.email.mime.cleaning import clean_text
from clew.channels.email.mime.filenames import safe_name
from clew.channels.email.mime.mapi import read_properties

_SIGNATURE = 0x223E9F78
_ATTACHMENT_BEGINS, _ATTACHMENT_TITLE, _ATTACHMENT_DATA = 0x9002, 0x8010, 0x800F
_ATTACHMENT_PROPERTIES, _MESSAGE_PROPERTIES, _BODY, _CODEPAGE = 0x9005, 0x9003, 0x800C, 0x9007
_LONG_NAME, _MEDIA_TYPE, _CONTENT_ID, _DATA = 0x3707, 0x370E, 0x3712, 0x3701
_PLAIN, _HTML = 0x1000, 0x1013
_MAX_ATTRIBUTES = 20_000
_MAX_FILES = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """What was in the envelope."""

    files: tuple[File, ...]
    text: str
    html: str


@dataclass(slots=True)
class _Attachment:
    title: bytes = b""
    data: bytes = b""
    properties: dict[int, bytes] = field(default_factory=dict)


def is_tnef(content_type: str, filename: str) -> bool:
    """Say whether a part is such an envelope."""
    return content_type in {"application/ms-tnef", "application/vnd.ms-tnef"} or (
        filename.lower() == "winmail.dat"
    )


def open_envelope(data: bytes) -> Opened | None:
    """Return what is in it, or None if it is none."""
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        return None
    attachments: list[_Attachment] = []
    message: dict[int, bytes] = {}
    body, codepage = b"", ""
    for number, value in _attributes(data):
        if number == _ATTACHMENT_BEGINS and len(attachments) < _MAX_FILES:
            attachments.append(_Attachment())
        elif number == _MESSAGE_PROPERTIES:
            message |= read_properties(value)
        elif number == _BODY:
            body = value
        elif number == _CODEPAGE and len(value) >= 4:
            codepage = f"cp{struct.unpack_from('<I', value)[0]}"
        elif attachments:
            _take(attachments[-1], number, value)
    files = tuple(_file(each, codepage) for each in attachments if each.data or each.title)
    text = decode(message.get(_PLAIN, body).rstrip(b"\0"), codepage)
    return Opened(files, clean_text(text), clean_text(decode(message.get(_HTML, b""), codepage)))


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and value of every attribute: level, number, type, length, value, checksum."""
    place = 6
    for _ in range(_MAX_ATTRIBUTES):
        if place + 9 > len(data):
            return
        number, _, length = struct.unpack_from("<HHI", data, place + 1)
        yield number, data[place + 9 : place + 9 + length]
        place += 9 + length + 2


def _take(attachment: _Attachment, number: int, value: bytes) -> None:
    if number == _ATTACHMENT_TITLE:
        attachment.title = value.rstrip(b"\0")
    elif number == _ATTACHMENT_DATA:
        attachment.data = value
    elif number == _ATTACHMENT_PROPERTIES:
        attachment.properties |= read_properties(value)


def _file(attachment: _Attachment, codepage: str) -> File:
    known = attachment.properties
    content_type = known.get(_MEDIA_TYPE, b"").decode("utf-8", "replace").strip("\0 ").lower()
    if "/" not in content_type or not content_type.isascii():
        content_type = "application/octet-stream"
    given = known.get(_LONG_NAME, attachment.title)
    return File(
        filename=safe_name(decode(given.rstrip(b"\0"), codepage), content_type),
        content_type=content_type,
        data=attachment.data or known.get(_DATA, b""),
        content_id=clean_text(decode(known.get(_CONTENT_ID, b"").rstrip(b"\0"))).strip("<> "),
    )
