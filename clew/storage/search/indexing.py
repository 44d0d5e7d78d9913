"""The index trails behind the log: read what is new, analyse it, file it, note how far.

Nothing is locked while the text is analysed. Two processes may work on the same stretch: the
one that notes its progress second files nothing.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import BigInteger, Text, bindparam, func, literal, select, text, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from clew.ports.language import Analyser
from clew.ports.store import kinds
from clew.storage.engine import Engine
from clew.storage.schema import log, search_progress, workspaces
from clew.storage.schema.log import IS_SHOWN
from clew.storage.schema.search import row_number
from clew.storage.search.documents import Document, messages_to_file, notes_to_file
from clew.storage.search.hours import note_hours
from clew.storage.search.subjects import names_a_case, subjects_to_file
from clew.storage.types import Id
from clew.storage.unit import Unit

MAX_WORKSPACES = 50
# Entries after which a message is filed anew: its words, or the names of its files.
SAID = frozenset({kinds.MESSAGE, kinds.MESSAGE_CHANGED, kinds.ATTACHMENT_CHANGED})
ERASED = "contact_erased"

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
    """New entries of a log: up to where, how many, and what to file of them by its number."""

    last_seq: int
    size: int
    documents: dict[int, Document]


async def index_log(engine: Engine, analyser: Analyser, limit: int) -> int:
    """Index at most `limit` further entries, of the shortest backlogs first; return how many."""
    async with engine.reading() as connection:
        behind = await _behind(connection)
    done = 0
    for workspace in behind:
        if done >= limit:
            break
        async with engine.reading() as connection:
            unit = Unit(connection=connection, engine=engine)
            stretch = await _stretch(unit, workspace, limit - done)
        if stretch is None:
            continue
        # Analysing is work for the processor: elsewhere, so that nobody waits for it here.
        filed = await asyncio.to_thread(_analysed, stretch.documents, analyser)
        async with engine.writing() as connection:
            if await _advance(engine, connection, workspace, stretch.last_seq):
                await _file(engine, connection, workspace.workspace_id, filed)
                times = [(seq, one.at) for seq, one in stretch.documents.items()]
                await note_hours(engine, connection, workspace.workspace_id, times)
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


async def _stretch(unit: Unit, workspace: _Behind, limit: int) -> _Stretch | None:
    wanted = (
        select(
            log.c.seq,
            log.c.kind,
            log.c.actor_kind,
            log.c.message_id,
            log.c.note_id,
            log.c.conversation_id,
        )
        .where(log.c.workspace_id == workspace.workspace_id, log.c.seq > workspace.seq)
        .order_by(log.c.seq)
        .limit(limit)
    )
    rows = await unit.all(wanted)
    if not rows:
        return None
    said = [row.message_id for row in rows if row.kind in SAID and row.message_id]
    noted = [row.note_id for row in rows if row.kind == kinds.NOTE and row.note_id]
    erased = [row.conversation_id for row in rows if row.kind == ERASED and row.conversation_id]
    for conversation_id in erased:
        noted += await _noted(unit, workspace.workspace_id, conversation_id)
    documents = await messages_to_file(unit, workspace.workspace_id, said)
    documents |= await notes_to_file(unit, workspace.workspace_id, noted)
    named = [row.conversation_id for row in rows if names_a_case(row) and row.conversation_id]
    documents |= await subjects_to_file(unit, workspace.workspace_id, [*named, *erased])
    return _Stretch(rows[-1].seq, len(rows), documents)


async def _noted(unit: Unit, workspace_id: UUID, conversation_id: UUID) -> list[UUID]:
    """Return the notes of a conversation, which nothing else tells of when they are emptied."""
    wanted = select(log.c.note_id).where(
        log.c.workspace_id == workspace_id,
        log.c.conversation_id == conversation_id,
        log.c.kind == kinds.NOTE,
        IS_SHOWN,
        log.c.seq > 0,
    )
    return [row.note_id for row in await unit.all(wanted)]


def _analysed(documents: dict[int, Document], analyser: Analyser) -> list[tuple[int, str]]:
    return [(seq, " ".join(dict.fromkeys(one.terms(analyser)))) for seq, one in documents.items()]


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
