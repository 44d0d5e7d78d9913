"""What the machine itself gives: the time, and names that nobody else has."""

from datetime import UTC, datetime
from uuid import UUID

import uuid_utils


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        """Return the present instant, in UTC."""
        return datetime.now(UTC)


class SystemIds:
    """New names: UUIDv7, sortable by time."""

    def new(self) -> UUID:
        """Return a name that nobody else has."""
        return UUID(int=uuid_utils.uuid7().int)
