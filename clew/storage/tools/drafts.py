"""Drafts: words that were never seen where others are written are not replaced by these."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select

from clew.domain.ids import AgentId, CaseId, WorkspaceId
from clew.ports.store.tools import KeptDraft
from clew.storage.engine import AnyRow
from clew.storage.schema import drafts
from clew.storage.unit import Unit


class SqlDrafts:
    """Drafts within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def save(
        self, workspace_id: WorkspaceId, draft: KeptDraft, based_on: datetime | None = None
    ) -> KeptDraft:
        """Keep a draft unless a newer one is here; return the one that is here now."""
        is_seen = (
            drafts.c.written_at <= draft.written_at
            if based_on is None
            else or_(drafts.c.written_at <= based_on, drafts.c.written_at == draft.written_at)
        )
        added = self._unit.engine.insert(drafts).values(
            workspace_id=workspace_id,
            agent_id=draft.agent_id,
            case_id=draft.case_id,
            mode=draft.mode,
            content=draft.content,
            written_at=draft.written_at,
        )
        await self._unit.connection.execute(
            added.on_conflict_do_update(
                index_elements=list(drafts.primary_key.c),
                set_={
                    "content": added.excluded.content,
                    "written_at": added.excluded.written_at,
                },
                where=is_seen,
            )
        )
        stands = await self.get(workspace_id, draft.agent_id, draft.case_id, draft.mode)
        return stands or draft

    async def get(
        self, workspace_id: WorkspaceId, agent_id: AgentId, case_id: CaseId, mode: str
    ) -> KeptDraft | None:
        """Return a draft, or None."""
        row = await self._unit.first(
            select(drafts).where(_is_it(workspace_id, agent_id, case_id, mode))
        )
        return _draft(row) if row else None

    async def forget(
        self,
        workspace_id: WorkspaceId,
        draft: tuple[AgentId, CaseId, str],
        up_to: datetime | None = None,
    ) -> None:
        """Delete a draft, but not what was written after `up_to`."""
        wanted = delete(drafts).where(_is_it(workspace_id, *draft))
        if up_to is not None:
            wanted = wanted.where(drafts.c.written_at <= up_to)
        await self._unit.connection.execute(wanted)

    async def of_agent(self, workspace_id: WorkspaceId, agent_id: AgentId) -> Sequence[KeptDraft]:
        """Return all drafts of an agent, the latest first."""
        rows = await self._unit.all(
            select(drafts)
            .where(drafts.c.workspace_id == workspace_id, drafts.c.agent_id == agent_id)
            .order_by(drafts.c.written_at.desc(), drafts.c.case_id, drafts.c.mode)
        )
        return [_draft(row) for row in rows]


def _is_it(
    workspace_id: WorkspaceId, agent_id: AgentId, case_id: CaseId, mode: str
) -> ColumnElement[bool]:
    return and_(
        drafts.c.workspace_id == workspace_id,
        drafts.c.agent_id == agent_id,
        drafts.c.case_id == case_id,
        drafts.c.mode == mode,
    )


def _draft(row: AnyRow) -> KeptDraft:
    return KeptDraft(
        agent_id=row.agent_id,
        case_id=row.case_id,
        mode=row.mode,
        content=row.content,
        written_at=row.written_at,
    )
