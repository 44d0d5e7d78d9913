"""Search: the newest messages and notes that contain all the words.

Newest first needs no ranking, and whoever looks for a message remembers about when it was. On
SQLite an index read backwards gives just that. PostgreSQL's finds all matches, in no order: so
it is asked about the latest stretch of the log first, where common words fill the page at once,
and about everything only for words that are rare there.
"""

from collections.abc import Sequence

from sqlalchemy import BigInteger, and_, bindparam, func, select, text
from sqlalchemy.engine import RowMapping
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.domain.ids import WorkspaceId
from clew.domain.message import DeliveryState
from clew.ports.language import Analyser
from clew.ports.store.views import Named, Page, SearchHit
from clew.storage.engine import padded
from clew.storage.reading.cursors import number_cursor, number_of
from clew.storage.schema import (
    cases,
    contacts,
    deliveries,
    log,
    messages,
    notes,
    search_progress,
)
from clew.storage.schema.search import SEQ_BITS, row_number
from clew.storage.search.questions import FTS5, TSQUERY, Question, question
from clew.storage.search.snippets import snippet
from clew.storage.types import Id
from clew.storage.unit import Unit

MAX_LIMIT = 100
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
# How far back each looks, in entries of the log. Materialised they all are, or the planner
# would walk the newest rows one by one in hope of matches.
STRETCHES = ((_NEAR, 4_000), (_FARTHER, 64_000), (_ANYWHERE, MAX_SEQ))
_WRITTEN = (
    log.outerjoin(
        messages,
        and_(messages.c.workspace_id == log.c.workspace_id, messages.c.id == log.c.message_id),
    )
    .outerjoin(
        deliveries,
        and_(
            deliveries.c.workspace_id == messages.c.workspace_id,
            deliveries.c.message_id == messages.c.id,
        ),
    )
    .outerjoin(notes, and_(notes.c.workspace_id == log.c.workspace_id, notes.c.id == log.c.note_id))
    .join(
        cases,
        and_(
            cases.c.workspace_id == log.c.workspace_id,
            cases.c.id == func.coalesce(messages.c.case_id, notes.c.case_id),
        ),
    )
    .join(
        contacts,
        and_(contacts.c.workspace_id == cases.c.workspace_id, contacts.c.id == cases.c.contact_id),
    )
)
_SHOWN = (
    log.c.seq,
    func.coalesce(log.c.place, log.c.seq).label("place"),
    log.c.conversation_id,
    func.coalesce(messages.c.id, notes.c.id).label("id"),
    func.coalesce(messages.c.text, notes.c.text).label("text"),
    func.coalesce(messages.c.direction, "note").label("direction"),
    func.coalesce(messages.c.channel, "").label("channel"),
    func.coalesce(messages.c.at, notes.c.at).label("at"),
    cases.c.id.label("case_id"),
    cases.c.number,
    contacts.c.id.label("contact_id"),
    contacts.c.name,
)


async def search_page(
    unit: Unit,
    analyser: Analyser,
    workspace_id: WorkspaceId,
    asked: str,
    *,
    cursor: str | None,
    limit: int,
) -> Page[SearchHit]:
    """Return messages and notes that contain the words, the newest first.

    Raises:
        InvalidInput: The cursor is not one of ours.
    """
    limit = max(1, min(limit, MAX_LIMIT))
    before = min(max(number_of(cursor), 0), MAX_SEQ) if cursor else MAX_SEQ
    words = question(asked, analyser)
    if words is None:
        return Page(items=[])
    find = _in_postgres if unit.engine.name == "postgresql" else _in_sqlite
    seqs = await find(unit.connection, workspace_id, words, before, limit + 1)
    rows = await _rows(unit.connection, workspace_id, seqs[:limit])
    return Page(
        items=[_hit(row, words, analyser) for row in rows],
        next_cursor=number_cursor(seqs[limit - 1]) if len(seqs) > limit else None,
    )


async def _in_sqlite(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    words: Question,
    before: int,
    limit: int,
) -> Sequence[int]:
    numbered = select(search_progress.c.number).where(
        search_progress.c.workspace_id == workspace_id
    )
    number = (await connection.execute(numbered)).scalar_one_or_none()
    if number is None:
        return []
    values = {
        "asked": words.written(FTS5),
        "low": row_number(number, 0),
        "high": row_number(number, before),
        "limit": limit,
    }
    found = await connection.execute(_SQLITE, values)
    return [rowid & MAX_SEQ for rowid in found.scalars()]


async def _in_postgres(
    connection: AsyncConnection,
    workspace_id: WorkspaceId,
    words: Question,
    before: int,
    limit: int,
) -> Sequence[int]:
    indexed = select(search_progress.c.seq).where(search_progress.c.workspace_id == workspace_id)
    last = (await connection.execute(indexed)).scalar_one_or_none() or 0
    before = min(before, last + 1)
    seqs: Sequence[int] = []
    for statement, stretch in STRETCHES:
        low = max(0, before - stretch)
        values = {
            "workspace_id": workspace_id,
            "asked": words.written(TSQUERY),
            "low": low,
            "high": before,
            "limit": limit,
        }
        seqs = (await connection.execute(statement, values)).scalars().all()
        if len(seqs) >= limit or low == 0:
            break
    return seqs


async def _rows(
    connection: AsyncConnection, workspace_id: WorkspaceId, seqs: Sequence[int]
) -> Sequence[RowMapping]:
    if not seqs:
        return []
    wanted = (
        select(*_SHOWN)
        .select_from(_WRITTEN)
        .where(
            log.c.workspace_id == workspace_id,
            log.c.seq.in_(padded(seqs)),
            messages.c.deleted_at.is_(None),
            # What was taken back before it left was never said.
            func.coalesce(deliveries.c.state, "") != DeliveryState.CANCELLED.value,
        )
        .order_by(log.c.seq.desc())
    )
    return (await connection.execute(wanted)).mappings().all()


def _hit(row: RowMapping, words: Question, analyser: Analyser) -> SearchHit:
    return SearchHit(
        message_id=row["id"],
        seq=row["place"],
        conversation_id=row["conversation_id"],
        case_id=row["case_id"],
        case_number=row["number"],
        contact=Named(id=row["contact_id"], name=row["name"]),
        at=row["at"],
        direction=row["direction"],
        channel=row["channel"],
        snippet=snippet(row["text"], words.terms, analyser),
    )
