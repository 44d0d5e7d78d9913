"""Lists of cases that people come back to."""

from sqlalchemy import delete, func, select

from clew.domain.ids import SavedViewId, WorkspaceId
from clew.domain.tools import SavedView
from clew.storage.people.workplaces import save
from clew.storage.schema import saved_views
from clew.storage.unit import Unit


class SqlSavedViews:
    """Saved views within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def save(self, view: SavedView) -> None:
        """Add or replace a view."""
        values = {
            "workspace_id": view.workspace_id,
            "id": view.id,
            "agent_id": view.agent_id,
            "name": view.name,
            "filters": dict(view.filters),
            "is_shared": view.is_shared,
        }
        await save(self._unit, saved_views, values)

    async def all(self, workspace_id: WorkspaceId) -> list[SavedView]:
        """Return everybody's views by name."""
        rows = await self._unit.all(
            select(saved_views)
            .where(saved_views.c.workspace_id == workspace_id)
            .order_by(func.lower(saved_views.c.name), saved_views.c.id)
        )
        return [
            SavedView(
                id=row.id,
                workspace_id=row.workspace_id,
                agent_id=row.agent_id,
                name=row.name,
                filters=row.filters,
                is_shared=row.is_shared,
            )
            for row in rows
        ]

    async def forget(self, workspace_id: WorkspaceId, view_id: SavedViewId) -> None:
        """Delete a view."""
        await self._unit.connection.execute(
            delete(saved_views).where(
                saved_views.c.workspace_id == workspace_id, saved_views.c.id == view_id
            )
        )
