"""Contacts, addresses and conversations of a batch, and when contacts were last heard of."""

from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, insert, update

from clew.ports.store.changes import Changes
from clew.storage.contacts import contact_values, conversation_values, identity_values
from clew.storage.folding import fold
from clew.storage.schema import (
    case_reads,
    contacts,
    conversations,
    effects,
    identities,
    last_inbound,
    opt_outs,
)
from clew.storage.unit import Unit

_ADD_CONTACTS = insert(contacts)
_ADD_CONVERSATIONS = insert(conversations)
_ADD_IDENTITIES = insert(identities)
_ADD_EFFECTS = insert(effects)
_RENAME = (
    update(contacts)
    .where(contacts.c.workspace_id == bindparam("here"), contacts.c.id == bindparam("which"))
    .values(name=bindparam("to_name"), name_key=bindparam("to_key"))
)
_MOVE = (
    update(identities)
    .where(identities.c.workspace_id == bindparam("here"), identities.c.id == bindparam("which"))
    .values(
        {
            name: bindparam(f"to_{name}")
            for name in (
                "contact_id",
                "channel",
                "scope",
                "kind",
                "address",
                "display",
                "assurance",
            )
        }
    )
)
_OPT_IN = delete(opt_outs).where(
    opt_outs.c.workspace_id == bindparam("here"), opt_outs.c.identity_id == bindparam("which")
)


async def write(unit: Unit, changes: Changes) -> None:
    """Write what a batch says of contacts."""
    await unit.run(_ADD_CONTACTS, [contact_values(one) for one in changes.contacts])
    await unit.run(_ADD_CONVERSATIONS, [conversation_values(one) for one in changes.conversations])
    await unit.run(_ADD_IDENTITIES, [identity_values(one) for one in changes.identities])
    await _rename(unit, changes)
    await _hear(unit, changes)
    await _opt(unit, changes)
    await unit.run(
        _ADD_EFFECTS,
        [
            {
                "workspace_id": changes.workspace_id,
                "inbox_id": inbox_id,
                "key": key,
                "at": changes.at,
            }
            for inbox_id, key in changes.effects
        ],
    )


async def note_reads(unit: Unit, changes: Changes) -> None:
    """Keep up to where agents have read cases; never back."""
    if not changes.read_by:
        return
    added = unit.engine.insert(case_reads)
    latest = unit.engine.greatest(case_reads.c.seq, added.excluded.seq)
    await unit.run(
        added.on_conflict_do_update(
            index_elements=list(case_reads.primary_key.c), set_={"seq": latest}
        ),
        [
            {
                "workspace_id": changes.workspace_id,
                "case_id": case_id,
                "agent_id": agent_id,
                "seq": seq,
            }
            for case_id, agent_id, seq in changes.read_by
        ],
    )


async def _rename(unit: Unit, changes: Changes) -> None:
    await unit.run(
        _RENAME,
        [
            {
                "here": changes.workspace_id,
                "which": contact_id,
                "to_name": name,
                "to_key": fold(name),
            }
            for contact_id, name in changes.renamed.items()
        ],
    )
    moved = []
    for one in changes.moved_identities:
        values = {f"to_{name}": value for name, value in identity_values(one).items()}
        for name in ("to_workspace_id", "to_id", "to_created_at"):
            del values[name]
        moved.append({"here": changes.workspace_id, "which": one.id, **values})
    await unit.run(_MOVE, moved)


async def _hear(unit: Unit, changes: Changes) -> None:
    """Keep the greatest instant per conversation and inbox: events may come late."""
    for name, heard in (
        ("at", changes.last_inbound),
        ("window_refused_at", changes.window_refused),
    ):
        if heard:
            await unit.run(
                _latest(unit, last_inbound, name),
                [
                    {
                        "workspace_id": changes.workspace_id,
                        "conversation_id": conversation_id,
                        "inbox_id": inbox_id,
                        name: at,
                    }
                    for (conversation_id, inbox_id), at in heard.items()
                ],
            )


def _latest(unit: Unit, table: Table, name: str) -> Any:
    added = unit.engine.insert(table)
    now, then = table.c[name], added.excluded[name]
    return added.on_conflict_do_update(
        index_elements=list(table.primary_key.c),
        set_={name: unit.engine.greatest(func.coalesce(now, then), then)},
    )


async def _opt(unit: Unit, changes: Changes) -> None:
    out = {one: what for one, what in changes.opted_out.items() if what}
    back = [one for one, what in changes.opted_out.items() if not what]
    await unit.run(_OPT_IN, [{"here": changes.workspace_id, "which": one} for one in back])
    if out:
        added = unit.engine.insert(opt_outs)
        at: datetime = changes.at
        await unit.run(
            added.on_conflict_do_update(
                index_elements=list(opt_outs.primary_key.c),
                set_={"what": added.excluded.what, "at": added.excluded.at},
            ),
            [
                {"workspace_id": changes.workspace_id, "identity_id": one, "what": what, "at": at}
                for one, what in out.items()
            ],
        )
