"""What a view asks of cases beyond their place: owner, tag, channel, words, stars."""

from sqlalchemy import ColumnElement, exists, func, or_

from clew.ports.store.reading import CaseQuery
from clew.storage.folding import fold
from clew.storage.schema import case_tags, cases, contacts, stars
from clew.storage.types import clean

MAX_TEXT = 200

Condition = ColumnElement[bool]


def wanted_of(query: CaseQuery) -> list[Condition]:
    """Return the conditions that a question adds to its place."""
    conditions: list[Condition] = []
    if query.owner_id:
        conditions.append(cases.c.owner_id == query.owner_id)
    if query.is_unowned:
        conditions.append(cases.c.owner_id.is_(None))
    if query.channel:
        conditions.append(cases.c.last_message_channel == query.channel)
    if query.number is not None:
        conditions.append(cases.c.number == query.number)
    if query.tag_id:
        conditions.append(
            exists().where(
                case_tags.c.workspace_id == query.workspace_id,
                case_tags.c.tag_id == query.tag_id,
                case_tags.c.case_id == cases.c.id,
            )
        )
    if query.is_starred:
        conditions.append(
            exists().where(
                stars.c.workspace_id == query.workspace_id,
                stars.c.agent_id == query.agent_id,
                stars.c.subject_id == cases.c.id,
            )
        )
    if text := clean(query.text.strip()[:MAX_TEXT]):
        conditions.append(_says(query, text))
    return conditions


def _says(query: CaseQuery, text: str) -> Condition:
    """Return that the subject or the contact's name has a text, whatever its case."""
    named = exists().where(
        contacts.c.workspace_id == query.workspace_id,
        contacts.c.id == cases.c.contact_id,
        contacts.c.name_key.contains(fold(text), autoescape=True),
    )
    # SQLite lowers ASCII only: a text in another alphabet is also tried as it was typed.
    forms = {text, text.lower(), text.capitalize()}
    subjects = [cases.c.subject.contains(form, autoescape=True) for form in sorted(forms)]
    lowered = func.lower(cases.c.subject).contains(text.lower(), autoescape=True)
    return or_(named, lowered, *subjects)
