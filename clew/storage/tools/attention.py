"""How long agents worked on cases: foci, and what agents set right."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from clew.domain.attention import LONGEST_FOCUS, Focus
from clew.domain.ids import AgentId, CaseId, WorkspaceId
from clew.ports.store.attention import Correction, KeptFocus
from clew.storage.engine import AnyRow
from clew.storage.schema import agents, attention
from clew.storage.schema.attention import HAS_BEATS
from clew.storage.unit import Unit

MILLISECOND = timedelta(milliseconds=1)
CHANGING = ("ended_at", "words", "beats", "has_beats", "report", "seconds")


class SqlAttention:
    """Foci within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def hold(self, workspace_id: WorkspaceId, agent_id: AgentId) -> None:
        """Let nobody else change what is kept of an agent until the end of the transaction."""
        query = select(agents.c.id).where(
            agents.c.workspace_id == workspace_id, agents.c.id == agent_id
        )
        await self._unit.all(self._unit.engine.lock(query))

    async def find(self, workspace_id: WorkspaceId, focus_id: UUID) -> KeptFocus | None:
        """Return a focus."""
        row = await self._unit.first(
            select(attention).where(
                attention.c.workspace_id == workspace_id, attention.c.id == focus_id
            )
        )
        return _kept(row) if row and not row.is_correction else None

    async def between(
        self, workspace_id: WorkspaceId, agent_id: AgentId, since: datetime, until: datetime
    ) -> list[KeptFocus]:
        """Return an agent's foci that touch this time, in order."""
        rows = await self._unit.all(
            select(attention)
            .where(
                attention.c.workspace_id == workspace_id,
                attention.c.agent_id == agent_id,
                attention.c.began_at <= until,
                # As far as a focus reaches: with an end alone the index would be of no use.
                attention.c.began_at >= since - LONGEST_FOCUS,
                attention.c.ended_at >= since,
                attention.c.is_correction.is_(False),
            )
            .order_by(attention.c.began_at, attention.c.id)
        )
        return [_kept(row) for row in rows]

    async def save(self, workspace_id: WorkspaceId, foci: Sequence[KeptFocus]) -> None:
        """Add or replace foci."""
        for one in foci:
            values = _values(one)
            added = self._unit.engine.insert(attention).values(workspace_id=workspace_id, **values)
            await self._unit.connection.execute(
                added.on_conflict_do_update(
                    index_elements=list(attention.primary_key.c),
                    set_={name: added.excluded[name] for name in CHANGING},
                )
            )

    async def correct(self, workspace_id: WorkspaceId, correction: Correction) -> None:
        """Count more or fewer seconds than was measured."""
        await self._unit.connection.execute(
            self._unit.engine.insert(attention).values(
                workspace_id=workspace_id,
                id=correction.id,
                agent_id=correction.agent_id,
                case_id=correction.case_id,
                began_at=correction.at,
                ended_at=correction.at,
                words=0,
                beats=[],
                has_beats=False,
                report=0,
                seconds=correction.seconds,
                is_correction=True,
            )
        )

    async def seconds(self, workspace_id: WorkspaceId, agent_id: AgentId, case_id: CaseId) -> int:
        """Return how long an agent worked on a case."""
        row = await self._unit.first(
            select(func.coalesce(func.sum(attention.c.seconds), 0)).where(
                attention.c.workspace_id == workspace_id,
                attention.c.case_id == case_id,
                attention.c.agent_id == agent_id,
            )
        )
        return int(row[0]) if row else 0

    async def forget_beats(self, until: datetime) -> None:
        """Forget the single beats of what ended before; what counts of it stays."""
        await self._unit.connection.execute(
            update(attention)
            .where(HAS_BEATS, attention.c.ended_at < until)
            .values(beats=[], has_beats=False)
        )


def _kept(row: AnyRow) -> KeptFocus:
    return KeptFocus(
        focus=Focus(
            id=row.id,
            case_id=CaseId(row.case_id),
            began_at=row.began_at,
            ended_at=row.ended_at,
            words=row.words,
            beats=tuple(row.began_at + beat * MILLISECOND for beat in row.beats),
        ),
        agent_id=AgentId(row.agent_id),
        report=row.report,
        seconds=row.seconds,
    )


def _values(kept: KeptFocus) -> dict[str, Any]:
    focus = kept.focus
    return {
        "id": focus.id,
        "agent_id": kept.agent_id,
        "case_id": focus.case_id,
        "began_at": focus.began_at,
        "ended_at": focus.ended_at,
        "words": focus.words,
        "beats": [(beat - focus.began_at) // MILLISECOND for beat in focus.beats],
        "has_beats": bool(focus.beats),
        "report": kept.report,
        "seconds": kept.seconds,
        "is_correction": False,
    }
