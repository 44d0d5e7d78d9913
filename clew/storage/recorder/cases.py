"""Cases of a batch: their rows, and what lists show of them.

`last_message_*` follows the messages of the batch; `delivery_failed` is set by a delivery that
failed and taken back when someone dealt with it: by a new reply, by sending it again, or when
it turns out to have arrived.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select, update

from clew.domain.case import Case
from clew.domain.facts import DutyKind
from clew.domain.ids import CaseId
from clew.domain.message import DeliveryState, Direction, Message
from clew.ports.store.changes import CaseChange, Changes
from clew.ports.store.kinds import MESSAGE
from clew.storage.cases import values_of
from clew.storage.excerpts import excerpt
from clew.storage.recorder.contacts import note_reads
from clew.storage.recorder.numbering import Numbers
from clew.storage.schema import cases, deliveries, log, messages
from clew.storage.schema.log import IS_SHOWN
from clew.storage.unit import Many, Unit, Values

# Whose a case is, is changed by `clew.storage.joining` alone.
_FIXED = frozenset(
    {
        "workspace_id",
        "id",
        "conversation_id",
        "contact_id",
        "home_contact_id",
        "number",
        "opened_at",
    }
)
_LAST = (
    "last_message_id",
    "last_message_text",
    "last_message_direction",
    "last_message_at",
    "last_message_channel",
    "last_message_author",
)
_NOTHING: Values = dict.fromkeys(_LAST)
_IS_IT = (cases.c.workspace_id == bindparam("here"), cases.c.id == bindparam("which"))


def _kept(name: str) -> Any:
    """Return the new value of a column, or what it has if there is none."""
    return func.coalesce(bindparam(f"to_{name}", type_=cases.c[name].type), cases.c[name])


_ADD = Many(insert(cases))
_CHANGED = tuple(
    column.name
    for column in cases.c
    if column.name not in {*_FIXED, *_LAST, "last_inbound_seq", "delivery_failed"}
)
_CHANGE = Many(
    update(cases)
    .where(*_IS_IT)
    .values(
        {
            **{name: bindparam(f"to_{name}") for name in _CHANGED},
            **{name: _kept(name) for name in (*_LAST, "last_inbound_seq", "delivery_failed")},
        }
    )
)
_TOUCH = Many(
    update(cases)
    .where(*_IS_IT)
    .values(v=bindparam("to_v"), delivery_failed=_kept("delivery_failed"))
)
_NAME = Many(update(cases).where(*_IS_IT).values(subject=bindparam("to_subject")))
_REWORD = Many(
    update(cases)
    .where(
        cases.c.workspace_id == bindparam("here"),
        cases.c.id
        == select(messages.c.case_id)
        .where(
            messages.c.workspace_id == bindparam("here"), messages.c.id == bindparam("message_id")
        )
        .scalar_subquery(),
        cases.c.last_message_id == bindparam("message_id"),
    )
    .values(last_message_text=bindparam("to_text"))
)


async def write(unit: Unit, changes: Changes, numbers: Numbers) -> None:
    """Write the cases of a batch."""
    last = {message.case_id: message for message in changes.messages}
    inbound = {
        message.case_id: numbers.placed[message.id]
        for message in changes.messages
        if message.direction is Direction.IN and not _is_past(message)
    }
    failed = _failures(changes)
    new, changed = [], []
    for case_id, change in changes.cases.items():
        values = _values(change.after, last.get(case_id))
        values["v"] = numbers.cases[case_id]
        if change.before is None:
            values["last_inbound_seq"] = inbound.get(case_id, 0)
            values["delivery_failed"] = failed.get(case_id, False)
            new.append(values)
        else:
            values["last_inbound_seq"] = inbound.get(case_id)
            values["delivery_failed"] = failed.get(case_id)
            changed.append(_bound(change.after, values))
    await unit.run(_ADD, new)
    await unit.run(_CHANGE, changed)
    await unit.run(_TOUCH, _touches(changes, numbers, failed))
    await unit.run(
        _NAME,
        [
            {"here": changes.workspace_id, "which": case_id, "to_subject": subject}
            for case_id, subject in changes.subjects.items()
        ],
    )
    await note_reads(unit, changes)


def _is_past(message: Message) -> bool:
    """Say whether a message was brought in from an archive: nobody has to read it."""
    return bool((message.content or {}).get("is_history"))


async def show_earlier(unit: Unit, changes: Changes) -> None:
    """Let lists show the message before one that was taken back, or what an edited one says."""
    here = {"here": changes.workspace_id}
    await unit.run(
        _REWORD,
        [
            {**here, "message_id": edit.message_id, "to_text": excerpt(edit.text or "")}
            for edit in changes.edits
            if edit.text is not None or edit.deleted_at is not None
        ],
    )
    for delivery in changes.updated_deliveries:
        if delivery.state is DeliveryState.CANCELLED:
            await _show_before(unit, changes, delivery.case_id, delivery.message_id)


async def _show_before(unit: Unit, changes: Changes, case_id: CaseId, message_id: UUID) -> None:
    row = await unit.first(
        select(
            messages.c.id,
            messages.c.text,
            messages.c.direction,
            messages.c.at,
            messages.c.channel,
            messages.c.author_name,
            messages.c.content,
        )
        .select_from(log)
        .join(
            messages,
            (messages.c.workspace_id == log.c.workspace_id) & (messages.c.id == log.c.message_id),
        )
        .outerjoin(
            deliveries,
            (deliveries.c.workspace_id == log.c.workspace_id)
            & (deliveries.c.message_id == log.c.message_id),
        )
        .where(
            log.c.workspace_id == changes.workspace_id,
            log.c.conversation_id == messages.c.conversation_id,
            log.c.conversation_id
            == select(cases.c.conversation_id)
            .where(cases.c.workspace_id == changes.workspace_id, cases.c.id == case_id)
            .scalar_subquery(),
            log.c.kind == MESSAGE,
            IS_SHOWN,
            # Always true, and SQLite takes the index of the timeline for it.
            log.c.seq > 0,
            messages.c.case_id == case_id,
            func.coalesce(deliveries.c.state, "") != DeliveryState.CANCELLED.value,
        )
        .order_by(log.c.seq.desc())
        .limit(1)
    )
    values = dict(zip(_LAST, row[:-1], strict=True)) if row else dict(_NOTHING)
    if row is not None:
        values["last_message_text"] = excerpt(row.text, row.content)
    await unit.connection.execute(
        update(cases)
        .where(
            cases.c.workspace_id == changes.workspace_id,
            cases.c.id == case_id,
            cases.c.last_message_id == message_id,
        )
        .values(values)
    )


def _values(case: Case, message: Message | None) -> Values:
    values = values_of(case)
    if message is None:
        values.update(_NOTHING)
    else:
        values["last_message_id"] = message.id
        values["last_message_text"] = excerpt(message.text, message.content)
        values["last_message_direction"] = message.direction.value
        values["last_message_at"] = message.at
        values["last_message_channel"] = message.channel
        values["last_message_author"] = message.author.name
    return values


def _bound(case: Case, values: Values) -> Values:
    bound = {f"to_{name}": value for name, value in values.items() if name not in _FIXED}
    return {"here": case.workspace_id, "which": case.id, **bound}


def _touches(changes: Changes, numbers: Numbers, failed: Mapping[UUID, bool]) -> list[Values]:
    """Return the cases of the log that did not change themselves."""
    seqs = {case_id: seq for case_id, seq in numbers.cases.items() if case_id not in changes.cases}
    for delivery in changes.updated_deliveries:
        is_shown = delivery.case_id in failed or delivery.state is DeliveryState.CANCELLED
        if is_shown and delivery.case_id not in changes.cases:
            seqs[delivery.case_id] = max(
                seqs.get(delivery.case_id, 0), numbers.touched[delivery.message_id]
            )
    return [
        {
            "here": changes.workspace_id,
            "which": case_id,
            "to_v": seq,
            "to_delivery_failed": failed.get(case_id),
        }
        for case_id, seq in seqs.items()
    ]


def _failures(changes: Changes) -> dict[UUID, bool]:
    """Return the cases in which a delivery failed now (True) or was dealt with (False)."""
    found: dict[UUID, bool] = {
        case_id: False for case_id, change in changes.cases.items() if _is_dealt_with(change)
    }
    for message in changes.messages:
        if message.direction is Direction.OUT:
            found[message.case_id] = False
    for delivery in changes.updated_deliveries:
        if delivery.state is DeliveryState.QUEUED:
            found[delivery.case_id] = False
    for delivery in changes.updated_deliveries:
        if delivery.state is DeliveryState.FAILED:
            found[delivery.case_id] = True
    return found


def _is_dealt_with(change: CaseChange) -> bool:
    before = change.before.facts.duty if change.before else None
    return (
        before is not None and before.kind is DutyKind.DELIVERY and change.after.facts.duty is None
    )
