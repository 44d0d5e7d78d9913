"""Everything that was ever said, by its words and by where, when and by whom it was said."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from litestar import Response
from litestar.params import QueryParameter

from clew.domain.ids import AgentId, ContactId, TagId, TeamId
from clew.ports.store.searching import SearchQuery
from clew.ports.store.views import Page, SearchHit
from clew.services import searching
from clew.web.parameters import AskedBy, AtDesk, Cursor, Limit, checked_instant, with_seq

Words = Annotated[
    str,
    QueryParameter(
        max_length=10_000,
        description="Words in any of their forms; what stands in quotes is found as it stands."
        " Of a long text the beginning is looked for. Needed unless something else is asked.",
    ),
]
Channel = Annotated[
    str | None,
    QueryParameter(
        max_length=64, pattern="^[a-z0-9_-]*$", description="What came or went by this channel."
    ),
]
Writer = Annotated[
    UUID | None, QueryParameter(description="What this agent has written, notes too.")
]
OfTeam = Annotated[UUID | None, QueryParameter(description="Said in cases of this team.")]
OfTag = Annotated[UUID | None, QueryParameter(description="Said in cases that have this tag.")]
OfContact = Annotated[UUID | None, QueryParameter(description="Said with this contact.")]
Since = Annotated[
    datetime | None, QueryParameter(name="from", description="The first instant that counts.")
]
Until = Annotated[
    datetime | None,
    QueryParameter(name="to", description="The first instant that does not count any more."),
]
HasFile = Annotated[bool, QueryParameter(description="Only messages with files.")]


async def search(
    *,
    desk: AtDesk,
    asker: AskedBy,
    q: Words = "",
    channel: Channel = None,
    agent_id: Writer = None,
    team_id: OfTeam = None,
    tag_id: OfTag = None,
    contact_id: OfContact = None,
    since: Since = None,
    until: Until = None,
    has_file: HasFile = False,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Response[Page[SearchHit]]:
    """Find messages, notes and what agents said that cases are about, the newest first.

    A page may be short although there is more: as long as `next_cursor` is given, it goes on.
    """
    query = SearchQuery(
        workspace_id=asker.workspace_id,
        text=q,
        channel=channel or None,
        agent_id=AgentId(agent_id) if agent_id else None,
        team_id=TeamId(team_id) if team_id else None,
        tag_id=TagId(tag_id) if tag_id else None,
        contact_id=ContactId(contact_id) if contact_id else None,
        since=_instant(since, "from"),
        until=_instant(until, "to"),
        has_file=has_file,
        cursor=cursor,
        limit=limit,
    )
    return with_seq(await searching.search(query, asker=asker, deps=desk.deps))


def _instant(value: datetime | None, field: str) -> datetime | None:
    """Return an instant; one without a time zone is meant in UTC.

    Raises:
        InvalidInput: No calendar of ours goes so far.
    """
    if value is None:
        return None
    return checked_instant(value if value.tzinfo else value.replace(tzinfo=UTC), field)
