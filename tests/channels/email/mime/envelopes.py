"""winmail.dat as Outlook packs it, for tests."""

from __future__ import annotations

import struct

LONG_NAME, MEDIA_TYPE, PLAIN, HTML = 0x3707, 0x370E, 0x1000, 0x1013


def properties(*values: tuple[int, int, bytes]) -> bytes:
    """Return properties of a type, a number and bytes of any length."""
    packed = [
        struct.pack("<HHII", kind, number, 1, len(value)) + value + b"\0" * (-len(value) % 4)
        for kind, number, value in values
    ]
    return struct.pack("<I", len(packed)) + b"".join(packed)


def attribute(level: int, number: int, value: bytes) -> bytes:
    return struct.pack("<BHHI", level, number, 6, len(value)) + value + b"\0\0"


def envelope(*attributes: bytes) -> bytes:
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(attributes)


def offer() -> bytes:
    """Return an envelope with a text and one file."""
    return envelope(
        attribute(1, 0x9007, struct.pack("<II", 1250, 0)),
        attribute(1, 0x9003, properties((0x1E, PLAIN, "Zażółć\0".encode("cp1250")))),
        attribute(2, 0x9002, b"\0" * 14),
        attribute(2, 0x8010, b"OFFER~1.PDF\0"),
        attribute(2, 0x800F, b"%PDF"),
        attribute(
            2,
            0x9005,
            properties(
                (0x1F, LONG_NAME, "Łódź.pdf\0".encode("utf-16-le")),
                (0x1E, MEDIA_TYPE, b"application/pdf\0"),
            ),
        ),
    )
