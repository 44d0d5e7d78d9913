"""Words of consent: rows and values."""

from collections.abc import Iterable

from sqlalchemy import select

from clew.domain.consent import Consent, Purpose
from clew.domain.ids import ContactId, WorkspaceId
from clew.domain.message import Author, AuthorKind
from clew.storage.engine import padded
from clew.storage.schema import consents
from clew.storage.unit import Unit, Values


async def consents_of(
    unit: Unit, workspace_id: WorkspaceId, whose: Iterable[ContactId]
) -> list[Consent]:
    """Return what any of these contacts agreed to and took back, the latest first."""
    rows = await unit.all(
        select(consents)
        .where(
            consents.c.workspace_id == workspace_id,
            consents.c.contact_id.in_(padded(sorted(whose))),
        )
        .order_by(consents.c.at.desc(), consents.c.id.desc())
    )
    return [
        Consent(
            id=row.id,
            workspace_id=row.workspace_id,
            contact_id=row.contact_id,
            purpose=Purpose(row.purpose),
            channel=row.channel,
            is_given=row.is_given,
            how=row.how,
            at=row.at,
            by=Author(kind=AuthorKind.AGENT, id=row.by_id, name=row.by_name or "")
            if row.by_id
            else None,
        )
        for row in rows
    ]


def consent_values(consent: Consent) -> Values:
    """Return the row of a word."""
    return {
        "workspace_id": consent.workspace_id,
        "id": consent.id,
        "contact_id": consent.contact_id,
        "purpose": consent.purpose.value,
        "channel": consent.channel,
        "is_given": consent.is_given,
        "how": consent.how,
        "at": consent.at,
        "by_id": consent.by.id if consent.by else None,
        "by_name": consent.by.name if consent.by else None,
    }
