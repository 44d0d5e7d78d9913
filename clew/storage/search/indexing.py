"""The index trails behind the log: read what is new, analyse it, file it, note how far.

Nothing is locked while the text is analysed. Two processes may work on the same stretch: the
one that notes its progress second files nothing.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import BigInteger, Text, and_, bindparam, func, literal, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.ports.language import Analyser, kept_terms
from clew.ports.store import kinds
from clew.storage.engine import Engine
from clew.storage.schema import log, messages, notes, search_progress, workspaces
from clew.storage.schema.search import row_number
from clew.storage.types import Id

MAX_WORKSPACES = 50

_SQLITE = text("INSERT OR REPLACE INTO search_terms (rowid, terms) VALUES (:row_number, :terms)")
_POSTGRESQL = text(
    "INSERT INTO search_documents (workspace_id, seq, terms)"
    " SELECT :workspace_id, given.seq, array_to_tsvector(string_to_array(given.terms, ' '))"
    " FROM unnest(:seqs, :terms) AS given (seq, terms)"
    " ON CONFLICT (workspace_id, seq) DO UPDATE SET terms = excluded.terms"
).bindparams(
    bindparam("workspace_id", type_=Id),
    bindparam("seqs", type_=ARRAY(BigInteger)),
    bindparam("terms", type_=ARRAY(Text)),
)


@dataclass(frozen=True, slots=True)
class _Behind:
    """A workspace whose log is longer than its index."""

    workspace_id: UUID
    seq: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """New entries of a log: up to where, how many, and the texts among them by their numbers."""

    last_seq: int
    size: int
    texts: dict[int, str]


async def index_log(engine: Engine, analyser: Analyser, limit: int) -> int:
    """Index at most `limit` further entries, of the shortest backlogs first; return how many."""
    async with engine.reading() as connection:
        behind = await _behind(connection)
    done = 0
    for workspace in behind:
        if done >= limit:
            break
        async with engine.reading() as connection:
            stretch = await _stretch(connection, workspace, limit - done)
        if stretch is None:
            continue
        # Analysing is work for the processor: elsewhere, so that nobody waits for it here.
        filed = await asyncio.to_thread(_analysed, stretch.texts, analyser)
        async with engine.writing() as connection:
            if await _advance(engine, connection, workspace, stretch.last_seq):
                await _file(engine, connection, workspace.workspace_id, filed)
        done += stretch.size
    return done


async def _behind(connection: AsyncConnection) -> list[_Behind]:
    seq = func.coalesce(search_progress.c.seq, 0)
    wanted = (
        select(workspaces.c.id, seq.label("indexed"))
        .outerjoin(search_progress, search_progress.c.workspace_id == workspaces.c.id)
        .where(workspaces.c.seq > seq)
        .order_by(workspaces.c.seq - seq)
        .limit(MAX_WORKSPACES)
    )
    return [_Behind(row.id, row.indexed) for row in await connection.execute(wanted)]


async def _stretch(connection: AsyncConnection, workspace: _Behind, limit: int) -> _Stretch | None:
    head = (
        select(log.c.seq, log.c.kind, log.c.message_id, log.c.note_id)
        .where(log.c.workspace_id == workspace.workspace_id, log.c.seq > workspace.seq)
        .order_by(log.c.seq)
        .limit(limit)
        .subquery()
    )
    is_text = head.c.kind.in_((kinds.MESSAGE, kinds.MESSAGE_CHANGED))
    joined = head.outerjoin(
        messages,
        and_(
            messages.c.workspace_id == workspace.workspace_id,
            messages.c.id == head.c.message_id,
            is_text,
        ),
    ).outerjoin(
        notes,
        and_(
            notes.c.workspace_id == workspace.workspace_id,
            notes.c.id == head.c.note_id,
            head.c.kind == kinds.NOTE,
        ),
    )
    wanted = select(
        head.c.seq,
        messages.c.seq.label("message_seq"),
        messages.c.text.label("message_text"),
        messages.c.deleted_at,
        notes.c.text.label("note_text"),
    ).select_from(joined)
    rows = list(await connection.execute(wanted.order_by(head.c.seq)))
    if not rows:
        return None
    texts: dict[int, str] = {}
    for row in rows:
        if row.message_seq is not None:
            texts[row.message_seq] = "" if row.deleted_at else row.message_text
        elif row.note_text is not None:
            texts[row.seq] = row.note_text
    return _Stretch(rows[-1].seq, len(rows), texts)


def _analysed(texts: dict[int, str], analyser: Analyser) -> list[tuple[int, str]]:
    return [
        (seq, " ".join(dict.fromkeys(kept_terms(analyser(written)))))
        for seq, written in texts.items()
    ]


async def _advance(
    engine: Engine, connection: AsyncConnection, workspace: _Behind, seq: int
) -> bool:
    """Note how far the index is, unless somebody else did meanwhile."""
    if workspace.seq == 0:
        number = func.coalesce(func.max(search_progress.c.number), 0) + 1
        # With a condition, or SQLite would read `ON CONFLICT` as that of a join.
        first = select(literal(workspace.workspace_id, Id), number, literal(0)).where(
            search_progress.c.number > 0
        )
        columns = ["workspace_id", "number", "seq"]
        insert = engine.insert(search_progress).from_select(columns, first)
        await connection.execute(insert.on_conflict_do_nothing())
    noted = await connection.execute(
        update(search_progress)
        .where(
            search_progress.c.workspace_id == workspace.workspace_id,
            search_progress.c.seq == workspace.seq,
        )
        .values(seq=seq)
    )
    return noted.rowcount == 1


async def _file(
    engine: Engine,
    connection: AsyncConnection,
    workspace_id: UUID,
    filed: Sequence[tuple[int, str]],
) -> None:
    if not filed:
        return
    if engine.name == "postgresql":
        seqs, terms = zip(*filed, strict=True)
        values = {"workspace_id": workspace_id, "seqs": list(seqs), "terms": list(terms)}
        await connection.execute(_POSTGRESQL, values)
        return
    numbered = select(search_progress.c.number).where(
        search_progress.c.workspace_id == workspace_id
    )
    number = (await connection.execute(numbered)).scalar_one()
    rows = [{"row_number": row_number(number, seq), "terms": terms} for seq, terms in filed]
    await connection.execute(_SQLITE, rows)
