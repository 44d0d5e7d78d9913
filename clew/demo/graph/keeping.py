"""Where the simulation remembers: a small JSON document and the files, beside Clew's data."""

import hashlib
import re
import secrets
from pathlib import Path

import msgspec

from clew.demo.graph.chats import Line, Media, Memory

FOLDER = "simulation"
_MEDIA_ID = re.compile(r"[0-9]{6,40}")


class Keeping:
    """The folder of the simulation."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._media = folder / "media"
        self._media.mkdir(parents=True, exist_ok=True)
        self._document = folder / "simulation.json"

    def load(self) -> Memory:
        """Return what is remembered, or a new beginning with secrets of its own."""
        if self._document.exists():
            return msgspec.json.decode(self._document.read_bytes(), type=Memory)
        return Memory(line=new_line())

    def save(self, memory: Memory) -> None:
        """Remember; a stop in between leaves the former document."""
        fresh = self._document.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(memory))
        fresh.replace(self._document)

    def add_media(self, content: bytes, media_type: str, name: str) -> Media:
        """Keep a file; return how the provider knows it."""
        media = Media(
            id=str(10**15 + secrets.randbelow(9 * 10**15)),
            media_type=media_type,
            name=name,
            sha256=hashlib.sha256(content).hexdigest(),
            byte_count=len(content),
        )
        (self._media / media.id).write_bytes(content)
        (self._media / f"{media.id}.json").write_bytes(msgspec.json.encode(media))
        return media

    def find_media(self, media_id: str) -> Media | None:
        """Return what is known of a file."""
        about = self._media / f"{media_id}.json"
        if not _MEDIA_ID.fullmatch(media_id) or not about.exists():
            return None
        return msgspec.json.decode(about.read_bytes(), type=Media)

    def read_media(self, media: Media) -> bytes:
        """Return the bytes of a file."""
        return (self._media / media.id).read_bytes()


def new_line() -> Line:
    """Return a number of the shop with fresh secrets."""
    return Line(
        access_token=f"EAAsimulated{secrets.token_hex(16)}",
        app_secret=secrets.token_hex(16),
        verify_token=secrets.token_urlsafe(16),
    )
