"""A small workspace to read from: two agents, a team, an inbox; and readers of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from clew.domain.ids import AgentId, TeamId, WorkspaceId
from clew.language.analyser import analyse
from clew.ports.store.people import People
from clew.ports.store.reading import CaseQuery, Place
from clew.storage.engine import Engine
from clew.storage.reading.reader import StoredReader
from clew.storage.unit import Unit
from tests.storage.rows import Rows


@asynccontextmanager
async def reading(engine: Engine) -> AsyncIterator[StoredReader]:
    """Begin a consistent read."""
    async with engine.reading() as connection:
        unit = Unit(connection=connection, engine=engine)
        yield StoredReader(unit, cast(People, None), analyse)


@dataclass(slots=True)
class Desk:
    """What most tests begin with."""

    rows: Rows
    workspace_id: WorkspaceId
    team_id: TeamId
    anna: AgentId
    ben: AgentId
    inbox_id: UUID

    def query(self, place: Place, **values: Any) -> CaseQuery:
        """Return Anna's question for a place."""
        asked = {"agent_id": self.anna, "team_ids": (self.team_id,), **values}
        return CaseQuery(workspace_id=self.workspace_id, place=place, **asked)


def a_desk(number: int = 0) -> Desk:
    """Return a workspace with its people; other numbers are other workspaces."""
    rows = Rows(number=number)
    workspace_id = rows.workspace()
    team_id = rows.team()
    return Desk(
        rows=rows,
        workspace_id=workspace_id,
        team_id=team_id,
        anna=rows.agent("Anna", team_id),
        ben=rows.agent("Ben", team_id),
        inbox_id=rows.inbox(team_id),
    )
