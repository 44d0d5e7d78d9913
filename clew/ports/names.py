"""What the owners of domains publish under their names."""

from typing import Protocol


class NamesAreAway(Exception):
    """Nobody could tell just now; that says nothing about the name."""


class Names(Protocol):
    """The texts of domain names (DNS records of type TXT)."""

    async def texts(self, name: str) -> tuple[bytes, ...]:
        """Return the texts of a name, each in one piece; none if there is no such name.

        Raises:
            NamesAreAway: The answer is not known.
        """
        ...
