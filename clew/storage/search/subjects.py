"""What a case is about, filed with the entry of the log that said it last.

A letter is found by its own subject. So only what agents said is filed here: at the beginning of
a case of ours, or when it was named later. Of a case that was named again the former entries are
emptied, so that it is found by its present subject alone.
"""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from clew.domain.message import AuthorKind
from clew.storage.engine import AnyRow, padded
from clew.storage.schema import cases, log
from clew.storage.schema.log import IS_SHOWN
from clew.storage.search.documents import Document
from clew.storage.unit import Unit

RENAMED = "subject_changed"
OPENED = "case_opened"
NAMES_A_CASE: ColumnElement[bool] = or_(
    log.c.kind == RENAMED,
    and_(log.c.kind == OPENED, log.c.actor_kind == AuthorKind.AGENT.value),
)


def names_a_case(row: AnyRow) -> bool:
    """Say whether an entry of the log tells what a case is about."""
    is_ours = bool(row.actor_kind == AuthorKind.AGENT.value)
    return bool(row.kind == RENAMED) or (row.kind == OPENED and is_ours)


async def subjects_to_file(
    unit: Unit, workspace_id: UUID, conversation_ids: Iterable[UUID]
) -> dict[int, Document]:
    """Return the subjects of the cases of these conversations, by their numbers in the log."""
    wanted_ids = padded(list(dict.fromkeys(conversation_ids)))
    if not wanted_ids:
        return {}
    wanted = (
        select(log.c.seq, log.c.at, cases.c.number, cases.c.subject)
        .join_from(
            log,
            cases,
            and_(cases.c.workspace_id == log.c.workspace_id, cases.c.id == log.c.case_id),
        )
        .where(
            log.c.workspace_id == workspace_id,
            log.c.conversation_id.in_(wanted_ids),
            NAMES_A_CASE,
            IS_SHOWN,
            log.c.seq > 0,
        )
        .order_by(log.c.seq)
    )
    rows = await unit.all(wanted)
    latest = {row.number: row.seq for row in rows}
    return {
        row.seq: Document(
            texts=[row.subject],
            at=row.at,
            case_number=row.number,
            is_subject=True,
            is_gone=not row.subject or latest[row.number] != row.seq,
        )
        for row in rows
    }
