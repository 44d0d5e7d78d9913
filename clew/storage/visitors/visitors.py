"""Visitors and what proves who they are, over a database."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, insert, select, update

from clew.domain.ids import InboxId, VisitorId, WorkspaceId
from clew.domain.visitor import Code, Visitor
from clew.ports.channel import CHAT
from clew.ports.store.sights import Sight
from clew.ports.store.visitors import Erased, Whereabouts
from clew.storage.engine import AnyRow, padded
from clew.storage.schema import (
    conversations,
    identities,
    push_subscriptions,
    used_tokens,
    visitor_codes,
    visitor_links,
    visitor_notices,
    visitor_sessions,
    visitor_uploads,
    visitors,
)
from clew.storage.unit import Unit
from clew.storage.visitors import erasing

_FIELDS = tuple(Visitor.__dataclass_fields__)
# A link that was used or has expired can be asked to be sent anew that long.
LINKS_REMEMBERED = timedelta(days=30)
VISITOR = tuple(visitors.c[name] for name in _FIELDS)


def visitor_from(row: Any) -> Visitor:
    """Return the visitor of a row that begins with `VISITOR`."""
    return Visitor(**dict(zip(_FIELDS, row, strict=False)))


class SqlVisitors:
    """Rows about visitors within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def save(self, visitor: Visitor) -> None:
        """Add or replace a visitor.

        Raises:
            Conflict: The inbox has another visitor with this subject.
        """
        values = {name: getattr(visitor, name) for name in _FIELDS}
        added = self._unit.engine.insert(visitors)
        kept = ("id", "workspace_id", "inbox_id", "created_at")
        changed = {name: added.excluded[name] for name in _FIELDS if name not in kept}
        await self._unit.connection.execute(
            added.values(values).on_conflict_do_update(
                index_elements=list(visitors.primary_key.c), set_=changed
            )
        )

    async def visitor(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> Visitor | None:
        """Return a visitor."""
        row = await self._unit.first(
            select(*VISITOR).where(
                visitors.c.workspace_id == workspace_id, visitors.c.id == visitor_id
            )
        )
        return visitor_from(row) if row else None

    async def by_subject(
        self, workspace_id: WorkspaceId, inbox_id: InboxId, subject: str
    ) -> Visitor | None:
        """Return the visitor whom the host site calls so."""
        row = await self._unit.first(
            select(*VISITOR).where(
                visitors.c.workspace_id == workspace_id,
                visitors.c.inbox_id == inbox_id,
                visitors.c.subject == subject,
            )
        )
        return visitor_from(row) if row else None

    async def whereabouts(
        self, workspace_id: WorkspaceId, visitor_ids: Collection[VisitorId]
    ) -> Mapping[VisitorId, Whereabouts]:
        """Return which contact each is; who has not written is none."""
        if not visitor_ids:
            return {}
        by_address = {str(one): one for one in visitor_ids}
        rows = await self._unit.all(
            select(
                identities.c.address, identities.c.id, identities.c.contact_id, conversations.c.id
            )
            .join(
                conversations,
                and_(
                    conversations.c.workspace_id == identities.c.workspace_id,
                    conversations.c.contact_id == identities.c.contact_id,
                ),
            )
            .where(
                identities.c.workspace_id == workspace_id,
                identities.c.scope == CHAT,
                identities.c.address.in_(padded(by_address)),
            )
        )
        return {
            by_address[row[0]]: Whereabouts(
                identity_id=row[1], contact_id=row[2], conversation_id=row[3]
            )
            for row in rows
        }

    async def visitor_of(self, workspace_id: WorkspaceId, address: str) -> Visitor | None:
        """Return the visitor of an address of the web chat channel."""
        try:
            return await self.visitor(workspace_id, VisitorId(UUID(address)))
        except ValueError:
            return None

    async def erase(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> None:
        """Delete a visitor with sessions, codes, links and subscriptions."""
        tables = (
            visitor_sessions,
            visitor_codes,
            visitor_links,
            visitor_uploads,
            push_subscriptions,
            visitor_notices,
        )
        for table in tables:
            await self._unit.connection.execute(
                delete(table).where(
                    table.c.workspace_id == workspace_id, table.c.visitor_id == visitor_id
                )
            )
        await self._unit.connection.execute(
            delete(visitors).where(
                visitors.c.workspace_id == workspace_id, visitors.c.id == visitor_id
            )
        )

    async def erase_words(self, sight: Sight) -> Erased:
        """Take out what was said within a sight, but for the texts of messages."""
        return await erasing.erase_words(self._unit, sight)

    # --- sessions and proofs
    async def add_session(
        self, visitor: Visitor, token_sha256: bytes, expires_at: datetime
    ) -> None:
        """Remember a session by the hash of its token."""
        await self._unit.connection.execute(
            insert(visitor_sessions).values(
                token_sha256=token_sha256,
                workspace_id=visitor.workspace_id,
                visitor_id=visitor.id,
                expires_at=expires_at,
            )
        )

    async def session(self, token_sha256: bytes, now: datetime) -> tuple[Visitor, datetime] | None:
        """Return whose session it is and until when, unless it expired."""
        row = await self._unit.first(
            select(*VISITOR, visitor_sessions.c.expires_at)
            .join(
                visitor_sessions,
                and_(
                    visitor_sessions.c.workspace_id == visitors.c.workspace_id,
                    visitor_sessions.c.visitor_id == visitors.c.id,
                ),
            )
            .where(
                visitor_sessions.c.token_sha256 == token_sha256,
                visitor_sessions.c.expires_at > now,
            )
        )
        return (visitor_from(row), row[len(VISITOR)]) if row else None

    async def prolong_session(self, token_sha256: bytes, expires_at: datetime) -> None:
        """Let a session last until then."""
        await self._unit.connection.execute(
            update(visitor_sessions)
            .where(visitor_sessions.c.token_sha256 == token_sha256)
            .values(expires_at=expires_at)
        )

    async def end_session(self, token_sha256: bytes) -> None:
        """Forget a session."""
        await self._unit.connection.execute(
            delete(visitor_sessions).where(visitor_sessions.c.token_sha256 == token_sha256)
        )

    async def save_code(self, visitor: Visitor, code: Code) -> None:
        """Keep the one code of a visitor, in place of an earlier one."""
        await self.forget_code(visitor.workspace_id, visitor.id)
        await self._unit.connection.execute(
            insert(visitor_codes).values(
                workspace_id=visitor.workspace_id,
                visitor_id=visitor.id,
                email=code.email,
                code_sha256=code.sha256,
                expires_at=code.expires_at,
                tries=code.tries,
            )
        )

    async def try_code(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> Code | None:
        """Count a try and return the code as it was before it; the row is locked."""
        row = await self._unit.first(
            update(visitor_codes)
            .where(
                visitor_codes.c.workspace_id == workspace_id,
                visitor_codes.c.visitor_id == visitor_id,
            )
            .values(tries=visitor_codes.c.tries + 1)
            .returning(
                visitor_codes.c.email,
                visitor_codes.c.code_sha256,
                visitor_codes.c.expires_at,
                visitor_codes.c.tries,
            )
        )
        if row is None:
            return None
        return Code(email=row[0], sha256=row[1], expires_at=row[2], tries=row[3] - 1)

    async def forget_code(self, workspace_id: WorkspaceId, visitor_id: VisitorId) -> None:
        """Forget a visitor's code."""
        await self._unit.connection.execute(
            delete(visitor_codes).where(
                visitor_codes.c.workspace_id == workspace_id,
                visitor_codes.c.visitor_id == visitor_id,
            )
        )

    async def add_link(
        self, visitor: Visitor, token_sha256: bytes, email: str, expires_at: datetime
    ) -> None:
        """Remember a one-time link by the hash of its token."""
        await self._unit.connection.execute(
            insert(visitor_links).values(
                token_sha256=token_sha256,
                workspace_id=visitor.workspace_id,
                visitor_id=visitor.id,
                email=email,
                expires_at=expires_at,
            )
        )

    async def use_link(
        self, token_sha256: bytes, inbox_id: InboxId, now: datetime
    ) -> tuple[Visitor, str] | None:
        """Use a link up; return whose it was and to which address it went."""
        row = await self._unit.first(
            update(visitor_links)
            .where(visitor_links.c.token_sha256 == token_sha256, visitor_links.c.expires_at > now)
            .values(expires_at=now)
            .returning(
                visitor_links.c.workspace_id, visitor_links.c.visitor_id, visitor_links.c.email
            )
        )
        return await self._owner(row, inbox_id)

    async def link(self, token_sha256: bytes, inbox_id: InboxId) -> tuple[Visitor, str] | None:
        """Return whose a link is or was, used or not, and to which address it went."""
        wanted = select(
            visitor_links.c.workspace_id, visitor_links.c.visitor_id, visitor_links.c.email
        ).where(visitor_links.c.token_sha256 == token_sha256)
        return await self._owner(await self._unit.first(wanted), inbox_id)

    async def _owner(self, row: AnyRow | None, inbox_id: InboxId) -> tuple[Visitor, str] | None:
        found = await self.visitor(row[0], row[1]) if row else None
        return (found, row[2]) if row and found and found.inbox_id == inbox_id else None

    async def use_token(
        self,
        workspace_id: WorkspaceId,
        inbox_id: InboxId,
        token_sha256: bytes,
        expires_at: datetime,
    ) -> bool:
        """Note that a signed token was used; False if it had been before."""
        added = self._unit.engine.insert(used_tokens).values(
            workspace_id=workspace_id,
            inbox_id=inbox_id,
            token_sha256=token_sha256,
            expires_at=expires_at,
        )
        once = added.on_conflict_do_nothing(index_elements=list(used_tokens.primary_key.c))
        return await self._unit.first(once.returning(used_tokens.c.inbox_id)) is not None

    async def forget_old(self, now: datetime) -> None:
        """Delete sessions, codes and used tokens that expired, and links a while later."""
        for table in (visitor_sessions, visitor_codes, used_tokens):
            await self._unit.connection.execute(delete(table).where(table.c.expires_at <= now))
        old = visitor_links.c.expires_at <= now - LINKS_REMEMBERED
        await self._unit.connection.execute(delete(visitor_links).where(old))
