"""What administrators changed, kept for a while."""

from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select

from clew.domain.ids import WorkspaceId
from clew.domain.revisions import FieldChange, Revision, RevisionKind
from clew.storage.engine import AnyRow
from clew.storage.schema import revisions
from clew.storage.unit import Unit

_KEPT = revisions.c
_LATEST_FIRST = (_KEPT.at.desc(), _KEPT.id.desc())


class SqlRevisions:
    """The history of each thing, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def add(self, revision: Revision, *, most: int) -> None:
        """Keep a revision, and of its thing the newest `most`."""
        changed = {name: [one.before, one.after] for name, one in revision.changed.items()}
        values: dict[str, Any] = {
            "workspace_id": revision.workspace_id,
            "id": revision.id,
            "kind": revision.kind.value,
            "thing_id": revision.thing_id,
            "at": revision.at,
            "agent_id": revision.agent_id,
            "agent_name": revision.agent_name,
            "is_first": revision.is_first,
            "changed": changed,
        }
        await self._unit.connection.execute(insert(revisions).values(values))
        here = _of(revision.workspace_id, revision.kind, revision.thing_id)
        rows = await self._unit.all(select(_KEPT.id).where(*here).order_by(*_LATEST_FIRST))
        if old := [row.id for row in rows[most:]]:
            await self._unit.connection.execute(
                delete(revisions).where(
                    _KEPT.workspace_id == revision.workspace_id, _KEPT.id.in_(old)
                )
            )

    async def of_thing(
        self, workspace_id: WorkspaceId, kind: RevisionKind, thing_id: UUID
    ) -> list[Revision]:
        """Return what is kept of a thing, the latest first."""
        here = _of(workspace_id, kind, thing_id)
        rows = await self._unit.all(select(revisions).where(*here).order_by(*_LATEST_FIRST))
        return [_revision(row) for row in rows]


def _of(workspace_id: WorkspaceId, kind: RevisionKind, thing_id: UUID) -> tuple[Any, ...]:
    return (
        _KEPT.workspace_id == workspace_id,
        _KEPT.kind == kind.value,
        _KEPT.thing_id == thing_id,
    )


def _revision(row: AnyRow) -> Revision:
    return Revision(
        id=row.id,
        workspace_id=row.workspace_id,
        kind=RevisionKind(row.kind),
        thing_id=row.thing_id,
        at=row.at,
        agent_id=row.agent_id,
        agent_name=row.agent_name,
        is_first=row.is_first,
        changed={name: FieldChange(*both) for name, both in sorted(row.changed.items())},
    )
