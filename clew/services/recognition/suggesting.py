"""Who may be the same person, and saying that somebody is not."""

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import ContactId
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.joining import DISMISSED, Pair
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.asking import Asker
from clew.services.deps import Deps


async def dismiss(contact_id: ContactId, other_id: ContactId, *, asker: Asker, deps: Deps) -> None:
    """Say that two contacts are not one person; they are not suggested again.

    Raises:
        NotFound: One of them is not here, or they are one already.
    """
    require(asker.agent.role, Permission.ANSWER)
    now = deps.clock.now()
    async with deps.store.write() as tx:
        one, other = await _two(contact_id, other_id, tx, asker)
        pair = Pair(one_id=one, other_id=other, state=DISMISSED, why="agent", at=now)
        await tx.joining.settle_pair(asker.workspace_id, pair, asker.author)
        await _tell(one, {"not_the_same_as": str(other)}, tx, asker=asker, deps=deps)


async def suggest_again(
    contact_id: ContactId, other_id: ContactId, *, asker: Asker, deps: Deps
) -> None:
    """Take back that two contacts are not one person.

    Raises:
        NotFound: One of them is not here, or they are one already.
    """
    require(asker.agent.role, Permission.ANSWER)
    async with deps.store.write() as tx:
        one, other = await _two(contact_id, other_id, tx, asker)
        await tx.joining.forget_dismissal(asker.workspace_id, one, other)
        await _tell(one, {"maybe_the_same_as": str(other)}, tx, asker=asker, deps=deps)


async def _two(
    contact_id: ContactId, other_id: ContactId, tx: Transaction, asker: Asker
) -> tuple[ContactId, ContactId]:
    found = await tx.joining.parties(asker.workspace_id, [contact_id, other_id])
    if contact_id not in found:
        raise NotFound("contact", contact_id)
    one = found[contact_id].contact.id
    other = found[other_id].contact.id if other_id in found else one
    if one == other:
        raise NotFound("suggestion", other_id)
    return one, other


async def _tell(
    one: ContactId, data: dict[str, object], tx: Transaction, *, asker: Asker, deps: Deps
) -> None:
    now = deps.clock.now()
    told = LogEntry(kind=CONTACT_CHANGED, at=now, contact_id=one, actor=asker.author, data=data)
    await tx.record(Changes(workspace_id=asker.workspace_id, at=now, log=[told]))
