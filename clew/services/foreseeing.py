"""What a change would touch, counted before it is made: no guess, and nothing is changed."""

from dataclasses import dataclass

from clew.domain.access import Permission, require
from clew.domain.errors import NotFound
from clew.domain.ids import InboxId, TagId
from clew.ports.store import CaseQuery, Place, Reader
from clew.services.asking import Asker
from clew.services.deps import Deps
from clew.services.inbox_views import load_inbox
from clew.services.snapshots import Snapshot, take

# More open cases than anybody has: what is said is exact.
COUNTED_UP_TO = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class TagReach:
    """How far a tag reaches.

    Attributes:
        open_cases: Those that carry it; at most `COUNTED_UP_TO`.
        views: Saved views that ask for it, shared or the asker's own.
    """

    open_cases: int
    views: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxReach:
    """How far an inbox reaches.

    Attributes:
        open_cases: Those of contacts who have written to it; at most `COUNTED_UP_TO`.
        queued: Replies that wait in it.
    """

    open_cases: int
    queued: int


async def reach_of_tag(tag_id: TagId, *, asker: Asker, deps: Deps) -> Snapshot[TagReach]:
    """Say what archiving a tag would touch.

    Raises:
        NotAllowed: Agents only use tags.
        NotFound: There is no such tag here.
    """
    require(asker.agent.role, Permission.MANAGE_WORDS)
    query = CaseQuery(
        workspace_id=asker.workspace_id,
        agent_id=asker.id,
        place=Place.OPEN,
        tag_id=tag_id,
        sees_all=True,
    )

    async def read(reader: Reader) -> TagReach:
        known = await reader.tools.tags.all(asker.workspace_id)
        if tag_id not in {one.id for one in known}:
            raise NotFound("tag", tag_id)
        [count] = await reader.filtered_counts([query], COUNTED_UP_TO)
        views = [
            one
            for one in await reader.tools.views.all(asker.workspace_id)
            if one.filters.get("tag_id") == str(tag_id)
            and (one.is_shared or one.agent_id == asker.id)
        ]
        return TagReach(open_cases=count, views=len(views))

    return await take(read, asker=asker, deps=deps)


async def reach_of_inbox(inbox_id: InboxId, *, asker: Asker, deps: Deps) -> Snapshot[InboxReach]:
    """Say what archiving an inbox, or giving it to another team, would touch.

    Raises:
        NotAllowed: Only who manages inboxes may.
        NotFound: There is no such inbox here.
    """
    require(asker.agent.role, Permission.MANAGE_INBOXES)

    async def read(reader: Reader) -> InboxReach:
        inbox, _ = await load_inbox(reader.people, asker, inbox_id)
        return InboxReach(
            open_cases=await reader.people.cases_reaching(inbox, COUNTED_UP_TO),
            queued=await reader.people.queued_in(inbox_id),
        )

    return await take(read, asker=asker, deps=deps)
