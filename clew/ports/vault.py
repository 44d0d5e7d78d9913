"""Secrets at rest: sealed with a key that is not in the database."""

from typing import Protocol


class Vault(Protocol):
    """Seal and open. What is sealed is bound to its place and opens nowhere else."""

    def seal(self, secret: str, place: str) -> bytes:
        """Return `secret` encrypted for `place`, such as `inbox/<id>/access_token`."""
        ...

    def open(self, sealed: bytes, place: str) -> str:
        """Return what was sealed.

        Raises:
            ValueError: The key or the place is not the one it was sealed with.
        """
        ...
