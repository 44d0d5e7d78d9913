"""How far mailboxes were read: one row each, which whoever reads the mailbox holds."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, update

from clew.domain.ids import InboxId, WorkspaceId
from clew.ports.store.mailboxes import ReadingState
from clew.storage.engine import AnyRow
from clew.storage.schema import mailbox_readings
from clew.storage.unit import Unit

_FIELDS = tuple(ReadingState.__dataclass_fields__)
_TABLE = mailbox_readings


class SqlReadings:
    """The readings within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def take(
        self, fresh: ReadingState, holder: UUID, now: datetime, until: datetime
    ) -> ReadingState | None:
        """Begin or go on to read a mailbox; None: somebody else does."""
        values = {name: getattr(fresh, name) for name in _FIELDS}
        added = self._unit.engine.insert(_TABLE).values(values)
        await self._unit.connection.execute(
            added.on_conflict_do_nothing(index_elements=list(_TABLE.primary_key.c))
        )
        row = await self._unit.first(
            update(_TABLE)
            .where(
                _TABLE.c.workspace_id == fresh.workspace_id,
                _TABLE.c.inbox_id == fresh.inbox_id,
                or_(
                    _TABLE.c.holder.is_(None),
                    _TABLE.c.holder == holder,
                    _TABLE.c.held_until < now,
                ),
            )
            .values(holder=holder, held_until=until)
            .returning(*(_TABLE.c[name] for name in _FIELDS))
        )
        return _state(row) if row else None

    async def save(self, state: ReadingState, holder: UUID, until: datetime) -> bool:
        """Keep how far a mailbox was read; False: it is somebody else's by now, nothing is kept."""
        values = {name: getattr(state, name) for name in _FIELDS}
        row = await self._unit.first(
            update(_TABLE)
            .where(
                _TABLE.c.workspace_id == state.workspace_id,
                _TABLE.c.inbox_id == state.inbox_id,
                _TABLE.c.holder == holder,
            )
            .values({**values, "held_until": until})
            .returning(_TABLE.c.inbox_id)
        )
        return row is not None

    async def give_back(self, inbox_id: InboxId, holder: UUID) -> None:
        """Let others read a mailbox."""
        await self._unit.connection.execute(
            update(_TABLE)
            .where(_TABLE.c.inbox_id == inbox_id, _TABLE.c.holder == holder)
            .values(holder=None, held_until=None)
        )

    async def of_workspace(self, workspace_id: WorkspaceId) -> Mapping[InboxId, ReadingState]:
        """Return the states of a workspace's mailboxes."""
        columns = [_TABLE.c[name] for name in _FIELDS]
        rows = await self._unit.all(select(*columns).where(_TABLE.c.workspace_id == workspace_id))
        return {row.inbox_id: _state(row) for row in rows}


def _state(row: AnyRow) -> ReadingState:
    return ReadingState(**{name: getattr(row, name) for name in _FIELDS})
