"""Contacts, addresses and conversations of a batch, and when contacts were last heard of."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, update

from clew.domain.ids import AgentId, CaseId, IdentityId, InboxId
from clew.ports.channel import OptScope
from clew.ports.store.changes import Changes
from clew.storage.consents import consent_values
from clew.storage.contacts import contact_values, conversation_values, identity_values
from clew.storage.engine import Engine, Statement
from clew.storage.folding import fold
from clew.storage.schema import (
    case_reads,
    consents,
    contacts,
    conversations,
    effects,
    identities,
    last_inbound,
    opt_outs,
)
from clew.storage.unit import Many, Unit, Values

_ADD_CONTACTS = Many(insert(contacts))
_ADD_CONVERSATIONS = Many(insert(conversations))
_ADD_IDENTITIES = Many(insert(identities))
_ADD_CONSENTS = Many(insert(consents))
_ADD_EFFECTS = Many(insert(effects))
_RENAME = Many(
    update(contacts)
    .where(contacts.c.workspace_id == bindparam("here"), contacts.c.id == bindparam("which"))
    .values(name=bindparam("to_name"), name_key=bindparam("to_key"))
)
_MOVE = Many(
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
_FAIL = Many(
    update(identities)
    .where(identities.c.workspace_id == bindparam("here"), identities.c.id == bindparam("which"))
    .values(
        failed_at=bindparam("since"),
        failure_code=bindparam("with_code"),
        failure_reason=bindparam("for_reason"),
    )
)
_OPT_IN = Many(
    delete(opt_outs).where(
        opt_outs.c.workspace_id == bindparam("here"), opt_outs.c.identity_id == bindparam("which")
    )
)


def _note_reads(engine: Engine) -> Statement:
    added = engine.insert(case_reads)
    latest = engine.greatest(case_reads.c.seq, added.excluded.seq)
    return added.on_conflict_do_update(
        index_elements=list(case_reads.primary_key.c), set_={"seq": latest}
    )


def _latest(name: str) -> Many:
    """Return the statement that keeps the greatest instant: events may come late."""

    def statement(engine: Engine) -> Statement:
        added = engine.insert(last_inbound)
        now, then = last_inbound.c[name], added.excluded[name]
        return added.on_conflict_do_update(
            index_elements=list(last_inbound.primary_key.c),
            set_={name: engine.greatest(func.coalesce(now, then), then)},
        )

    return Many(statement)


def _opt_out(engine: Engine) -> Statement:
    added = engine.insert(opt_outs)
    return added.on_conflict_do_update(
        index_elements=list(opt_outs.primary_key.c),
        set_={"what": added.excluded.what, "at": added.excluded.at},
    )


_NOTE_READS = Many(_note_reads)
_HEAR = _latest("at")
_HEAR_REFUSAL = _latest("window_refused_at")
_NOTE_READING = _latest("read_at")


def _refuse(engine: Engine) -> Statement:
    added = engine.insert(opt_outs)
    return added.on_conflict_do_update(
        index_elements=list(opt_outs.primary_key.c),
        set_={"what": added.excluded.what, "at": added.excluded.at},
        where=opt_outs.c.what != OptScope.EVERYTHING.value,
    )


_OPT_OUT = Many(_opt_out)
_REFUSE = Many(_refuse)


async def write(unit: Unit, changes: Changes) -> None:
    """Write what a batch says of contacts."""
    await unit.run(_ADD_CONTACTS, [contact_values(one) for one in changes.contacts])
    await unit.run(_ADD_CONVERSATIONS, [conversation_values(one) for one in changes.conversations])
    await unit.run(_ADD_IDENTITIES, [identity_values(one) for one in changes.identities])
    await _rename(unit, changes)
    await _hear(unit, changes)
    await _opt(unit, changes)
    await unit.run(_ADD_CONSENTS, [consent_values(one) for one in changes.consents])
    await _fail(unit, changes)
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
    read: dict[tuple[CaseId, AgentId], int] = {}
    for case_id, agent_id, seq in changes.read_by:
        read[case_id, agent_id] = max(seq, read.get((case_id, agent_id), 0))
    await unit.run(
        _NOTE_READS,
        [
            {
                "workspace_id": changes.workspace_id,
                "case_id": case_id,
                "agent_id": agent_id,
                "seq": seq,
            }
            for (case_id, agent_id), seq in read.items()
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
    for one in {one.id: one for one in changes.moved_identities}.values():
        values = {f"to_{name}": value for name, value in identity_values(one).items()}
        for name in ("to_workspace_id", "to_id", "to_created_at", "to_home_contact_id"):
            del values[name]
        moved.append({"here": changes.workspace_id, "which": one.id, **values})
    await unit.run(_MOVE, moved)


async def _hear(unit: Unit, changes: Changes) -> None:
    await unit.run(_HEAR, _heard(changes, changes.last_inbound, "at"))
    await unit.run(_HEAR_REFUSAL, _heard(changes, changes.window_refused, "window_refused_at"))
    await unit.run(_NOTE_READING, _heard(changes, changes.last_read, "read_at"))


def _heard(
    changes: Changes, heard: Mapping[tuple[IdentityId, InboxId], datetime], name: str
) -> list[Values]:
    return [
        {
            "workspace_id": changes.workspace_id,
            "identity_id": identity_id,
            "inbox_id": inbox_id,
            name: at,
        }
        for (identity_id, inbox_id), at in heard.items()
    ]


async def _opt(unit: Unit, changes: Changes) -> None:
    out = {one: what for one, what in changes.opted_out.items() if what}
    back = [one for one, what in changes.opted_out.items() if not what]
    await unit.run(_OPT_IN, [{"here": changes.workspace_id, "which": one} for one in back])
    await unit.run(_OPT_OUT, _wishes(changes, out))
    await unit.run(_REFUSE, _wishes(changes, changes.refused))


def _wishes(changes: Changes, wishes: Mapping[IdentityId, str]) -> list[Values]:
    where = {"workspace_id": changes.workspace_id, "at": changes.at}
    return [{**where, "identity_id": one, "what": what} for one, what in wishes.items()]


async def _fail(unit: Unit, changes: Changes) -> None:
    await unit.run(
        _FAIL,
        [
            {
                "here": changes.workspace_id,
                "which": identity_id,
                "since": failure.at if failure else None,
                "with_code": failure.code if failure else None,
                "for_reason": failure.reason if failure else None,
            }
            for identity_id, failure in changes.failures.items()
        ],
    )
