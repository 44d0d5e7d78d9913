"""How sure we are of the contacts of a page of cases, many at once: as their own pages say."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.contact import Identity
from clew.domain.ids import WorkspaceId
from clew.domain.recognition import Confidence, confidence_of
from clew.storage.contacts import IDENTITY, identity_from
from clew.storage.engine import padded
from clew.storage.reading.claims import claims_of
from clew.storage.schema import identities


async def confidences_of(
    connection: AsyncConnection, workspace_id: WorkspaceId, contact_ids: Collection[UUID]
) -> dict[UUID, Confidence]:
    """Return how sure we are of each contact, by two queries at most."""
    wanted = select(*IDENTITY).where(
        identities.c.workspace_id == workspace_id,
        identities.c.contact_id.in_(padded(sorted(set(contact_ids)))),
    )
    known: dict[UUID, list[Identity]] = defaultdict(list)
    for row in await connection.execute(wanted):
        known[row.contact_id].append(identity_from(row))
    # What a visitor said of themselves makes nobody surer of whom we are sure already.
    open_ = [one for own in known.values() if not _is_sure(own) for one in own]
    for claim in await claims_of(connection, workspace_id, open_):
        known[claim.contact_id].append(claim)
    return {one: confidence_of(known[one]) for one in contact_ids}


def _is_sure(own: list[Identity]) -> bool:
    return confidence_of(own) is Confidence.CONFIRMED
