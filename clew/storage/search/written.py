"""What stands at numbers of the log, as far as it may be found: messages, notes, subjects."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, case, func, literal_column, select
from sqlalchemy.engine import RowMapping

from clew.domain.message import DeliveryState
from clew.ports.store.searching import SearchQuery
from clew.storage.engine import padded
from clew.storage.schema import (
    attachments,
    case_tags,
    cases,
    contacts,
    conversations,
    deliveries,
    log,
    messages,
    notes,
)
from clew.storage.schema.messages import HAS_MESSAGE
from clew.storage.unit import Unit

Condition = ColumnElement[bool]

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
            cases.c.id == func.coalesce(messages.c.case_id, notes.c.case_id, log.c.case_id),
        ),
    )
    .join(
        contacts,
        and_(contacts.c.workspace_id == cases.c.workspace_id, contacts.c.id == cases.c.contact_id),
    )
)
_AT = func.coalesce(messages.c.at, notes.c.at, log.c.at)
_IS_SUBJECT = and_(messages.c.id.is_(None), notes.c.id.is_(None))
_SHOWN = (
    log.c.seq,
    func.coalesce(log.c.place, log.c.seq).label("place"),
    log.c.conversation_id,
    func.coalesce(messages.c.id, notes.c.id, log.c.case_id).label("id"),
    func.coalesce(messages.c.text, notes.c.text, "").label("text"),
    case((_IS_SUBJECT, "case"), else_=func.coalesce(messages.c.direction, "note")).label(
        "direction"
    ),
    func.coalesce(messages.c.channel, "").label("channel"),
    func.coalesce(messages.c.author_name, notes.c.author_name, log.c.actor_name, "").label(
        "author_name"
    ),
    _AT.label("at"),
    cases.c.id.label("case_id"),
    cases.c.number,
    contacts.c.id.label("contact_id"),
    contacts.c.name,
)


def subject(engine: str) -> ColumnElement[str | None]:
    """Return the subject of a message that is a letter, as `engine` takes it out of its content."""
    if engine == "postgresql":
        return func.jsonb_extract_path_text(messages.c.content, literal_column("'subject'"))
    return func.json_extract(messages.c.content, literal_column("'$.subject'"))


async def written(unit: Unit, query: SearchQuery, seqs: Sequence[int]) -> Sequence[RowMapping]:
    """Return what stands at these numbers and meets the query but for its words, newest first."""
    if not seqs:
        return []
    said = case((_IS_SUBJECT, cases.c.subject), else_=subject(unit.engine.name))
    wanted = (
        select(*_SHOWN, said.label("subject"))
        .select_from(_WRITTEN)
        .where(
            log.c.workspace_id == query.workspace_id,
            log.c.seq.in_(padded(seqs)),
            messages.c.deleted_at.is_(None),
            # What was taken back before it left was never said.
            func.coalesce(deliveries.c.state, "") != DeliveryState.CANCELLED.value,
            *of_cases(query),
        )
        .order_by(log.c.seq.desc())
    )
    if query.since:
        wanted = wanted.where(query.since <= _AT)
    if query.until:
        wanted = wanted.where(query.until > _AT)
    return (await unit.connection.execute(wanted)).mappings().all()


async def file_names(unit: Unit, rows: Sequence[RowMapping]) -> dict[object, list[str]]:
    """Return the names of the files of messages, by the ids of these."""
    wanted = select(attachments.c.message_id, attachments.c.name).where(
        HAS_MESSAGE, attachments.c.message_id.in_(padded([row["id"] for row in rows]))
    )
    names: dict[object, list[str]] = {}
    if rows:
        for row in await unit.all(wanted.order_by(attachments.c.id)):
            names.setdefault(row.message_id, []).append(row.name)
    return names


def of_cases(query: SearchQuery) -> list[Condition]:
    """Return what a query asks of cases."""
    conditions: list[Condition] = []
    if query.team_id:
        conditions.append(cases.c.team_id == query.team_id)
    if query.tag_id:
        tagged = select(case_tags.c.case_id).where(
            case_tags.c.workspace_id == query.workspace_id, case_tags.c.tag_id == query.tag_id
        )
        conditions.append(cases.c.id.in_(tagged))
    if query.contact_id:
        theirs = select(conversations.c.id).where(
            conversations.c.workspace_id == query.workspace_id,
            conversations.c.contact_id == query.contact_id,
        )
        conditions.append(cases.c.conversation_id == theirs.scalar_subquery())
    return conditions


async def case_numbers(unit: Unit, query: SearchQuery, limit: int) -> list[int]:
    """Return the numbers of cases that a query asks for, at most `limit`."""
    wanted = select(cases.c.number).where(
        cases.c.workspace_id == query.workspace_id, *of_cases(query)
    )
    return [row.number for row in await unit.all(wanted.limit(limit))]
