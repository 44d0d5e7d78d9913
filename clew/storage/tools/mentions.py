"""Notes that name colleagues, and whether those have seen it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import FromClause, and_, func, insert, select, update

from clew.domain.ids import AgentId, CaseId, NoteId, WorkspaceId
from clew.ports.store.tools import MentionView
from clew.ports.store.views import Named
from clew.storage.schema import cases, contacts, mentions, notes
from clew.storage.unit import Many, Unit

MAX_TEXT = 400
_ADD = Many(insert(mentions))


class SqlMentions:
    """Mentions within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def add(
        self,
        workspace_id: WorkspaceId,
        note_id: NoteId,
        agent_ids: Sequence[AgentId],
        at: datetime,
    ) -> None:
        """Keep whom a note names."""
        await self._unit.run(
            _ADD,
            [
                {
                    "workspace_id": workspace_id,
                    "agent_id": agent_id,
                    "note_id": note_id,
                    "at": at,
                    "read_at": None,
                }
                for agent_id in agent_ids
            ],
        )

    async def of_agent(
        self, workspace_id: WorkspaceId, agent_id: AgentId, limit: int
    ) -> list[MentionView]:
        """Return the notes that name an agent, the latest first."""
        rows = await self._unit.all(
            select(
                mentions.c.note_id,
                mentions.c.at,
                mentions.c.read_at,
                notes.c.case_id,
                notes.c.author_name,
                notes.c.seq,
                func.substr(notes.c.text, 1, MAX_TEXT).label("said"),
                cases.c.number,
                contacts.c.id.label("contact_id"),
                contacts.c.name,
            )
            .select_from(_joined())
            .where(mentions.c.workspace_id == workspace_id, mentions.c.agent_id == agent_id)
            .order_by(mentions.c.at.desc(), mentions.c.note_id)
            .limit(limit)
        )
        return [
            MentionView(
                note_id=row.note_id,
                case_id=row.case_id,
                case_number=row.number,
                contact=Named(id=row.contact_id, name=row.name),
                author=row.author_name,
                text=row.said,
                seq=row.seq,
                at=row.at,
                read=row.read_at is not None,
            )
            for row in rows
        ]

    async def mark_read(
        self,
        workspace_id: WorkspaceId,
        agent_id: AgentId,
        at: datetime,
        case_id: CaseId | None = None,
    ) -> bool:
        """Note that an agent has seen them, all or those of one case; say whether any was new."""
        seen = update(mentions).where(
            mentions.c.workspace_id == workspace_id,
            mentions.c.agent_id == agent_id,
            mentions.c.read_at.is_(None),
        )
        if case_id is not None:
            of_case = select(notes.c.id).where(
                notes.c.workspace_id == workspace_id, notes.c.case_id == case_id
            )
            seen = seen.where(mentions.c.note_id.in_(of_case))
        marked = await self._unit.connection.execute(seen.values(read_at=at))
        return marked.rowcount > 0


def _joined() -> FromClause:
    """Return mentions with their notes, cases and contacts."""
    return (
        mentions.join(
            notes,
            and_(
                notes.c.workspace_id == mentions.c.workspace_id,
                notes.c.id == mentions.c.note_id,
            ),
        )
        .join(
            cases,
            and_(cases.c.workspace_id == notes.c.workspace_id, cases.c.id == notes.c.case_id),
        )
        .join(
            contacts,
            and_(
                contacts.c.workspace_id == cases.c.workspace_id,
                contacts.c.id == cases.c.contact_id,
            ),
        )
    )
