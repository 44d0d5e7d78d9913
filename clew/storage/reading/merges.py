"""Whom a contact was joined with, and whom they were parted from."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from clew.domain.ids import ContactId, WorkspaceId
from clew.ports.store.contact_views import MergeView
from clew.ports.store.views import Named
from clew.storage.engine import padded
from clew.storage.redirects import live_contact, members
from clew.storage.schema import contacts, merges
from clew.storage.schema.recognition import IS_ACTIVE
from clew.storage.unit import Unit

MOST = 200
_kept, _merged = contacts.alias("kept"), contacts.alias("merged")


async def merges_of(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> list[MergeView]:
    """Return who is a part of a contact now, the latest first."""
    everybody = await members(unit, workspace_id, contact_id)
    if len(everybody) == 1:
        return []
    ids = padded(sorted(everybody))
    return await _views(unit, workspace_id, everybody, and_(merges.c.kept_id.in_(ids), IS_ACTIVE))


async def history_of(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> list[MergeView]:
    """Return who is or was a part of a contact, or who they were a part of, the latest first."""
    live = await live_contact(unit, workspace_id, contact_id)
    if live is None:
        return []
    everybody = await members(unit, workspace_id, live)
    ids = padded(sorted(everybody))
    return await _views(
        unit, workspace_id, everybody, or_(merges.c.kept_id.in_(ids), merges.c.merged_id.in_(ids))
    )


async def _views(
    unit: Unit,
    workspace_id: WorkspaceId,
    everybody: frozenset[ContactId],
    which: ColumnElement[bool],
) -> list[MergeView]:
    rows = await unit.all(
        select(merges, _kept.c.name.label("kept_name"), _merged.c.name.label("merged_name"))
        .join(
            _kept,
            and_(_kept.c.workspace_id == merges.c.workspace_id, _kept.c.id == merges.c.kept_id),
        )
        .join(
            _merged,
            and_(
                _merged.c.workspace_id == merges.c.workspace_id, _merged.c.id == merges.c.merged_id
            ),
        )
        .where(merges.c.workspace_id == workspace_id, which)
        .order_by(merges.c.at.desc(), merges.c.id.desc())
        .limit(MOST)
    )
    return [_view(row, everybody) for row in rows]


def _view(row: Any, everybody: frozenset[ContactId]) -> MergeView:
    """Return a merge as one of the two sees it: with the other."""
    is_kept = row.kept_id in everybody
    other = (row.merged_id, row.merged_name) if is_kept else (row.kept_id, row.kept_name)
    return MergeView(
        id=row.id,
        contact=Named(id=other[0], name=other[1]),
        kept_id=row.kept_id,
        at=row.at,
        by=row.by_name or "",
        reason=row.reason,
        rule=row.rule,
        undone_at=row.undone_at,
        undone_by=row.undone_by_name or "",
    )
