"""What the log says happened after a number, gathered so that each thing is sent once."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import WorkspaceId
from clew.ports.store import kinds
from clew.ports.store.reading import LogSlice, Outdated
from clew.storage.engine import AnyRow
from clew.storage.schema import log, messages

Thing = TypeVar("Thing")

# The greatest number that a database compares with.
MAX_SEQ = 2**63 - 1


async def log_slice(
    connection: AsyncConnection, workspace_id: WorkspaceId, after: int, limit: int
) -> LogSlice:
    """Return what happened in at most `limit` entries after a number."""
    touched = and_(
        messages.c.workspace_id == log.c.workspace_id,
        messages.c.id == log.c.message_id,
        log.c.kind.in_(sorted(kinds.TOUCHING)),
    )
    wanted = (
        select(
            log.c.seq,
            log.c.kind,
            log.c.is_shown,
            log.c.case_id,
            log.c.contact_id,
            log.c.agent_id,
            log.c.inbox_id,
            messages.c.seq.label("touched_seq"),
        )
        .select_from(log.outerjoin(messages, touched))
        .where(log.c.workspace_id == workspace_id, log.c.seq > max(0, min(after, MAX_SEQ)))
        .order_by(log.c.seq)
        .limit(limit + 1)
    )
    rows = list(await connection.execute(wanted))
    return _gathered(rows[:limit], after, is_whole=len(rows) <= limit)


def _gathered(rows: Sequence[AnyRow], after: int, *, is_whole: bool) -> LogSlice:
    return LogSlice(
        last_seq=rows[-1].seq if rows else after,
        case_ids=_distinct(row.case_id for row in rows),
        item_seqs=_distinct(row.seq if row.is_shown else row.touched_seq for row in rows),
        contact_ids=_distinct(row.contact_id for row in rows),
        agent_ids=_strings(row.agent_id for row in rows if row.kind == kinds.AGENT_CHANGED),
        inbox_ids=_strings(row.inbox_id for row in rows if row.kind == kinds.INBOX_CHANGED),
        outdated=_distinct(_outdated(row) for row in rows),
        is_whole=is_whole,
    )


def _outdated(row: AnyRow) -> Outdated | None:
    what = kinds.OUTDATING.get(row.kind)
    return Outdated(what, str(row.agent_id) if row.agent_id else None) if what else None


def _distinct(values: Iterable[Thing | None]) -> list[Thing]:
    return list(dict.fromkeys(value for value in values if value is not None))


def _strings(values: Iterable[object | None]) -> list[str]:
    return [str(value) for value in _distinct(values)]
