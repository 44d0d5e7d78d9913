"""What is filed of a message or note: its words, its subject, the names of its files, its marks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, select

from clew.domain.message import AuthorKind
from clew.ports.language import Analyser, kept_terms
from clew.storage.engine import AnyRow, padded
from clew.storage.schema import attachments, cases, messages, notes
from clew.storage.schema.messages import HAS_MESSAGE
from clew.storage.search import marks
from clew.storage.search.written import subject
from clew.storage.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A message, a note or the subject of a case to be filed; nothing of what was deleted.

    Attributes:
        texts: Everything that it is found by.
        is_subject: It is found by its words only, and not when all that was said is asked for.
    """

    texts: Sequence[str]
    at: datetime
    case_number: int
    channel: str = ""
    agent_id: UUID | None = None
    has_file: bool = False
    is_subject: bool = False
    is_gone: bool = field(default=False)

    def terms(self, analyser: Analyser) -> Iterator[str]:
        """Yield what it is filed under; the same term may come again."""
        if self.is_gone:
            return
        for text in self.texts:
            yield from kept_terms(analyser(text))
        if not self.is_subject:
            yield marks.ANY
        yield marks.of_case(self.case_number)
        if self.channel:
            yield marks.of_channel(self.channel)
        if self.agent_id:
            yield marks.of_author(self.agent_id)
        if self.has_file:
            yield marks.HAS_FILE


async def messages_to_file(
    unit: Unit, workspace_id: UUID, ids: Iterable[UUID]
) -> dict[int, Document]:
    """Return these messages by their numbers in the log."""
    wanted_ids = padded(list(dict.fromkeys(ids)))
    if not wanted_ids:
        return {}
    names: dict[UUID, list[str]] = {}
    files = select(attachments.c.message_id, attachments.c.name).where(
        HAS_MESSAGE, attachments.c.message_id.in_(wanted_ids)
    )
    for row in await unit.all(files):
        names.setdefault(row.message_id, []).append(row.name)
    wanted = (
        select(
            messages.c.id,
            messages.c.seq,
            messages.c.text,
            messages.c.at,
            messages.c.channel,
            messages.c.author_kind,
            messages.c.author_id,
            messages.c.deleted_at,
            subject(unit.engine.name).label("subject"),
            cases.c.number,
        )
        .join_from(
            messages,
            cases,
            and_(cases.c.workspace_id == messages.c.workspace_id, cases.c.id == messages.c.case_id),
        )
        .where(messages.c.workspace_id == workspace_id, messages.c.id.in_(wanted_ids))
    )
    return {row.seq: _message(row, names.get(row.id, [])) for row in await unit.all(wanted)}


async def notes_to_file(unit: Unit, workspace_id: UUID, ids: Iterable[UUID]) -> dict[int, Document]:
    """Return these notes by their numbers in the log."""
    wanted_ids = padded(list(dict.fromkeys(ids)))
    if not wanted_ids:
        return {}
    wanted = (
        select(
            notes.c.seq,
            notes.c.text,
            notes.c.at,
            notes.c.author_kind,
            notes.c.author_id,
            cases.c.number,
        )
        .join_from(
            notes,
            cases,
            and_(cases.c.workspace_id == notes.c.workspace_id, cases.c.id == notes.c.case_id),
        )
        .where(notes.c.workspace_id == workspace_id, notes.c.id.in_(wanted_ids))
    )
    return {
        row.seq: Document(
            texts=[row.text],
            at=row.at,
            case_number=row.number,
            agent_id=_agent(row),
            is_gone=not row.text,
        )
        for row in await unit.all(wanted)
    }


def _message(row: AnyRow, names: Sequence[str]) -> Document:
    return Document(
        texts=[row.text, row.subject or "", *names],
        at=row.at,
        case_number=row.number,
        channel=row.channel,
        agent_id=_agent(row),
        has_file=bool(names),
        is_gone=row.deleted_at is not None,
    )


def _agent(row: AnyRow) -> UUID | None:
    return row.author_id if row.author_kind == AuthorKind.AGENT.value else None
