"""One open transaction, as the modules of queries see it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import WorkspaceId
from clew.ports.bus import Topic
from clew.storage.engine import AnyRow, Engine
from clew.storage.many import Many as Many
from clew.storage.many import Values as Values


@dataclass(slots=True, kw_only=True)
class Unit:
    """A connection within a transaction, and what is to be done and told after the commit."""

    connection: AsyncConnection
    engine: Engine
    hints: dict[tuple[Topic, WorkspaceId | None], None] = field(default_factory=dict)
    afterwards: list[Callable[[], Awaitable[None]]] = field(default_factory=list)

    async def all(self, query: Executable, values: Mapping[str, Any] | None = None) -> list[AnyRow]:
        """Return all rows of a query."""
        found = await self.connection.execute(query, values)
        return list(found.fetchall())

    async def first(
        self, query: Executable, values: Mapping[str, Any] | None = None
    ) -> AnyRow | None:
        """Return the first row of a query, or None."""
        found = await self.connection.execute(query, values)
        return found.first()

    async def run(self, statement: Many, rows: Sequence[Values]) -> None:
        """Execute a statement once for each of `rows`, in one call; for none, not at all."""
        await statement.run(self.connection, self.engine, rows)

    def tell(self, topic: Topic, workspace_id: WorkspaceId | None = None) -> None:
        """Keep a hint for after the commit; the same one twice is one."""
        self.hints[topic, workspace_id] = None
