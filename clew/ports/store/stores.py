"""A database as services see it: transactions, snapshots, and events that wait to be read."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from clew.ports.store.intake import Intake, IntakeEvent
from clew.ports.store.reading import Reader
from clew.ports.store.transaction import Transaction


class Claim(Protocol):
    """Pending events that are being read, before anything is written of them."""

    @property
    def events(self) -> Sequence[IntakeEvent]:
        """Return them."""
        ...

    def write(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin the transaction of their effects; once.

        Raises:
            StoreIsUnavailable: It could not be begun or committed.
            Conflict: Somebody else has taken one of them in meanwhile.
        """
        ...


class Store(Protocol):
    """The truth."""

    intake: Intake

    def write(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin a transaction; commit at the end of the context, roll back on an error.

        Raises:
            StoreIsUnavailable: It could not be begun or committed.
        """
        ...

    def claim(self, limit: int) -> AbstractAsyncContextManager[Claim]:
        """Look at pending events, the oldest first; whoever reads them keeps nobody from writing.

        Where it can be done, others leave them alone until the context ends.
        """
        ...

    def read(self) -> AbstractAsyncContextManager[Reader]:
        """Begin a consistent read."""
        ...

    async def is_ready(self) -> bool:
        """Say whether the database answers and has the newest schema."""
        ...

    async def audit(self, now: datetime) -> Mapping[str, int]:
        """Return, per invariant, how many rows violate it, by SQL of its own."""
        ...

    async def index(self, limit: int) -> int:
        """Index at most `limit` further log entries for search; return how many."""
        ...

    async def close(self) -> None:
        """Let go of everything."""
        ...
