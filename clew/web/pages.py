"""The built workspace, as files: the page for every address of a screen, its assets for ever.

An asset's name holds a hash of its content, so it may be kept for a year; the page itself is
asked for each time, and answered with 304 while it is the same. Compressed copies are used if
the build left some beside the files.
"""

import asyncio
import hashlib
import mimetypes
import threading
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

ASSETS = "assets"
PAGE = "index.html"
MAX_KEPT_BYTES = 16 * 1024 * 1024
ENCODINGS = ((b"br", ".br"), (b"gzip", ".gz"))
# The tables of some systems lack these, or say something a browser does not take.
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".woff2": "font/woff2",
    ".webmanifest": "application/manifest+json",
    ".ico": "image/x-icon",
    ".ftl": "text/plain; charset=utf-8",
}
IMMUTABLE = b"public, max-age=31536000, immutable"
NOT_BUILT = b"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Clew</title></head>
<body><h1>The workspace is not built yet</h1>
<p>The server runs, but its pages are not there. Run <code>make frontend</code>, then reload.</p>
<p>The <a href="/api/docs">API</a> works without them.</p></body></html>
"""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is sent."""

    body: bytes
    media_type: bytes
    etag: bytes
    encoding: bytes | None
    is_immutable: bool


class Pages:
    """The ASGI application for everything that is neither an API nor a webhook."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[tuple[str, bytes | None, int], File] = {}
        self._keeping = threading.Lock()

    async def __call__(self, scope: Any, _receive: Any, send: Any) -> None:
        """Answer one request."""
        if scope["method"] not in ("GET", "HEAD"):
            await _send(send, 405, b"", [(b"allow", b"GET, HEAD")], is_head=False)
            return
        headers = dict(scope["headers"])
        accepted = headers.get(b"accept-encoding", b"")
        is_head = scope["method"] == "HEAD"
        file = await asyncio.to_thread(self._find, scope["path"], accepted)
        if file is None:
            await _send(send, *_absence(scope["path"]), is_head=is_head)
            return
        sent = [
            (b"content-type", file.media_type),
            (b"etag", file.etag),
            (b"vary", b"accept-encoding"),
            (b"cache-control", IMMUTABLE if file.is_immutable else b"no-cache"),
        ]
        if file.encoding:
            sent.append((b"content-encoding", file.encoding))
        if file.etag in headers.get(b"if-none-match", b"").split(b", "):
            await _send(send, 304, b"", sent, is_head=True)
            return
        await _send(send, 200, file.body, sent, is_head=is_head)

    def _find(self, path: str, accepted: bytes) -> File | None:
        """Return the file for an address: itself, or the page if it is the address of a screen."""
        parts = PurePosixPath(path.lstrip("/")).parts
        # Nothing hidden, nothing above the folder, nothing that is an absolute path to the system.
        if any(part.startswith(".") or "\\" in part or "\x00" in part for part in parts):
            return None
        if parts:
            exact = self._folder.joinpath(*parts)
            if exact.is_file():
                return self._read(exact, accepted)
            if parts[0] == ASSETS:
                return None
        return self._read(self._folder / PAGE, accepted)

    def _read(self, path: Path, accepted: bytes) -> File | None:
        for encoding, ending in ENCODINGS:
            compressed = path.with_name(path.name + ending)
            if encoding in accepted and compressed.is_file():
                return self._load(compressed, path, encoding)
        return self._load(path, path, None) if path.is_file() else None

    def _load(self, source: Path, path: Path, encoding: bytes | None) -> File:
        changed_at = source.stat().st_mtime_ns
        key = (str(path), encoding, changed_at)
        if kept := self._kept.get(key):
            return kept
        body = source.read_bytes()
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
        digest = hashlib.sha256(body).hexdigest()[:24]
        file = File(
            body=body,
            media_type=(kind or "application/octet-stream").encode(),
            etag=f'"{digest}"'.encode(),
            encoding=encoding,
            is_immutable=path.parent.name == ASSETS and "-" in path.stem,
        )
        # A page asks for many files at once, and each is read in a thread of its own.
        with self._keeping:
            if sum(len(one.body) for one in self._kept.values()) + len(body) > MAX_KEPT_BYTES:
                self._kept.clear()
            self._kept[key] = file
        return file


def _absence(path: str) -> tuple[int, bytes, list[tuple[bytes, bytes]]]:
    if path.startswith(f"/{ASSETS}/") or path.rpartition("/")[2].startswith("."):
        return (
            404,
            b"not here\n",
            [(b"content-type", b"text/plain"), (b"cache-control", b"no-store")],
        )
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store")]
    return 503, NOT_BUILT, headers


async def _send(
    send: Any, status: int, body: bytes, headers: list[tuple[bytes, bytes]], *, is_head: bool
) -> None:
    if status != 304:
        headers = [*headers, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if is_head else body})
