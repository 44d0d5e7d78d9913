"""What is settled about two contacts: proven to be one, joined, or said not to be the same."""

from sqlalchemy import ColumnElement, and_, delete, or_, select

from clew.domain.ids import ContactId, WorkspaceId
from clew.domain.message import Author
from clew.ports.store.joining import DISMISSED, PROVEN, SUGGESTED, Pair
from clew.storage.engine import padded
from clew.storage.redirects import members
from clew.storage.schema import contact_pairs
from clew.storage.schema.recognition import IS_PROVEN
from clew.storage.unit import Unit, Values

_CHANGED = ("state", "why", "at", "by_id", "by_name")


async def settle_pair(unit: Unit, workspace_id: WorkspaceId, pair: Pair, by: Author | None) -> None:
    """Write down what is settled about two contacts, in place of what was."""
    added = unit.engine.insert(contact_pairs).values(_values(workspace_id, pair, by))
    await unit.connection.execute(
        added.on_conflict_do_update(
            index_elements=list(contact_pairs.primary_key.c),
            set_={name: added.excluded[name] for name in _CHANGED},
        )
    )


async def prove_pair(unit: Unit, workspace_id: WorkspaceId, pair: Pair) -> bool:
    """Write down that two contacts are proven to be one, or may be; say if it is news.

    Only what is weaker gives way: a suggestion to a proof.
    """
    added = unit.engine.insert(contact_pairs).values(_values(workspace_id, pair, None))
    written = added.on_conflict_do_update(
        index_elements=list(contact_pairs.primary_key.c),
        set_={name: added.excluded[name] for name in _CHANGED},
        where=and_(contact_pairs.c.state == SUGGESTED, added.excluded.state == PROVEN),
    )
    result = await unit.connection.execute(written.returning(contact_pairs.c.one_id))
    return result.first() is not None


async def are_dismissed(
    unit: Unit, workspace_id: WorkspaceId, one: ContactId, other: ContactId
) -> bool:
    """Say whether a person has said that these, or parts of these, are not the same."""
    which = await _dismissed(unit, workspace_id, one, other)
    return await unit.first(select(contact_pairs.c.one_id).where(*which).limit(1)) is not None


async def forget_dismissal(
    unit: Unit, workspace_id: WorkspaceId, one: ContactId, other: ContactId
) -> None:
    """Forget that somebody said of two contacts, or parts of them, that they are not one."""
    which = await _dismissed(unit, workspace_id, one, other)
    await unit.connection.execute(delete(contact_pairs).where(*which))


async def _dismissed(
    unit: Unit, workspace_id: WorkspaceId, one: ContactId, other: ContactId
) -> list[ColumnElement[bool]]:
    here = padded(sorted(await members(unit, workspace_id, one)))
    there = padded(sorted(await members(unit, workspace_id, other)))
    first, second = contact_pairs.c.one_id, contact_pairs.c.other_id
    return [
        contact_pairs.c.workspace_id == workspace_id,
        contact_pairs.c.state == DISMISSED,
        or_(and_(first.in_(here), second.in_(there)), and_(first.in_(there), second.in_(here))),
    ]


def _values(workspace_id: WorkspaceId, pair: Pair, by: Author | None) -> Values:
    one, other = sorted((pair.one_id, pair.other_id))
    return {
        "workspace_id": workspace_id,
        "one_id": one,
        "other_id": other,
        "state": pair.state,
        "why": pair.why,
        "at": pair.at,
        "by_id": by.id if by else None,
        "by_name": by.name if by else None,
    }


async def proven_pairs(unit: Unit, limit: int) -> list[tuple[WorkspaceId, Pair]]:
    """Return pairs that are proven to be one and are not yet, the longest known first."""
    rows = await unit.all(
        select(contact_pairs).where(IS_PROVEN).order_by(contact_pairs.c.at).limit(limit)
    )
    return [
        (
            row.workspace_id,
            Pair(
                one_id=row.one_id,
                other_id=row.other_id,
                state=row.state,
                why=row.why,
                at=row.at,
            ),
        )
        for row in rows
    ]
