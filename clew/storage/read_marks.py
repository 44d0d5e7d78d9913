"""Read marks that wait for their provider, over a database."""

from datetime import datetime

from sqlalchemy import and_, bindparam, literal, or_, select, tuple_, update

from clew.domain.message import Direction
from clew.ports.store.kinds import MESSAGE
from clew.ports.store.read_marks import Read, ReadMark
from clew.storage.schema import log, messages, read_marks
from clew.storage.schema.log import IS_SHOWN
from clew.storage.schema.messages import HAS_PROVIDER_ID, IS_DUE
from clew.storage.unit import Unit

_FIELDS = tuple(ReadMark.__dataclass_fields__)
_KEY = tuple(read_marks.primary_key.c)


class SqlReadMarks:
    """Marks that wait, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def note(self, read: Read) -> None:
        """Have the newest message in `read` shown as read, unless it was or there is none."""
        if not read.inbox_ids:
            return
        reply = select(messages.c.seq).where(
            messages.c.workspace_id == read.workspace_id, messages.c.id == bindparam("reply")
        )
        up_to = read.up_to if isinstance(read.up_to, int) else reply.scalar_subquery()
        newest = (
            select(
                messages.c.workspace_id,
                messages.c.inbox_id,
                messages.c.identity_id,
                messages.c.provider_id,
                literal(read.at, read_marks.c.due_at.type),
                literal(read.is_typing),
            )
            .select_from(
                log.join(
                    messages,
                    and_(
                        messages.c.workspace_id == log.c.workspace_id,
                        messages.c.id == log.c.message_id,
                    ),
                )
            )
            .where(
                log.c.workspace_id == read.workspace_id,
                log.c.conversation_id == read.conversation_id,
                IS_SHOWN,
                log.c.kind == MESSAGE,
                log.c.seq <= up_to,
                messages.c.direction == Direction.IN.value,
                messages.c.inbox_id.in_(read.inbox_ids),
                messages.c.identity_id.is_not(None),
                HAS_PROVIDER_ID,
            )
            .order_by(log.c.seq.desc())
            .limit(1)
        )
        added = self._unit.engine.insert(read_marks).from_select(_FIELDS, newest)
        new = added.excluded
        await self._unit.connection.execute(
            added.on_conflict_do_update(
                index_elements=list(_KEY),
                set_={name: new[name] for name in ("provider_id", "due_at", "is_typing")},
                where=or_(read_marks.c.provider_id != new.provider_id, new.is_typing),
            ),
            {} if isinstance(read.up_to, int) else {"reply": read.up_to},
        )

    async def claim(self, now: datetime, limit: int) -> list[ReadMark]:
        """Take what is due, for good: a mark that is lost harms nobody."""
        due = (
            select(*(read_marks.c[name] for name in _FIELDS))
            .where(IS_DUE, read_marks.c.due_at <= now)
            .order_by(read_marks.c.due_at)
            .limit(limit)
        )
        rows = await self._unit.all(self._unit.engine.lock(due, read_marks, skip_locked=True))
        if not rows:
            return []
        taken = [tuple(row[:3]) for row in rows]
        await self._unit.connection.execute(
            update(read_marks).where(tuple_(*_KEY).in_(taken)).values(due_at=None)
        )
        return [ReadMark(**dict(zip(_FIELDS, row, strict=True))) for row in rows]

    async def postpone(self, mark: ReadMark, until: datetime) -> None:
        """Put a mark back, unless there is a newer one."""
        await self._unit.connection.execute(
            update(read_marks)
            .where(
                read_marks.c.workspace_id == mark.workspace_id,
                read_marks.c.inbox_id == mark.inbox_id,
                read_marks.c.identity_id == mark.identity_id,
                read_marks.c.provider_id == mark.provider_id,
                read_marks.c.due_at.is_(None),
            )
            .values(due_at=until)
        )
