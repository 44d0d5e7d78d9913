"""Who may be the same person as a contact: whoever has an address of theirs somewhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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
from clew.ports.store.joining import DISMISSED, JOINED
from clew.ports.store.views import Named
from clew.storage.contacts import IDENTITY, identity_from
from clew.storage.engine import padded
from clew.storage.reading.claims import claims_of, who_claims
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
    mine += await claims_of(unit.connection, workspace_id, mine)
    settled = await _settled(unit, workspace_id, live)
    others = {
        *await _alike(unit, workspace_id, live, mine),
        *await who_claims(unit, workspace_id, mine, MOST * 2),
        *settled.reasons,
    }
    others -= {live, *settled.dismissed}
    found: list[tuple[Sequence[Evidence], SuggestionView]] = []
    names = await _names(unit, workspace_id, others)
    theirs = await _identities(unit, workspace_id, sorted(others))
    theirs += await claims_of(unit.connection, workspace_id, theirs)
    for other, name in names.items():
        known = [one for one in theirs if one.contact_id == other]
        common = list(evidence(mine, known))
        why = settled.reasons.get(other)
        if why is not None and why not in {one.reason for one in common}:
            common.append(Evidence(reason=why, shown=""))
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


@dataclass(frozen=True, slots=True)
class _Settled:
    """With whom a contact may be one by what came to light, and with whom they are not."""

    reasons: dict[UUID, Reason] = field(default_factory=dict)
    dismissed: set[UUID] = field(default_factory=set)


async def _settled(unit: Unit, workspace_id: WorkspaceId, live: ContactId) -> _Settled:
    """Return what is settled; what is about those joined since counts."""
    pairs = contact_pairs.c
    everybody = padded(sorted(await members(unit, workspace_id, live)))
    rows = await unit.all(
        select(pairs.one_id, pairs.other_id, pairs.state, pairs.why).where(
            pairs.workspace_id == workspace_id,
            or_(pairs.one_id.in_(everybody), pairs.other_id.in_(everybody)),
            pairs.state != JOINED,
        )
    )
    settled = _Settled()
    for one, other, state, why in rows:
        for which in {one, other} - set(everybody):
            now = await live_contact(unit, workspace_id, which)
            if now is not None and state == DISMISSED:
                settled.dismissed.add(now)
            elif now is not None:
                settled.reasons[now] = Reason(why)
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
