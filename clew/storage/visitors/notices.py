"""Answers on their way to somebody who is not here, over a database."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, select, tuple_, update

from clew.domain.ids import MessageId, VisitorId, WorkspaceId
from clew.domain.visitor import Visitor
from clew.ports.store.notices import Notice, NoticeStage, PushKey
from clew.storage.schema import push_keys, push_subscriptions, visitor_notices
from clew.storage.schema.visitors import IS_DUE
from clew.storage.unit import Unit

# A person has a few browsers; more is somebody who fills our tables.
MOST_SUBSCRIPTIONS = 5
_FIELDS = tuple(Notice.__dataclass_fields__)
_NOTICE = tuple(visitor_notices.c[name] for name in _FIELDS)


class SqlNotices:
    """Rows about who has to be reached, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def push_key(self, workspace_id: WorkspaceId) -> PushKey | None:
        """Return the workspace's key pair."""
        row = await self._unit.first(
            select(push_keys.c.public_key, push_keys.c.sealed).where(
                push_keys.c.workspace_id == workspace_id
            )
        )
        return PushKey(public_key=row[0], sealed=row[1]) if row else None

    async def add_push_key(self, workspace_id: WorkspaceId, key: PushKey) -> None:
        """Keep a key pair, unless there is one already."""
        added = self._unit.engine.insert(push_keys).values(
            workspace_id=workspace_id, public_key=key.public_key, sealed=key.sealed
        )
        await self._unit.connection.execute(
            added.on_conflict_do_nothing(index_elements=list(push_keys.primary_key.c))
        )

    async def subscribe(
        self, visitor: Visitor, endpoint_sha256: bytes, sealed: bytes, at: datetime
    ) -> None:
        """Keep where a browser of this visitor takes pushes; of many the newest few."""
        added = self._unit.engine.insert(push_subscriptions).values(
            workspace_id=visitor.workspace_id,
            visitor_id=visitor.id,
            endpoint_sha256=endpoint_sha256,
            sealed=sealed,
            created_at=at,
        )
        await self._unit.connection.execute(
            added.on_conflict_do_update(
                index_elements=list(push_subscriptions.primary_key.c),
                set_={"sealed": added.excluded.sealed, "created_at": added.excluded.created_at},
            )
        )
        table = push_subscriptions.c
        rows = await self._unit.all(
            select(table.endpoint_sha256)
            .where(table.workspace_id == visitor.workspace_id, table.visitor_id == visitor.id)
            .order_by(table.created_at.desc(), table.endpoint_sha256)
            .offset(MOST_SUBSCRIPTIONS)
        )
        for row in rows:
            await self.unsubscribe(visitor.workspace_id, visitor.id, row[0])

    async def subscriptions(
        self, workspace_id: WorkspaceId, visitor_id: VisitorId
    ) -> list[tuple[bytes, bytes]]:
        """Return the subscriptions of a visitor: the hash of each endpoint, and it sealed."""
        table = push_subscriptions.c
        rows = await self._unit.all(
            select(table.endpoint_sha256, table.sealed)
            .where(table.workspace_id == workspace_id, table.visitor_id == visitor_id)
            .order_by(table.created_at)
        )
        return [(bytes(row[0]), bytes(row[1])) for row in rows]

    async def unsubscribe(
        self,
        workspace_id: WorkspaceId,
        visitor_id: VisitorId,
        endpoint_sha256: bytes | None = None,
    ) -> None:
        """Forget one subscription, or all of a visitor."""
        table = push_subscriptions.c
        gone = delete(push_subscriptions).where(
            table.workspace_id == workspace_id, table.visitor_id == visitor_id
        )
        if endpoint_sha256 is not None:
            gone = gone.where(table.endpoint_sha256 == endpoint_sha256)
        await self._unit.connection.execute(gone)

    async def add_notice(self, notice: Notice) -> None:
        """Have somebody look, later, whether an answer was seen; a second time it is the same."""
        added = self._unit.engine.insert(visitor_notices).values(_values(notice))
        await self._unit.connection.execute(
            added.on_conflict_do_nothing(index_elements=list(visitor_notices.primary_key.c))
        )

    async def claim_notices(self, now: datetime, again_at: datetime, limit: int) -> list[Notice]:
        """Take what is due; each may be taken again from `again_at` on."""
        key = (visitor_notices.c.workspace_id, visitor_notices.c.message_id)
        due = (
            select(*key)
            .where(IS_DUE, visitor_notices.c.due_at <= now)
            .order_by(visitor_notices.c.due_at)
            .limit(limit)
        )
        rows = await self._unit.all(self._unit.engine.lock(due, visitor_notices, skip_locked=True))
        if not rows:
            return []
        taken = await self._unit.all(
            update(visitor_notices)
            .where(tuple_(*key).in_([tuple(row) for row in rows]))
            .values(due_at=again_at)
            .returning(*_NOTICE)
        )
        found = [_notice_from(row) for row in taken]
        return sorted(found, key=lambda one: one.message_id)

    async def save_notice(self, notice: Notice) -> None:
        """Replace a notice."""
        await self._unit.connection.execute(
            update(visitor_notices)
            .where(
                visitor_notices.c.workspace_id == notice.workspace_id,
                visitor_notices.c.message_id == notice.message_id,
            )
            .values(_values(notice))
        )

    async def outcomes(
        self, workspace_id: WorkspaceId, visitor_id: VisitorId
    ) -> list[tuple[MessageId, str]]:
        """Return how reaching a visitor about each answer went, the newest answer first."""
        rows = await self._unit.all(
            select(visitor_notices.c.message_id, visitor_notices.c.outcome)
            .where(
                and_(
                    visitor_notices.c.workspace_id == workspace_id,
                    visitor_notices.c.visitor_id == visitor_id,
                )
            )
            .order_by(visitor_notices.c.message_id.desc())
            .limit(100)
        )
        return [(row[0], row[1]) for row in rows]


def _values(notice: Notice) -> dict[str, object]:
    values = {name: getattr(notice, name) for name in _FIELDS}
    return {**values, "stage": notice.stage.value}


def _notice_from(row: Iterable[Any]) -> Notice:
    values = dict(zip(_FIELDS, row, strict=True))
    return Notice(**{**values, "stage": NoticeStage(values["stage"])})
