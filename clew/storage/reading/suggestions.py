"""Who may be the same person as a contact: whoever has an address of theirs somewhere else."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import or_, select

from clew.domain.contact import Identity
from clew.domain.ids import ContactId, WorkspaceId
from clew.domain.recognition import (
    COMPARABLE,
    Evidence,
    Reason,
    are_in_conflict,
    evidence,
)
from clew.ports.store.contact_views import EvidenceView, SuggestionView
from clew.ports.store.views import Named
from clew.storage.contacts import IDENTITY, identity_from
from clew.storage.engine import padded
from clew.storage.redirects import live_contact, members
from clew.storage.schema import contact_pairs, contacts, identities
from clew.storage.unit import Unit

# More than a person can look through; so many with one number are not one person.
MOST = 20


async def suggestions_for(
    unit: Unit, workspace_id: WorkspaceId, contact_id: ContactId
) -> list[SuggestionView]:
    """Return who may be the same person, the best reason first; nobody who was said not to be."""
    live = await live_contact(unit, workspace_id, contact_id)
    if live is None:
        return []
    mine = await _identities(unit, workspace_id, [live])
    settled = await _settled(unit, workspace_id, live)
    others = {*await _alike(unit, workspace_id, live, mine), *settled["proven"]}
    others -= {live, *settled["dismissed"]}
    found: list[tuple[Sequence[Evidence], SuggestionView]] = []
    names = await _names(unit, workspace_id, others)
    theirs = await _identities(unit, workspace_id, sorted(others))
    for other, name in names.items():
        known = [one for one in theirs if one.contact_id == other]
        common = list(evidence(mine, known))
        if other in settled["proven"]:
            common.insert(0, Evidence(reason=Reason.SAME_ACCOUNT, shown=""))
        if common:
            found.append(
                (common, _view(other, name, common, is_conflict=are_in_conflict(mine, known)))
            )
    ranks = list(Reason)
    found.sort(key=lambda it: (ranks.index(it[0][0].reason), it[1].contact.name))
    return [view for _, view in found[:MOST]]


def _view(
    other: UUID, name: str, common: Iterable[Evidence], *, is_conflict: bool
) -> SuggestionView:
    return SuggestionView(
        id=other,
        contact=Named(id=other, name=name),
        evidence=[EvidenceView(reason=one.reason.value, shown=one.shown) for one in common],
        is_conflict=is_conflict,
    )


async def _identities(unit: Unit, workspace_id: WorkspaceId, ids: Sequence[UUID]) -> list[Identity]:
    if not ids:
        return []
    rows = await unit.all(
        select(*IDENTITY)
        .where(identities.c.workspace_id == workspace_id, identities.c.contact_id.in_(padded(ids)))
        .order_by(identities.c.created_at, identities.c.id)
    )
    return [identity_from(row) for row in rows]


async def _alike(
    unit: Unit, workspace_id: WorkspaceId, live: ContactId, mine: Sequence[Identity]
) -> set[UUID]:
    addresses = {
        written
        for one in mine
        if one.kind in COMPARABLE
        for written in (one.address, one.address.removeprefix("+"), f"+{one.address}")
    }
    if not addresses:
        return set()
    rows = await unit.all(
        select(identities.c.contact_id)
        .where(
            identities.c.workspace_id == workspace_id,
            identities.c.address.in_(padded(sorted(addresses))),
            identities.c.contact_id != live,
        )
        .limit(MOST * 2)
    )
    return {row[0] for row in rows}


async def _settled(unit: Unit, workspace_id: WorkspaceId, live: ContactId) -> dict[str, set[UUID]]:
    """Return with whom a contact is settled to be one, or not; those joined since count."""
    everybody = padded(sorted(await members(unit, workspace_id, live)))
    rows = await unit.all(
        select(contact_pairs.c.one_id, contact_pairs.c.other_id, contact_pairs.c.state).where(
            contact_pairs.c.workspace_id == workspace_id,
            or_(contact_pairs.c.one_id.in_(everybody), contact_pairs.c.other_id.in_(everybody)),
        )
    )
    settled: dict[str, set[UUID]] = {"proven": set(), "dismissed": set(), "joined": set()}
    for one, other, state in rows:
        for which in {one, other} - set(everybody):
            now = await live_contact(unit, workspace_id, which)
            if now is not None:
                settled[state].add(now)
    return settled


async def _names(unit: Unit, workspace_id: WorkspaceId, ids: Iterable[UUID]) -> dict[UUID, str]:
    wanted = sorted(ids)
    if not wanted:
        return {}
    rows = await unit.all(
        select(contacts.c.id, contacts.c.name).where(
            contacts.c.workspace_id == workspace_id, contacts.c.id.in_(padded(wanted))
        )
    )
    return {row[0]: row[1] for row in rows}
