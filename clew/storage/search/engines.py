"""Asking a full-text index: numbers of the log of what matches, the newest first.

Newest first needs no ranking, and whoever looks for a message remembers about when it was. On
SQLite an index read backwards gives just that. PostgreSQL's finds all matches, in no order: so
it is asked about the latest stretch of the log first, where common words fill the page at once,
and about everything only for words that are rare there.
"""

from collections.abc import Sequence

from sqlalchemy import BigInteger, TextClause, bindparam, select, text

from clew.domain.ids import WorkspaceId
from clew.storage.schema import search_progress
from clew.storage.schema.search import SEQ_BITS, row_number
from clew.storage.search.questions import FTS5, TSQUERY, Question
from clew.storage.types import Id
from clew.storage.unit import Unit

MAX_SEQ = (1 << SEQ_BITS) - 1
_SQLITE = text(
    "SELECT rowid FROM search_terms WHERE search_terms MATCH :asked"
    " AND rowid >= :low AND rowid < :high ORDER BY rowid DESC LIMIT :limit"
)
_GIVEN = (
    bindparam("workspace_id", type_=Id),
    bindparam("low", type_=BigInteger),
    bindparam("high", type_=BigInteger),
    bindparam("limit", type_=BigInteger),
)
_LATEST = text(
    "SELECT seq FROM search_documents WHERE workspace_id = :workspace_id ORDER BY seq DESC LIMIT 1"
).bindparams(_GIVEN[0])
# Common words: the latest entries are read, and the index is not asked.
_NEAR = text(
    "WITH latest AS MATERIALIZED (SELECT seq, terms FROM search_documents"
    " WHERE workspace_id = :workspace_id AND seq >= :low AND seq < :high)"
    " SELECT seq FROM latest WHERE terms @@ CAST(CAST(:asked AS text) AS tsquery)"
    " ORDER BY seq DESC LIMIT :limit"
).bindparams(*_GIVEN)
# Ordinary ones: the index and the stretch together say where to look.
_FARTHER = text(
    "WITH found AS MATERIALIZED (SELECT seq FROM search_documents"
    " WHERE workspace_id = :workspace_id AND seq >= :low AND seq < :high"
    " AND terms @@ CAST(CAST(:asked AS text) AS tsquery))"
    " SELECT seq FROM found ORDER BY seq DESC LIMIT :limit"
).bindparams(*_GIVEN)
# Rare ones: the index alone, which the whole of a workspace would only hold up.
_ANYWHERE = text(
    "WITH found AS MATERIALIZED (SELECT workspace_id, seq FROM search_documents"
    " WHERE terms @@ CAST(CAST(:asked AS text) AS tsquery))"
    " SELECT seq FROM found WHERE workspace_id = :workspace_id AND seq >= :low AND seq < :high"
    " ORDER BY seq DESC LIMIT :limit"
).bindparams(*_GIVEN)
# Materialised they all are, or the planner would walk the newest rows one by one in hope of
# matches. How many entries of the log are read at first, and at most when what was found there
# promises that enough is near; how many the index is asked about before it is about everything.
NEAR, NEAR_AT_MOST, FARTHER = 4_000, 16_000, 64_000


async def matching(
    unit: Unit, workspace_id: WorkspaceId, asked: Question, span: range, limit: int
) -> Sequence[int]:
    """Return the numbers of the newest entries within `span` that match, at most `limit`."""
    find = _in_postgres if unit.engine.name == "postgresql" else _in_sqlite
    return await find(unit, workspace_id, asked, span, limit)


async def _in_sqlite(
    unit: Unit, workspace_id: WorkspaceId, asked: Question, span: range, limit: int
) -> Sequence[int]:
    numbered = select(search_progress.c.number).where(
        search_progress.c.workspace_id == workspace_id
    )
    number = (await unit.connection.execute(numbered)).scalar_one_or_none()
    if number is None:
        return []
    values = {
        "asked": asked.written(FTS5),
        "low": row_number(number, span.start),
        "high": row_number(number, span.stop),
        "limit": limit,
    }
    found = await unit.connection.execute(_SQLITE, values)
    return [rowid & MAX_SEQ for rowid in found.scalars()]


async def _in_postgres(
    unit: Unit, workspace_id: WorkspaceId, asked: Question, span: range, limit: int
) -> Sequence[int]:
    latest = await unit.connection.execute(_LATEST, {"workspace_id": workspace_id})
    high = min(span.stop, (latest.scalar_one_or_none() or 0) + 1)
    values = {"workspace_id": workspace_id, "asked": asked.written(TSQUERY)}
    seqs: list[int] = []

    async def look(statement: TextClause, low: int) -> int:
        low = max(span.start, low)
        if len(seqs) < limit and low < high:
            given = {"low": low, "high": high, "limit": limit - len(seqs)}
            seqs.extend((await unit.connection.execute(statement, values | given)).scalars())
        return low

    high = await look(_NEAR, high - NEAR)
    likely = NEAR * (limit - len(seqs)) // max(1, len(seqs))
    if likely <= NEAR_AT_MOST:
        high = await look(_NEAR, high - likely)
    high = await look(_FARTHER, high - FARTHER)
    await look(_ANYWHERE, 0)
    return seqs
