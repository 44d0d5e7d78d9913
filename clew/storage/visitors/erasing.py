"""Words, files and names of one person are taken out of every table that holds them.

What is left is the skeleton: that there was a message, when, in which case. The text itself is
taken out by the recorder, whose log tells browsers and the search index.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, null, select, update

from clew.domain.ids import CaseId, MessageId
from clew.domain.message import AttachmentState
from clew.ports.store.kinds import MESSAGE, NOTE
from clew.ports.store.sights import Sight
from clew.ports.store.visitors import Erased
from clew.storage.engine import padded
from clew.storage.schema import attachments, cases, drafts, log, messages, notes
from clew.storage.schema.log import IS_SHOWN
from clew.storage.schema.messages import HAS_MESSAGE
from clew.storage.unit import Unit

CHUNK = 500
REASON = "erased"
# What agents write themselves, in the entries that tell of cases.
WRITTEN = frozenset({"subject", "reason"})


async def erase_words(unit: Unit, sight: Sight) -> Erased:
    """Take out what was said within a sight, but for the texts of messages; name the files."""
    ids = await _messages(unit, sight)
    blobs: list[str] = []
    for start in range(0, len(ids), CHUNK):
        chunk = ids[start : start + CHUNK]
        blobs += await _files(unit, chunk)
        await unit.connection.execute(
            update(messages)
            .where(messages.c.workspace_id == sight.workspace_id, messages.c.id.in_(padded(chunk)))
            .values(content=null(), reactions=null(), author_name="")
        )
    case_ids = await _cases(unit, sight)
    await _empty(unit, sight, case_ids)
    if sight.identity_id is None:
        await _notes(unit, sight)
    return Erased(
        message_ids=tuple(MessageId(one) for one in ids),
        blobs=tuple(blobs),
        case_ids=tuple(CaseId(one) for one in case_ids),
    )


async def _messages(unit: Unit, sight: Sight) -> list[UUID]:
    wanted = (
        select(log.c.message_id)
        .join(
            messages,
            and_(messages.c.workspace_id == log.c.workspace_id, messages.c.id == log.c.message_id),
        )
        .where(
            log.c.workspace_id == sight.workspace_id,
            log.c.conversation_id == sight.conversation_id,
            log.c.kind == MESSAGE,
            IS_SHOWN,
            log.c.seq > 0,
        )
    )
    if sight.identity_id is not None:
        wanted = wanted.where(messages.c.identity_id == sight.identity_id)
    return [row[0] for row in await unit.all(wanted)]


async def _files(unit: Unit, ids: Sequence[UUID]) -> list[str]:
    of_them = (HAS_MESSAGE, attachments.c.message_id.in_(padded(ids)))
    rows = await unit.all(select(attachments.c.blob, attachments.c.thumbnail_blob).where(*of_them))
    await unit.connection.execute(
        update(attachments)
        .where(*of_them)
        .values(
            name="",
            blob="",
            thumbnail_blob="",
            sha256="",
            state=AttachmentState.FAILED.value,
            next_attempt_at=None,
            reason=REASON,
        )
    )
    return [blob for row in rows for blob in row if blob]


async def _cases(unit: Unit, sight: Sight) -> list[UUID]:
    """Return the cases that are wholly within a sight: of one address, no other is in them."""
    here = and_(
        cases.c.workspace_id == sight.workspace_id,
        cases.c.conversation_id == sight.conversation_id,
    )
    if sight.identity_id is None:
        return [row[0] for row in await unit.all(select(cases.c.id).where(here))]
    inside = and_(
        messages.c.workspace_id == cases.c.workspace_id,
        messages.c.conversation_id == cases.c.conversation_id,
        messages.c.case_id == cases.c.id,
    )
    said = select(messages.c.id).where(inside, messages.c.identity_id == sight.identity_id)
    others = select(messages.c.id).where(inside, messages.c.identity_id != sight.identity_id)
    wanted = select(cases.c.id).where(here, said.exists(), ~others.exists())
    return [row[0] for row in await unit.all(wanted)]


async def _empty(unit: Unit, sight: Sight, case_ids: Sequence[UUID]) -> None:
    """Take names and words out of cases, and of what the log says of them and of the contact."""
    is_ours = and_(
        log.c.workspace_id == sight.workspace_id, log.c.conversation_id == sight.conversation_id
    )
    if sight.identity_id is None:
        await unit.connection.execute(
            update(log).where(is_ours, log.c.contact_id.is_not(None)).values(data=null())
        )
        await unit.connection.execute(
            update(log).where(is_ours, log.c.actor_kind == "contact").values(actor_name="")
        )
    for start in range(0, len(case_ids), CHUNK):
        chunk = padded(case_ids[start : start + CHUNK])
        await unit.connection.execute(
            update(cases)
            .where(cases.c.workspace_id == sight.workspace_id, cases.c.id.in_(chunk))
            .values(last_message_text="", last_message_author="", subject="")
        )
        await unit.connection.execute(
            update(log)
            .where(is_ours, log.c.case_id.in_(chunk), log.c.actor_kind == "contact")
            .values(actor_name="")
        )
        await unit.connection.execute(
            delete(drafts).where(
                drafts.c.workspace_id == sight.workspace_id, drafts.c.case_id.in_(chunk)
            )
        )
        await _told_of_cases(unit, and_(is_ours, log.c.case_id.in_(chunk)))


async def _told_of_cases(unit: Unit, are_theirs: ColumnElement[bool]) -> None:
    """Take out what agents wrote of cases: what they are about, and why they were put aside."""
    told = select(log.c.workspace_id, log.c.seq, log.c.data).where(
        are_theirs, log.c.data.isnot(None)
    )
    for row in await unit.all(told):
        left = _wordless(row.data)
        if left != row.data:
            await unit.connection.execute(
                update(log)
                .where(log.c.workspace_id == row.workspace_id, log.c.seq == row.seq)
                .values(data=left)
            )


def _wordless(data: Any) -> Any:
    if not isinstance(data, dict):
        return data
    return {name: _wordless(value) for name, value in data.items() if name not in WRITTEN}


async def _notes(unit: Unit, sight: Sight) -> None:
    noted = select(log.c.note_id).where(
        log.c.workspace_id == sight.workspace_id,
        log.c.conversation_id == sight.conversation_id,
        log.c.kind == NOTE,
    )
    await unit.connection.execute(
        update(notes)
        .where(notes.c.workspace_id == sight.workspace_id, notes.c.id.in_(noted))
        .values(text="")
    )
