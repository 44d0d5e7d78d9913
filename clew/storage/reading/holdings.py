"""Who held the next move of a conversation's cases, from when to when."""

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.gaps import Holding
from clew.domain.ids import ConversationId, WorkspaceId
from clew.domain.moves import Holder
from clew.storage.schema import cases, holder_spans


async def holdings_in(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    conversation_id: ConversationId,
    since: datetime,
    until: datetime,
) -> list[Holding]:
    """Return what touches the time from `since` to `until`, in order."""
    span = holder_spans.c
    wanted = (
        select(span.holder, span.began_at, span.ended_at)
        .join(cases, (cases.c.workspace_id == span.workspace_id) & (cases.c.id == span.case_id))
        .where(
            cases.c.workspace_id == workspace_id,
            cases.c.conversation_id == conversation_id,
            span.began_at < until,
            or_(span.ended_at.is_(None), span.ended_at > since),
        )
        .order_by(span.began_at)
    )
    return [
        Holding(holder=Holder(row.holder), began_at=row.began_at, ended_at=row.ended_at)
        for row in await connection.execute(wanted)
    ]
