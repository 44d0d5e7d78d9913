"""What is settled about two contacts: proven to be one, joined, or said not to be the same."""

from sqlalchemy import select

from clew.domain.ids import WorkspaceId
from clew.domain.message import Author
from clew.ports.store.joining import Pair
from clew.storage.schema import contact_pairs
from clew.storage.schema.recognition import IS_PROVEN
from clew.storage.unit import Unit

_CHANGED = ("state", "why", "at", "by_id", "by_name")


async def settle_pair(unit: Unit, workspace_id: WorkspaceId, pair: Pair, by: Author | None) -> None:
    """Write down what is settled about two contacts, in place of what was."""
    one, other = sorted((pair.one_id, pair.other_id))
    added = unit.engine.insert(contact_pairs).values(
        workspace_id=workspace_id,
        one_id=one,
        other_id=other,
        state=pair.state,
        why=pair.why,
        at=pair.at,
        by_id=by.id if by else None,
        by_name=by.name if by else None,
    )
    await unit.connection.execute(
        added.on_conflict_do_update(
            index_elements=list(contact_pairs.primary_key.c),
            set_={name: added.excluded[name] for name in _CHANGED},
        )
    )


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
