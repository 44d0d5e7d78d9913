"""What agents marked for themselves: cases, and messages in them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import FromClause, and_, delete, func, select

from clew.domain.ids import AgentId, CaseId, WorkspaceId
from clew.ports.store.tools import StarView
from clew.ports.store.views import Named
from clew.storage.schema import cases, contacts, log, messages, stars
from clew.storage.unit import Unit

MAX_TEXT = 200


class SqlStars:
    """Stars within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def put(
        self,
        workspace_id: WorkspaceId,
        agent_id: AgentId,
        case_id: CaseId,
        subject_id: UUID,
        at: datetime,
    ) -> bool:
        """Star a case or one of its messages, once; say whether it was not yet."""
        added = self._unit.engine.insert(stars).values(
            workspace_id=workspace_id,
            agent_id=agent_id,
            subject_id=subject_id,
            case_id=case_id,
            at=at,
        )
        put = await self._unit.connection.execute(added.on_conflict_do_nothing())
        return put.rowcount > 0

    async def remove(self, workspace_id: WorkspaceId, agent_id: AgentId, subject_id: UUID) -> bool:
        """Take a star away; say whether there was one."""
        gone = await self._unit.connection.execute(
            delete(stars).where(
                stars.c.workspace_id == workspace_id,
                stars.c.agent_id == agent_id,
                stars.c.subject_id == subject_id,
            )
        )
        return gone.rowcount > 0

    async def of_agent(
        self, workspace_id: WorkspaceId, agent_id: AgentId, limit: int
    ) -> list[StarView]:
        """Return what an agent has starred, the latest first."""
        rows = await self._unit.all(
            select(
                stars,
                cases.c.number,
                cases.c.subject,
                contacts.c.id.label("contact_id"),
                contacts.c.name,
                # What came from an archive stands at its own time.
                func.coalesce(log.c.place, messages.c.seq).label("seq"),
                func.substr(messages.c.text, 1, MAX_TEXT).label("said"),
            )
            .select_from(_joined())
            .where(stars.c.workspace_id == workspace_id, stars.c.agent_id == agent_id)
            .order_by(stars.c.at.desc(), stars.c.subject_id)
            .limit(limit)
        )
        return [
            StarView(
                subject_id=row.subject_id,
                case_id=row.case_id,
                case_number=row.number,
                contact=Named(id=row.contact_id, name=row.name),
                at=row.at,
                seq=row.seq,
                text=row.subject if row.seq is None else row.said or "",
            )
            for row in rows
        ]


def _joined() -> FromClause:
    """Return stars with their cases, contacts and (if they are on one) messages."""
    return (
        stars.join(
            cases,
            and_(cases.c.workspace_id == stars.c.workspace_id, cases.c.id == stars.c.case_id),
        )
        .join(
            contacts,
            and_(
                contacts.c.workspace_id == cases.c.workspace_id,
                contacts.c.id == cases.c.contact_id,
            ),
        )
        .outerjoin(
            messages,
            and_(
                messages.c.workspace_id == stars.c.workspace_id,
                messages.c.id == stars.c.subject_id,
            ),
        )
        .outerjoin(
            log,
            and_(log.c.workspace_id == messages.c.workspace_id, log.c.seq == messages.c.seq),
        )
    )
