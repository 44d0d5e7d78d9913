"""Files are fetched once; the newest reply is found."""

from __future__ import annotations

from dataclasses import replace

from clew.domain.ids import AttachmentId
from clew.domain.message import Attachment, AttachmentState
from clew.ports.channel import MediaFamily, MediaRef
from clew.ports.store import Store
from tests.builders import A_DAY, HOUR, MONDAY_NINE
from tests.storage.batches import Workplace, new_id, one_waiting, recorded


async def test_files_are_fetched_by_one_and_again_after_a_while(store: Store) -> None:
    workplace = await Workplace().save(store)
    _, message = await one_waiting(workplace, store)
    pending = Attachment(
        id=AttachmentId(new_id()),
        workspace_id=workplace.id,
        name="parcel.jpg",
        media_type="image/jpeg",
        state=AttachmentState.PENDING,
        created_at=MONDAY_NINE,
        conversation_id=message.conversation_id,
        message_id=message.id,
        inbox_id=workplace.inbox_id,
        source=MediaRef(provider_media_id="1", family=MediaFamily.IMAGE, media_type="image/jpeg"),
        next_attempt_at=MONDAY_NINE,
    )
    changes = workplace.changes()
    changes.attachments.append(pending)
    await recorded(store, changes)

    async with store.write() as tx:
        [taken] = await tx.claim_media(MONDAY_NINE, MONDAY_NINE + HOUR, 10)
        again = await tx.claim_media(MONDAY_NINE, MONDAY_NINE + HOUR, 10)
    ready = replace(taken, state=AttachmentState.READY, blob="ab/cd", byte_count=5, width=2)
    changes = workplace.changes()
    changes.updated_attachments.append(ready)
    await recorded(store, changes)
    async with store.write() as tx:
        later = await tx.claim_media(MONDAY_NINE + A_DAY, MONDAY_NINE + 2 * A_DAY, 10)
        files = await tx.attachments_of([message.id])

    assert taken == replace(pending, attempts=1, next_attempt_at=MONDAY_NINE + HOUR)
    assert again == []
    assert later == []
    assert files == {message.id: [ready]}


async def test_the_newest_reply_is_ours(store: Store) -> None:
    workplace = await Workplace().save(store)
    case, _ = await one_waiting(workplace, store)
    changes = workplace.changes()
    reply = workplace.answer(changes, case, "Hello", after=case)
    seqs = await recorded(store, changes)

    async with store.write() as tx:
        newest = await tx.newest_reply(workplace.id, case.conversation_id)
        has_note = await tx.has_note(workplace.id, reply.id)

    assert newest == (seqs.last_seq, reply.id)
    assert not has_note
