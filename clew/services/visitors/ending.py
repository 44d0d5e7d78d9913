"""A contact says that they need nothing more: their case ends, by their word and not by ours.

What was still owed is owed no more, for they do not wait for it; then the case was withdrawn, so
that nobody's promise counts as kept. Whoever writes again takes the case up again, as after any
other end.
"""

from collections.abc import Sequence

from clew.domain.case import Case, apply_all
from clew.domain.ending import debts_of, resolve
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId
from clew.domain.message import Author, AuthorKind
from clew.ports.bus import Topic
from clew.ports.store import Changes, Transaction
from clew.ports.store.sights import Seen
from clew.services.deps import Deps
from clew.services.journal import entries
from clew.services.visitors.seeing import sight_of
from clew.services.visitors.visiting import Visiting

# So far back it is looked for the case of which a visitor sees messages.
LOOK_BACK = 50


async def say_solved(*, visiting: Visiting, deps: Deps) -> bool:
    """End the case that a visitor has before them; False: none is open.

    Of several it is the one of the latest message that they see.
    """
    visitor = visiting.visitor
    async with deps.store.write() as tx:
        found = await tx.visitors.whereabouts(visitor.workspace_id, [visitor.id])
        where = found.get(visitor.id)
        if where is None:
            return False
        seen = await tx.sights.latest(sight_of(visitor, where), None, LOOK_BACK)
        case = await _open_case(seen, visiting, tx)
        if case is None:
            return False
        contact = await tx.contact(visitor.workspace_id, case.contact_id)
        name = contact.name if contact else visitor.call_name
        now = deps.clock.now()
        outcome = Outcome.WITHDRAWN if debts_of(case.facts) else Outcome.SOLVED
        happened = resolve(case, outcome, None, now)
        after = apply_all(case, happened)
        changes = Changes(workspace_id=visitor.workspace_id, at=now)
        changes.change(after, case)
        author = Author(kind=AuthorKind.CONTACT, id=case.contact_id, name=name)
        changes.log.extend(entries(after, happened, author))
        await tx.record(changes)
        tx.tell(Topic.ROUTING, visitor.workspace_id)
    return True


async def _open_case(seen: Sequence[Seen], visiting: Visiting, tx: Transaction) -> Case | None:
    for case_id in dict.fromkeys(one.item.case_id for one in reversed(seen)):
        if case_id is None:
            continue
        case = await tx.case(visiting.visitor.workspace_id, CaseId(case_id))
        if case is not None and case.is_open:
            return case
    return None
