"""The log of a batch made whole, and the numbers that its rows take from it.

What a browser must hear of is in the log: a message, note or case that changed without an entry
of its own is given one, so that forgetting it in a service loses nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from clew.ports.store.changes import Changes, LogEntry
from clew.ports.store.kinds import (
    ATTACHMENT_CHANGED,
    CASE_CHANGED,
    CONTACT_CHANGED,
    DELIVERY_CHANGED,
    MESSAGE,
    MESSAGE_CHANGED,
    NOTE,
    SHOWN_EVENTS,
    TOUCHING,
)

SHOWN = SHOWN_EVENTS | {MESSAGE, NOTE}


@dataclass(slots=True)
class Numbers:
    """Which number each row of a batch has.

    Attributes:
        placed: Of new messages and notes, the number of their entry.
        touched: Of messages, the last number of an entry about them.
        cases: Of cases that lists show otherwise now, the last number of an entry about them.
    """

    placed: dict[UUID, int] = field(default_factory=dict)
    touched: dict[UUID, int] = field(default_factory=dict)
    cases: dict[UUID, int] = field(default_factory=dict)


def completed(changes: Changes) -> list[LogEntry]:
    """Return the log of a batch with the entries that it lacks."""
    told = {(entry.kind, entry.message_id or entry.note_id) for entry in changes.log}
    entries = [*changes.log]
    entries += [entry for entry in _of_messages(changes) if _key(entry) not in told]
    cases = {entry.case_id for entry in entries if entry.kind not in TOUCHING}
    entries += [
        LogEntry(
            kind=CASE_CHANGED,
            at=changes.at,
            conversation_id=change.after.conversation_id,
            case_id=case_id,
        )
        for case_id, change in changes.cases.items()
        if case_id not in cases
    ]
    entries += [
        LogEntry(kind=CASE_CHANGED, at=changes.at, case_id=case_id)
        for case_id in changes.tagged
        if case_id not in cases and case_id not in changes.cases
    ]
    contacts = {entry.contact_id for entry in entries}
    entries += [
        LogEntry(kind=CONTACT_CHANGED, at=changes.at, contact_id=contact_id)
        for contact_id in dict.fromkeys(
            [*changes.renamed, *(one.contact_id for one in changes.moved_identities)]
        )
        if contact_id not in contacts
    ]
    return entries


def numbered(entries: list[LogEntry], first_seq: int) -> Numbers:
    """Return the numbers that rows take, when the first entry has the number `first_seq`."""
    numbers = Numbers()
    for seq, entry in enumerate(entries, start=first_seq):
        if entry.kind == MESSAGE and entry.message_id is not None:
            numbers.placed[entry.message_id] = seq
        elif entry.kind == NOTE and entry.note_id is not None:
            numbers.placed[entry.note_id] = seq
        if entry.message_id is not None:
            numbers.touched[entry.message_id] = seq
        if entry.case_id is not None and entry.kind not in TOUCHING:
            numbers.cases[entry.case_id] = seq
    return numbers


def _key(entry: LogEntry) -> tuple[str, UUID | None]:
    return (entry.kind, entry.message_id or entry.note_id)


def _of_messages(changes: Changes) -> Iterator[LogEntry]:
    """Yield the entries that the messages and notes of a batch call for."""
    for message in changes.messages:
        yield LogEntry(
            kind=MESSAGE,
            at=changes.at,
            conversation_id=message.conversation_id,
            case_id=message.case_id,
            message_id=message.id,
            actor=message.author,
        )
    for note in changes.notes:
        yield LogEntry(
            kind=NOTE,
            at=changes.at,
            conversation_id=note.conversation_id,
            case_id=note.case_id,
            note_id=note.id,
            actor=note.author,
        )
    for edit in changes.edits:
        yield LogEntry(kind=MESSAGE_CHANGED, at=changes.at, message_id=edit.message_id)
    for delivery in changes.updated_deliveries:
        yield LogEntry(
            kind=DELIVERY_CHANGED,
            at=changes.at,
            conversation_id=delivery.conversation_id,
            case_id=delivery.case_id,
            message_id=delivery.message_id,
        )
    for attachment in changes.updated_attachments:
        if attachment.message_id is not None:
            yield LogEntry(
                kind=ATTACHMENT_CHANGED,
                at=changes.at,
                conversation_id=attachment.conversation_id,
                message_id=attachment.message_id,
            )
