"""A contact's addresses, fields and merges, as the contact page shows them."""

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.engine import Row

from clew.domain.contact import Identity
from clew.domain.fields import ContactField, is_covered
from clew.domain.ids import ContactId, WorkspaceId
from clew.domain.recognition import Confidence, confidence_in
from clew.ports.store.contact_views import FieldView, IdentityView, MergeView
from clew.ports.store.views import Named
from clew.storage.contacts import IDENTITY, identity_from
from clew.storage.redirects import members
from clew.storage.schema import contacts, identities, merges, opt_outs
from clew.storage.schema.recognition import IS_ACTIVE
from clew.storage.unit import Unit

# What a contact wants no more of, and since when.
Wish = Row[*tuple[object, ...]]


async def identities_of(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> list[tuple[Identity, Wish]]:
    """Return a contact's addresses, the oldest first, with what is not wanted there."""
    rows = await unit.all(
        select(*IDENTITY, opt_outs.c.what, opt_outs.c.at)
        .outerjoin(
            opt_outs,
            and_(
                opt_outs.c.workspace_id == identities.c.workspace_id,
                opt_outs.c.identity_id == identities.c.id,
            ),
        )
        .where(identities.c.workspace_id == workspace_id, identities.c.contact_id == contact_id)
        .order_by(identities.c.created_at, identities.c.id)
    )
    return [(identity_from(row), row) for row in rows]


def identity_view(identity: Identity, wish: Wish) -> IdentityView:
    """Return an address as it is shown."""
    return IdentityView(
        id=identity.id,
        channel=identity.channel,
        kind=identity.kind,
        address=identity.address,
        display=identity.display,
        assurance=identity.assurance.value,
        confidence=confidence_in(identity).value,
        created_at=identity.created_at,
        opted_out=wish.what or None,
        opted_out_at=wish.at if wish.what else None,
        failed_at=identity.failure.at if identity.failure else None,
        failure_code=identity.failure.code if identity.failure else None,
        failure_reason=identity.failure.reason if identity.failure else None,
    )


def field_views(fields: Sequence[ContactField], confidence: Confidence) -> list[FieldView]:
    """Return fields as they are shown: the values of covered ones never leave the server."""
    return [
        FieldView(
            name=one.name,
            value=None if is_covered(one, confidence) else one.value,
            is_sensitive=one.is_sensitive,
            is_covered=is_covered(one, confidence),
        )
        for one in fields
    ]


async def merges_of(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> list[MergeView]:
    """Return who became a part of a contact, the latest first."""
    everybody = await members(unit, workspace_id, contact_id)
    if len(everybody) == 1:
        return []
    rows = await unit.all(
        select(merges, contacts.c.name)
        .join(
            contacts,
            and_(
                contacts.c.workspace_id == merges.c.workspace_id,
                contacts.c.id == merges.c.merged_id,
            ),
        )
        .where(merges.c.workspace_id == workspace_id, merges.c.kept_id.in_(everybody), IS_ACTIVE)
        .order_by(merges.c.at.desc(), merges.c.id.desc())
    )
    return [
        MergeView(
            id=row.id,
            contact=Named(id=row.merged_id, name=row.name),
            kept_id=row.kept_id,
            at=row.at,
            by=row.by_name or "",
            reason=row.reason,
            rule=row.rule,
        )
        for row in rows
    ]
