"""A change of an administrator's is written down in its own transaction."""

from collections.abc import Iterable
from uuid import UUID

from clew.domain.ids import RevisionId
from clew.domain.revisions import Fields, Revision, RevisionKind, changed_fields
from clew.ports.store import Transaction
from clew.services.asking import Asker
from clew.services.deps import Deps

MOST_REVISIONS = 50


async def note_revision(
    kind: RevisionKind,
    thing_id: UUID,
    before: Fields | None,
    after: Fields,
    tx: Transaction,
    *,
    asker: Asker,
    deps: Deps,
    replaced: Iterable[str] = (),
) -> None:
    """Keep what a change changed, if anything; `before` is None for a thing that was added.

    Of secrets that were `replaced`, their names are kept and nothing else.
    """
    changed = changed_fields(before or {}, after, replaced)
    if not changed:
        return
    revision = Revision(
        id=RevisionId(deps.ids.new()),
        workspace_id=asker.workspace_id,
        kind=kind,
        thing_id=thing_id,
        at=deps.clock.now(),
        agent_id=asker.id,
        agent_name=asker.agent.name,
        changed=changed,
        is_first=before is None,
    )
    await tx.revisions.add(revision, most=MOST_REVISIONS)
