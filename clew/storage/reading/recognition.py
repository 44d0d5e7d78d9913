"""A contact's addresses and fields, as the contact page shows them."""

from collections.abc import Sequence

from sqlalchemy import and_, select
from sqlalchemy.engine import Row

from clew.domain.contact import Assurance, Identity
from clew.domain.fields import ContactField, FieldKind, is_covered, with_kinds
from clew.domain.ids import ContactId, WorkspaceId
from clew.domain.reasons import why
from clew.domain.recognition import Confidence, confidence_in
from clew.ports.store.contact_views import ClaimView, FieldView, IdentityView
from clew.storage.contacts import IDENTITY, identity_from
from clew.storage.schema import confirmation_links, confirmations, identities, opt_outs
from clew.storage.unit import Unit

# What a contact wants no more of at an address, and who made sure that it is theirs.
Known = Row[*tuple[object, ...]]


async def identities_of(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> list[tuple[Identity, Known]]:
    """Return a contact's addresses, the oldest first, with what else is known of each."""
    rows = await unit.all(
        select(
            *IDENTITY,
            opt_outs.c.what.label("opted_out"),
            opt_outs.c.at.label("opted_out_at"),
            confirmations.c.how.label("confirmed_how"),
            confirmations.c.by_name.label("confirmed_by"),
            confirmations.c.at.label("confirmed_at"),
            confirmation_links.c.used_at.label("proven_at"),
            confirmation_links.c.asked_by.label("proof_asked_by"),
        )
        .outerjoin(
            opt_outs,
            and_(
                opt_outs.c.workspace_id == identities.c.workspace_id,
                opt_outs.c.identity_id == identities.c.id,
            ),
        )
        .outerjoin(
            confirmations,
            and_(
                confirmations.c.workspace_id == identities.c.workspace_id,
                confirmations.c.identity_id == identities.c.id,
            ),
        )
        .outerjoin(
            confirmation_links,
            and_(
                confirmation_links.c.workspace_id == identities.c.workspace_id,
                confirmation_links.c.identity_id == identities.c.id,
                confirmation_links.c.used_at.is_not(None),
            ),
        )
        .where(identities.c.workspace_id == workspace_id, identities.c.contact_id == contact_id)
        .order_by(identities.c.created_at, identities.c.id)
    )
    return [(identity_from(row), row) for row in rows]


def identity_view(identity: Identity, known: Known) -> IdentityView:
    """Return an address as it is shown."""
    return IdentityView(
        id=identity.id,
        channel=identity.channel,
        kind=identity.kind,
        address="" if identity.is_erased else identity.address,
        display=identity.display,
        assurance=identity.assurance.value,
        confidence=confidence_in(identity).value,
        created_at=identity.created_at,
        failed_at=identity.failure.at if identity.failure else None,
        failure_code=identity.failure.code if identity.failure else None,
        failure_reason=identity.failure.reason if identity.failure else None,
        failure_why=why(identity.failure.reason) if identity.failure else [],
        opted_out=known.opted_out or None,
        opted_out_at=known.opted_out_at if known.opted_out else None,
        confirmed_how=known.confirmed_how,
        confirmed_by=known.confirmed_by,
        confirmed_at=known.confirmed_at,
        proven_at=known.proven_at,
        proof_asked_by=known.proof_asked_by,
    )


def field_views(
    fields: Sequence[ContactField], kinds: Sequence[FieldKind], confidence: Confidence
) -> list[FieldView]:
    """Return fields as they are shown: the values of sensitive ones never leave with them."""
    of_workspace = {kind.name.casefold() for kind in kinds}
    return [
        FieldView(
            name=one.name,
            value=None if one.is_sensitive else one.value,
            has_value=bool(one.value),
            is_sensitive=one.is_sensitive,
            is_covered=is_covered(one, confidence),
            is_of_workspace=one.name.casefold() in of_workspace,
        )
        for one in with_kinds(fields, kinds)
    ]


def claim_views(claims: Sequence[Identity]) -> list[ClaimView]:
    """Return what a contact said of themselves and has not proven."""
    return [
        ClaimView(kind=one.kind, address=one.display)
        for one in claims
        if one.assurance is Assurance.CLAIMED
    ]
