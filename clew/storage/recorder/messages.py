"""Messages of a batch, with their notes, deliveries and files."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Table, bindparam, func, insert, select, update

from clew.domain.ids import MessageId
from clew.domain.message import Delivery
from clew.ports.store.changes import Changes, MessageEdit
from clew.storage.deliveries import values_of as delivery_values
from clew.storage.messages import attachment_values, message_values, note_values
from clew.storage.recorder.numbering import Numbers
from clew.storage.schema import attachments, deliveries, delivery_provider_ids, messages, notes
from clew.storage.unit import Many, Unit, Values

_EDITED = ("text", "content", "edited_at", "deleted_at", "reactions", "provider_id")
_IS_IT = (messages.c.workspace_id == bindparam("here"), messages.c.id == bindparam("which"))


def _replace(table: Table, *fixed: str) -> Many:
    """Return the statement that replaces whole rows, but for what never changes."""
    key = table.primary_key.c
    names = [column.name for column in table.c if column.name not in {*key.keys(), *fixed}]
    return Many(
        update(table)
        .where(*(column == bindparam(f"key_{column.name}") for column in key))
        .values({name: bindparam(f"to_{name}") for name in names})
    )


_ADD_MESSAGES = Many(insert(messages))
_ADD_NOTES = Many(insert(notes))
_ADD_DELIVERIES = Many(insert(deliveries))
_ADD_ATTACHMENTS = Many(insert(attachments))
_EDIT = Many(
    update(messages)
    .where(*_IS_IT)
    .values(
        {
            name: func.coalesce(
                bindparam(f"to_{name}", type_=messages.c[name].type), messages.c[name]
            )
            for name in _EDITED
        }
    )
)
_TOUCH = Many(update(messages).where(*_IS_IT).values(v=bindparam("to_v")))
_NAME = Many(
    lambda engine: engine.insert(delivery_provider_ids).on_conflict_do_nothing(
        index_elements=list(delivery_provider_ids.primary_key.c)
    )
)
# Whoever sends a message or fetches a file holds its row for a while, in which contacts may be
# joined: to which conversation it belongs is not theirs to say.
_REPLACE_DELIVERIES = _replace(deliveries, "seq", "conversation_id", "case_id")
_REPLACE_ATTACHMENTS = _replace(attachments, "conversation_id")
_PLACE_ATTACHMENTS = Many(
    update(attachments)
    .where(attachments.c.workspace_id == bindparam("here"), attachments.c.id == bindparam("which"))
    .values(
        conversation_id=select(messages.c.conversation_id)
        .where(
            messages.c.workspace_id == bindparam("here"), messages.c.id == bindparam("message_id")
        )
        .scalar_subquery()
    )
)


async def write(unit: Unit, changes: Changes, numbers: Numbers) -> None:
    """Write what was said, and what became of it."""
    here = changes.workspace_id
    placed = numbers.placed
    await unit.run(
        _ADD_MESSAGES,
        [message_values(one, placed[one.id], numbers.touched[one.id]) for one in changes.messages],
    )
    await unit.run(_ADD_NOTES, [note_values(one, placed[one.id]) for one in changes.notes])
    await unit.run(_EDIT, [_edit_values(here, edit) for edit in _merged(changes.edits)])
    new = {message.id for message in changes.messages}
    await unit.run(
        _TOUCH,
        [
            {"here": here, "which": message_id, "to_v": seq}
            for message_id, seq in numbers.touched.items()
            if message_id not in new
        ],
    )
    await _write_deliveries(unit, changes, numbers)
    await unit.run(_ADD_ATTACHMENTS, [attachment_values(one) for one in changes.attachments])
    await _write_attachments(unit, changes)


async def _write_attachments(unit: Unit, changes: Changes) -> None:
    updated = list({one.id: one for one in changes.updated_attachments}.values())
    await unit.run(
        _REPLACE_ATTACHMENTS,
        [_replacing(attachments, attachment_values(one), "conversation_id") for one in updated],
    )
    await unit.run(
        _PLACE_ATTACHMENTS,
        [
            {"here": changes.workspace_id, "which": one.id, "message_id": one.message_id}
            for one in updated
            if one.message_id is not None
        ],
    )


async def _write_deliveries(unit: Unit, changes: Changes, numbers: Numbers) -> None:
    added = [one for one in changes.deliveries if one.message_id in numbers.placed]
    late = [one for one in changes.deliveries if one.message_id not in numbers.placed]
    rows = [{**delivery_values(one), "seq": numbers.placed[one.message_id]} for one in added]
    for one in late:
        row = await unit.first(
            select(messages.c.seq).where(
                messages.c.workspace_id == one.workspace_id, messages.c.id == one.message_id
            )
        )
        rows.append({**delivery_values(one), "seq": row[0] if row else 0})
    await unit.run(_ADD_DELIVERIES, rows)
    await unit.run(
        _REPLACE_DELIVERIES,
        [
            _replacing(deliveries, delivery_values(one), "conversation_id", "case_id")
            for one in {one.message_id: one for one in changes.updated_deliveries}.values()
        ],
    )
    await _name(unit, [*changes.deliveries, *changes.updated_deliveries])


async def _name(unit: Unit, named: Iterable[Delivery]) -> None:
    """Keep the provider's names; the first message that had one keeps it."""
    rows = [
        {
            "inbox_id": one.inbox_id,
            "provider_id": provider_id,
            "workspace_id": one.workspace_id,
            "message_id": one.message_id,
        }
        for one in named
        for provider_id in one.provider_ids
    ]
    await unit.run(_NAME, rows)


def _merged(edits: Iterable[MessageEdit]) -> Iterable[MessageEdit]:
    """Return one edit per message; a later one adds to those before."""
    merged: dict[MessageId, MessageEdit] = {}
    for edit in edits:
        earlier = merged.get(edit.message_id, edit)
        said = {name: value for name in _EDITED if (value := getattr(edit, name)) is not None}
        merged[edit.message_id] = replace(earlier, **said)
    return merged.values()


def _edit_values(workspace_id: object, edit: MessageEdit) -> Values:
    values = {f"to_{name}": getattr(edit, name) for name in _EDITED}
    return {"here": workspace_id, "which": edit.message_id, **values}


def _replacing(table: Table, values: Values, *fixed: str) -> Values:
    key = table.primary_key.c
    return {
        (f"key_{name}" if name in key else f"to_{name}"): value
        for name, value in values.items()
        if name not in fixed
    }
