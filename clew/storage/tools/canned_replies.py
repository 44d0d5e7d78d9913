"""Replies written beforehand."""

from sqlalchemy import select

from clew.domain.ids import WorkspaceId
from clew.domain.tools import CannedReply
from clew.storage.people.workplaces import save
from clew.storage.schema import canned_replies
from clew.storage.unit import Unit


class SqlCannedReplies:
    """Canned replies within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def save(self, reply: CannedReply) -> None:
        """Add or replace one.

        Raises:
            Conflict: Another one has this shortcut.
        """
        values = {
            "workspace_id": reply.workspace_id,
            "id": reply.id,
            "title": reply.title,
            "shortcut": reply.shortcut,
            "shortcut_key": reply.shortcut.casefold(),
            "text": reply.text,
            "language": reply.language,
            "team_id": reply.team_id,
            "is_archived": reply.is_archived,
        }
        await save(self._unit, canned_replies, values)

    async def all(self, workspace_id: WorkspaceId) -> list[CannedReply]:
        """Return all by title, the archived ones too."""
        rows = await self._unit.all(
            select(canned_replies)
            .where(canned_replies.c.workspace_id == workspace_id)
            .order_by(canned_replies.c.title, canned_replies.c.id)
        )
        return [
            CannedReply(
                id=row.id,
                workspace_id=row.workspace_id,
                title=row.title,
                shortcut=row.shortcut,
                text=row.text,
                language=row.language,
                team_id=row.team_id,
                is_archived=row.is_archived,
            )
            for row in rows
        ]
