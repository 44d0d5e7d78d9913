"""Tags, and which cases have them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import CaseId, TagId, WorkspaceId
from clew.domain.tools import Tag, TagColor
from clew.ports.store.changes import Changes
from clew.storage.engine import padded
from clew.storage.people.workplaces import save
from clew.storage.schema import case_tags, tags
from clew.storage.unit import Many, Unit

_CLEAR = Many(
    delete(case_tags).where(
        case_tags.c.workspace_id == bindparam("here"), case_tags.c.case_id == bindparam("which")
    )
)
_GIVE = Many(insert(case_tags))


class SqlTags:
    """Tags within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def save(self, tag: Tag) -> None:
        """Add or replace a tag.

        Raises:
            Conflict: Another one has this name.
        """
        values: dict[str, Any] = {
            "workspace_id": tag.workspace_id,
            "id": tag.id,
            "name": tag.name,
            "name_key": tag.name.casefold(),
            "color": tag.color.value,
            "is_archived": tag.is_archived,
        }
        await save(self._unit, tags, values)

    async def all(self, workspace_id: WorkspaceId) -> list[Tag]:
        """Return all tags by name, the archived ones too."""
        rows = await self._unit.all(
            select(tags).where(tags.c.workspace_id == workspace_id).order_by(tags.c.name_key)
        )
        return [
            Tag(
                id=row.id,
                workspace_id=row.workspace_id,
                name=row.name,
                color=TagColor(row.color),
                is_archived=row.is_archived,
            )
            for row in rows
        ]

    async def of_case(self, workspace_id: WorkspaceId, case_id: CaseId) -> list[TagId]:
        """Return the tags of a case."""
        found = await tags_of(self._unit.connection, workspace_id, [case_id])
        return [TagId(one) for one in found.get(case_id, [])]


async def tags_of(
    connection: AsyncConnection, workspace_id: WorkspaceId, case_ids: Sequence[UUID]
) -> Mapping[UUID, list[UUID]]:
    """Return the tags of each of some cases, by one query; those without are left out."""
    found: dict[UUID, list[UUID]] = {}
    if not case_ids:
        return found
    wanted = (
        select(case_tags.c.case_id, case_tags.c.tag_id)
        .where(case_tags.c.workspace_id == workspace_id, case_tags.c.case_id.in_(padded(case_ids)))
        .order_by(case_tags.c.tag_id)
    )
    for case_id, tag_id in await connection.execute(wanted):
        found.setdefault(case_id, []).append(tag_id)
    return found


async def write_tags(unit: Unit, changes: Changes) -> None:
    """Give the cases of a batch the tags that they shall have, and no others."""
    here = {"here": changes.workspace_id}
    await unit.run(_CLEAR, [{**here, "which": case_id} for case_id in changes.tagged])
    await unit.run(
        _GIVE,
        [
            {"workspace_id": changes.workspace_id, "case_id": case_id, "tag_id": tag_id}
            for case_id, wanted in changes.tagged.items()
            for tag_id in wanted
        ],
    )
