"""Who is proven to be one person becomes one contact, without anybody's doing.

What proves it is noted in the transaction in which it came to light. The joining itself follows in
one of its own: it waits for messages that are on their way, and asks once more whether the rule
holds, for a person may have said meanwhile that these two are not the same.
"""

from clew.domain.errors import NotFound
from clew.domain.ids import ContactId, WorkspaceId
from clew.domain.merging import MessageIsOnItsWay, Party
from clew.domain.recognition import Reason, Verdict, verdict
from clew.ports.bus import Topic
from clew.ports.store import Changes, LogEntry, Transaction
from clew.ports.store.joining import DISMISSED, JOINED, PROVEN, SUGGESTED, Pair
from clew.ports.store.kinds import CONTACT_CHANGED
from clew.services.deps import Deps
from clew.services.recognition.merging import Wanted, join

# More in one go would keep others from the database.
AT_ONCE = 20
RULES: frozenset[Reason] = frozenset({Reason.SAME_VERIFIED, Reason.SAME_ACCOUNT})


async def note_proof(
    both: tuple[ContactId, ContactId],
    reason: Reason,
    workspace_id: WorkspaceId,
    tx: Transaction,
    deps: Deps,
) -> None:
    """Write down that two contacts are one, or may be, and why.

    What only suggests it is shown to people. What a person has said of the two stays.
    """
    is_proof = reason in RULES
    pair = Pair(
        one_id=both[0],
        other_id=both[1],
        state=PROVEN if is_proof else SUGGESTED,
        why=reason.value,
        at=deps.clock.now(),
    )
    if not await tx.joining.prove_pair(workspace_id, pair):
        return
    if is_proof:
        tx.tell(Topic.JOINING, workspace_id)
    else:
        await _tell(workspace_id, pair, tx)


async def join_proven(deps: Deps, limit: int) -> int:
    """Join those who are proven to be one; return how many pairs are settled by it."""
    async with deps.store.write() as tx:
        pairs = await tx.joining.proven_pairs(limit)
    return sum([await _settled(workspace_id, pair, deps) for workspace_id, pair in pairs])


async def _settled(workspace_id: WorkspaceId, pair: Pair, deps: Deps) -> bool:
    """Settle a pair; say whether that was possible now."""
    try:
        async with deps.store.write() as tx:
            found = await tx.joining.parties(workspace_id, [pair.one_id, pair.other_id])
            state = await _judged(workspace_id, pair, found, tx)
            if state == JOINED and _is_two(found):
                await _join(workspace_id, pair, found, tx, deps)
            settled = Pair(
                one_id=pair.one_id,
                other_id=pair.other_id,
                state=state,
                why=pair.why,
                at=deps.clock.now(),
            )
            await tx.joining.settle_pair(workspace_id, settled, None)
            if state == SUGGESTED:
                await _tell(workspace_id, settled, tx)
    except (MessageIsOnItsWay, NotFound):
        return False
    return True


async def _judged(
    workspace_id: WorkspaceId, pair: Pair, found: dict[ContactId, Party], tx: Transaction
) -> str:
    if not _is_two(found):
        return JOINED
    one, other = found[pair.one_id], found[pair.other_id]
    if await tx.joining.are_dismissed(workspace_id, one.contact.id, other.contact.id):
        return DISMISSED
    mine, theirs = [
        [*party.identities, *await tx.dossiers.claims(workspace_id, party.identities)]
        for party in (one, other)
    ]
    ruled = verdict(mine, theirs, {Reason(pair.why)})
    return JOINED if ruled is Verdict.JOIN else SUGGESTED


def _is_two(found: dict[ContactId, Party]) -> bool:
    return len({party.contact.id for party in found.values()}) > 1


async def _join(
    workspace_id: WorkspaceId,
    pair: Pair,
    found: dict[ContactId, Party],
    tx: Transaction,
    deps: Deps,
) -> None:
    """Let the one whom we have known for longer stay."""
    both = (found[pair.one_id].contact, found[pair.other_id].contact)
    kept, other = sorted(both, key=lambda one: (one.created_at, one.id))
    wanted = Wanted(kept=kept.id, other=other.id, reason="", rule=pair.why)
    await join(workspace_id, wanted, tx, deps)


async def _tell(workspace_id: WorkspaceId, pair: Pair, tx: Transaction) -> None:
    """Let whoever looks at either of them ask for suggestions again."""
    told = [
        LogEntry(kind=CONTACT_CHANGED, at=pair.at, contact_id=one)
        for one in (pair.one_id, pair.other_id)
    ]
    await tx.record(Changes(workspace_id=workspace_id, at=pair.at, log=told))
