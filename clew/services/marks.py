"""What an agent marked, and where colleagues named them: stars and mentions, each one's own."""

from uuid import UUID

from clew.domain.errors import NotFound
from clew.domain.ids import CaseId
from clew.ports.store.kinds import MENTIONS_READ, STARS_CHANGED
from clew.ports.store.tools import MentionView, StarView
from clew.services.asking import Asker, load_case
from clew.services.deps import Deps
from clew.services.snapshots import Snapshot, take
from clew.services.telling import tell_own

MOST_LISTED = 200


async def list_stars(*, asker: Asker, deps: Deps) -> Snapshot[list[StarView]]:
    """Return what the asker has starred, the latest first."""
    return await take(
        lambda reader: reader.tools.stars.of_agent(asker.workspace_id, asker.id, MOST_LISTED),
        asker=asker,
        deps=deps,
    )


async def star(case_id: CaseId, subject_id: UUID, *, asker: Asker, deps: Deps) -> None:
    """Star a case, or a message of its conversation.

    Raises:
        NotFound: There is no such case here, or no such message in its conversation.
    """
    async with deps.store.write() as tx:
        case = await load_case(tx, asker, case_id)
        if subject_id != case_id:
            message = await tx.message(asker.workspace_id, subject_id)
            if message is None or message.conversation_id != case.conversation_id:
                raise NotFound("message", subject_id)
        is_new = await tx.tools.stars.put(
            asker.workspace_id, asker.id, case_id, subject_id, deps.clock.now()
        )
        if is_new:
            await tell_own(STARS_CHANGED, tx, asker=asker, deps=deps)


async def unstar(subject_id: UUID, *, asker: Asker, deps: Deps) -> None:
    """Take a star away.

    Raises:
        NotFound: The asker has none there.
    """
    async with deps.store.write() as tx:
        if not await tx.tools.stars.remove(asker.workspace_id, asker.id, subject_id):
            raise NotFound("star", subject_id)
        await tell_own(STARS_CHANGED, tx, asker=asker, deps=deps)


async def list_mentions(*, asker: Asker, deps: Deps) -> Snapshot[list[MentionView]]:
    """Return the notes that name the asker, the latest first."""
    return await take(
        lambda reader: reader.tools.mentions.of_agent(asker.workspace_id, asker.id, MOST_LISTED),
        asker=asker,
        deps=deps,
    )


async def read_mentions(case_id: CaseId | None, *, asker: Asker, deps: Deps) -> None:
    """Note that the asker has seen where they are named: everywhere, or in one case."""
    async with deps.store.write() as tx:
        is_news = await tx.tools.mentions.mark_read(
            asker.workspace_id, asker.id, deps.clock.now(), case_id
        )
        if is_news:
            await tell_own(MENTIONS_READ, tx, asker=asker, deps=deps)
