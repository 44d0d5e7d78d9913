"""What is kept about contacts beside their words: fields, consents, and who confirmed addresses."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update

from clew.domain.consent import Consent
from clew.domain.contact import Assurance, Identity
from clew.domain.fields import ContactField, FieldKind
from clew.domain.ids import ContactId, ConversationId, IdentityId, WorkspaceId
from clew.domain.merging import Before
from clew.domain.message import Author, AuthorKind
from clew.domain.recognition import COMPARABLE, key_of
from clew.ports.store.contact_views import MergeView, ShowingView
from clew.ports.store.dossiers import Confirmation
from clew.storage.consents import consent_values, consents_of
from clew.storage.contacts import IDENTITY, identity_from
from clew.storage.engine import padded
from clew.storage.reading.claims import claims_of
from clew.storage.reading.merges import history_of
from clew.storage.redirects import live_contact, members
from clew.storage.schema import (
    confirmation_links,
    confirmations,
    consents,
    contacts,
    field_kinds,
    identities,
    log,
    merges,
)
from clew.storage.schema.log import IS_SHOWING, IS_SHOWN
from clew.storage.unit import Unit

MOST_SHOWINGS = 200
NOTHING = Before(name="", joined_name="")


class SqlDossiers:
    """What is kept about contacts, within one transaction."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def set_fields(
        self, workspace_id: WorkspaceId, contact_id: ContactId, fields: Sequence[ContactField]
    ) -> None:
        """Replace a contact's fields."""
        await self._unit.connection.execute(
            update(contacts)
            .where(contacts.c.workspace_id == workspace_id, contacts.c.id == contact_id)
            .values(fields=tuple(fields) or None)
        )

    async def field_kinds(self, workspace_id: WorkspaceId) -> tuple[FieldKind, ...]:
        """Return which fields every contact has, in order."""
        return await kinds_of(self._unit, workspace_id)

    async def set_field_kinds(self, workspace_id: WorkspaceId, kinds: Sequence[FieldKind]) -> None:
        """Replace which fields every contact has."""
        added = self._unit.engine.insert(field_kinds).values(
            workspace_id=workspace_id, kinds=tuple(kinds)
        )
        await self._unit.connection.execute(
            added.on_conflict_do_update(
                index_elements=[field_kinds.c.workspace_id], set_={"kinds": added.excluded.kinds}
            )
        )

    async def consents(self, workspace_id: WorkspaceId, contact_id: ContactId) -> list[Consent]:
        """Return what a contact, and everybody who is a part of them, agreed to."""
        live = await live_contact(self._unit, workspace_id, contact_id)
        if live is None:
            return []
        whose = await members(self._unit, workspace_id, live)
        return await consents_of(self._unit, workspace_id, whose)

    async def add_consent(self, consent: Consent) -> None:
        """Write down what a contact said."""
        await self._unit.connection.execute(insert(consents).values(consent_values(consent)))

    async def merges(self, workspace_id: WorkspaceId, contact_id: ContactId) -> list[MergeView]:
        """Return whom a contact was joined with and parted from, the latest first."""
        return await history_of(self._unit, workspace_id, contact_id)

    async def has_changed_hands(
        self, workspace_id: WorkspaceId, conversation_id: ConversationId, after: int
    ) -> bool:
        """Say whether something became of the contact of a conversation since a number."""
        found = await self._unit.first(
            select(log.c.seq)
            .where(
                log.c.workspace_id == workspace_id,
                log.c.conversation_id == conversation_id,
                log.c.seq > after,
                log.c.contact_id.is_not(None),
                IS_SHOWN,
            )
            .limit(1)
        )
        return found is not None

    async def showings(self, workspace_id: WorkspaceId, contact_id: ContactId) -> list[ShowingView]:
        """Return who saw a contact's sensitive fields, the latest first."""
        live = await live_contact(self._unit, workspace_id, contact_id)
        if live is None:
            return []
        rows = await self._unit.all(
            select(log.c.data, log.c.at, log.c.actor_name)
            .where(
                log.c.workspace_id == workspace_id,
                IS_SHOWING,
                log.c.contact_id.in_(padded(sorted(await members(self._unit, workspace_id, live)))),
            )
            .order_by(log.c.seq.desc())
            .limit(MOST_SHOWINGS)
        )
        return [
            ShowingView(field=row[0]["field"], at=row[1], by=row[2] or "") for row in rows if row[0]
        ]

    async def confirmation(
        self, workspace_id: WorkspaceId, identity_id: IdentityId
    ) -> Confirmation | None:
        """Return who confirmed an address."""
        row = await self._unit.first(
            select(confirmations).where(
                confirmations.c.workspace_id == workspace_id,
                confirmations.c.identity_id == identity_id,
            )
        )
        if row is None:
            return None
        return Confirmation(
            identity_id=row.identity_id,
            was=Assurance(row.was),
            how=row.how,
            at=row.at,
            by=Author(kind=AuthorKind.AGENT, id=row.by_id, name=row.by_name),
        )

    async def confirm(self, workspace_id: WorkspaceId, confirmation: Confirmation) -> None:
        """Write down who confirmed an address, in place of who did before."""
        values = {
            "was": confirmation.was.value,
            "how": confirmation.how,
            "at": confirmation.at,
            "by_id": confirmation.by.id,
            "by_name": confirmation.by.name,
        }
        added = self._unit.engine.insert(confirmations).values(
            workspace_id=workspace_id, identity_id=confirmation.identity_id, **values
        )
        await self._unit.connection.execute(
            added.on_conflict_do_update(
                index_elements=list(confirmations.primary_key.c),
                set_={name: added.excluded[name] for name in values},
            )
        )

    async def unconfirm(self, workspace_id: WorkspaceId, identity_id: IdentityId) -> None:
        """Forget that somebody confirmed an address."""
        await self._unit.connection.execute(
            delete(confirmations).where(
                confirmations.c.workspace_id == workspace_id,
                confirmations.c.identity_id == identity_id,
            )
        )

    async def claims(self, workspace_id: WorkspaceId, known: Sequence[Identity]) -> list[Identity]:
        """Return what is known of the visitors among these, as if it were identities."""
        return await claims_of(self._unit.connection, workspace_id, known)

    async def verified_alike(self, workspace_id: WorkspaceId, identity: Identity) -> list[Identity]:
        """Return the verified addresses of other contacts that read like this one."""
        if identity.kind not in COMPARABLE:
            return []
        key = key_of(identity)
        rows = await self._unit.all(
            select(*IDENTITY).where(
                identities.c.workspace_id == workspace_id,
                identities.c.address.in_(padded([key, f"+{key}"])),
                identities.c.kind == identity.kind,
                identities.c.assurance == Assurance.VERIFIED.value,
                identities.c.contact_id != identity.contact_id,
            )
        )
        return [identity_from(row) for row in rows]

    async def erase(self, workspace_id: WorkspaceId, contact_id: ContactId) -> None:
        """Take out what is kept about a contact and whoever is a part of them."""
        whose = padded(sorted(await members(self._unit, workspace_id, contact_id)))
        here = self._unit.connection
        their_addresses = select(identities.c.id).where(
            identities.c.workspace_id == workspace_id, identities.c.contact_id.in_(whose)
        )
        await here.execute(
            update(contacts)
            .where(contacts.c.workspace_id == workspace_id, contacts.c.id.in_(whose))
            .values(fields=None)
        )
        await here.execute(
            update(contacts)
            .where(
                contacts.c.workspace_id == workspace_id,
                contacts.c.id.in_(whose),
                contacts.c.merged_into_id.is_not(None),
            )
            .values(name="", name_key="")
        )
        await here.execute(
            update(consents)
            .where(consents.c.workspace_id == workspace_id, consents.c.contact_id.in_(whose))
            .values(how="")
        )
        await here.execute(
            update(merges)
            .where(merges.c.workspace_id == workspace_id, merges.c.kept_id.in_(whose))
            .values(reason="", before=NOTHING)
        )
        await here.execute(
            update(confirmations)
            .where(
                confirmations.c.workspace_id == workspace_id,
                confirmations.c.identity_id.in_(their_addresses),
            )
            .values(how="")
        )
        await here.execute(
            delete(confirmation_links).where(
                confirmation_links.c.workspace_id == workspace_id,
                confirmation_links.c.identity_id.in_(their_addresses),
            )
        )


async def kinds_of(unit: Unit, workspace_id: WorkspaceId) -> tuple[FieldKind, ...]:
    """Return which fields every contact has, in order."""
    row = await unit.first(
        select(field_kinds.c.kinds).where(field_kinds.c.workspace_id == workspace_id)
    )
    return row[0] if row else ()
