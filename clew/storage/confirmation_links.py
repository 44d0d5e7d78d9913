"""One-time links by which contacts confirm their own addresses, kept by their hashes."""

from datetime import datetime

from sqlalchemy import and_, delete, insert, select, update

from clew.domain.contact import Identity
from clew.ports.store.confirmation_links import ConfirmationLink
from clew.storage.contacts import IDENTITY, identity_from
from clew.storage.schema import confirmation_links, identities, workspaces
from clew.storage.unit import Unit

_LINK = confirmation_links.c


class SqlConfirmationLinks:
    """The links, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def add(
        self, identity: Identity, token_sha256: bytes, *, asked_by: str, expires_at: datetime
    ) -> None:
        """Keep a link by the hash of what it says."""
        values = {
            "token_sha256": token_sha256,
            "workspace_id": identity.workspace_id,
            "identity_id": identity.id,
            "asked_by": asked_by,
            "expires_at": expires_at,
        }
        await self._unit.connection.execute(insert(confirmation_links).values(values))

    async def find(self, token_sha256: bytes) -> ConfirmationLink | None:
        """Return a link, whether it is still good or not."""
        row = await self._unit.first(
            select(
                *IDENTITY,
                workspaces.c.name.label("workspace_name"),
                _LINK.asked_by,
                _LINK.expires_at,
                _LINK.used_at,
            )
            .join_from(
                confirmation_links,
                identities,
                and_(
                    identities.c.workspace_id == _LINK.workspace_id,
                    identities.c.id == _LINK.identity_id,
                ),
            )
            .join(workspaces, workspaces.c.id == _LINK.workspace_id)
            .where(_LINK.token_sha256 == token_sha256)
        )
        if row is None:
            return None
        return ConfirmationLink(
            identity=identity_from(row),
            workspace=row.workspace_name,
            asked_by=row.asked_by,
            expires_at=row.expires_at,
            used_at=row.used_at,
        )

    async def use(self, link: ConfirmationLink, token_sha256: bytes, now: datetime) -> bool:
        """Use a link up, and void all others of its address; say whether it was unused."""
        used = await self._unit.connection.execute(
            update(confirmation_links)
            .where(_LINK.token_sha256 == token_sha256, _LINK.used_at.is_(None))
            .values(used_at=now)
        )
        if not used.rowcount:
            return False
        await self._unit.connection.execute(
            delete(confirmation_links).where(
                _LINK.workspace_id == link.identity.workspace_id,
                _LINK.identity_id == link.identity.id,
                _LINK.token_sha256 != token_sha256,
            )
        )
        return True

    async def forget_old(self, now: datetime) -> None:
        """Delete those that were not used in time."""
        await self._unit.connection.execute(
            delete(confirmation_links).where(_LINK.expires_at <= now, _LINK.used_at.is_(None))
        )
