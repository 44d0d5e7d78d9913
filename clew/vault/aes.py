"""Secrets sealed by AES-256-GCM.

A sealed secret is `version (1) | key id (8) | nonce (12) | ciphertext and tag`. What was said of
its place is authenticated with it, so a sealed token copied to another inbox's row does not open.
"""

import hashlib
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
KEY_ID_BYTES = 8
NONCE_BYTES = 12
_NONCE_AT = len(VERSION) + KEY_ID_BYTES
_TEXT_AT = _NONCE_AT + NONCE_BYTES


class AesVault:
    """Seals with the first of its keys, opens with any of them."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._current = key_id(keys[0])
        self._ciphers = {key_id(key): AESGCM(key) for key in keys}

    def seal(self, secret: str, place: str) -> bytes:
        """Return `secret` encrypted for `place`."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        head = VERSION + self._current
        text = self._ciphers[self._current].encrypt(nonce, secret.encode(), _about(head, place))
        return head + nonce + text

    def open(self, sealed: bytes, place: str) -> str:
        """Return what was sealed.

        Raises:
            ValueError: The key or the place is not the one it was sealed with.
        """
        head, nonce, text = sealed[:_NONCE_AT], sealed[_NONCE_AT:_TEXT_AT], sealed[_TEXT_AT:]
        cipher = self._ciphers.get(head[len(VERSION) :])
        if head[: len(VERSION)] != VERSION or cipher is None:
            raise ValueError("sealed with a key that is not here")
        try:
            return cipher.decrypt(nonce, text, _about(head, place)).decode()
        except (InvalidTag, ValueError):
            raise ValueError("not sealed for this place, or changed since") from None

    def is_current(self, sealed: bytes) -> bool:
        """Say whether a secret is sealed with the key in use, so that it need not be renewed."""
        return sealed[:_NONCE_AT] == VERSION + self._current


def key_id(key: bytes) -> bytes:
    """Return the name of a key; it tells nothing of it."""
    return hashlib.sha256(b"clew key id" + key).digest()[:KEY_ID_BYTES]


def _about(head: bytes, place: str) -> bytes:
    return head + place.encode()
