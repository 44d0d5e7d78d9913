"""Where the key is that seals secrets: in the environment, or in a file that only we may read."""

import base64
import binascii
import os
import secrets
import stat
from pathlib import Path

KEY_BYTES = 32
FILE_NAME = "secret.key"


class KeyIsUnusable(Exception):
    """The key cannot be used; the sentence says what to do and never repeats it."""


def read_keys(folder: Path, given: str = "") -> tuple[bytes, ...]:
    """Return the keys, the one to seal with first; without any, make one in `folder`.

    Several, separated by commas or lines, are there while one replaces another: all of them open.

    Raises:
        KeyIsUnusable: It is no key, or others may read it.
    """
    if given.strip():
        return _parsed(given, "CLEW_SECRET_KEY")
    path = folder / FILE_NAME
    if not path.exists():
        _make(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise KeyIsUnusable(f"others may read {path}; run: chmod 600 {path}")
    return _parsed(path.read_text("ascii", errors="replace"), str(path))


def _parsed(text: str, place: str) -> tuple[bytes, ...]:
    lines = text.replace(",", "\n").split()
    keys = tuple(_key(line, place) for line in lines)
    if not keys:
        raise KeyIsUnusable(f"{place} is empty; it must hold {KEY_BYTES} bytes in base64")
    return keys


def _key(text: str, place: str) -> bytes:
    try:
        key = base64.b64decode(text.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise KeyIsUnusable(f"{place} must hold {KEY_BYTES} bytes in base64")
    return key


def _make(path: Path) -> None:
    """Write a new key; of two processes that start at once, both use the same one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    own = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(base64.b64encode(secrets.token_bytes(KEY_BYTES)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        path.hardlink_to(own)  # unlike a rename, it never replaces what is there
    except FileExistsError:
        pass
    finally:
        own.unlink()
