"""What a reply is decided on; and what may not be used for one."""

from uuid import UUID

import pytest

from clew.domain.errors import CannotSend, NewerReplyExists, NotFound
from clew.domain.ids import AttachmentId, InboxId, MessageId
from clew.domain.message import Attachment, AttachmentState
from clew.ports.store import Changes
from clew.services.asking import Asker
from tests.builders import an_id
from tests.fixtures.shops import shop_in
from tests.fixtures.workplace import Shop

BEN = "48609999999"


async def a_file(
    shop: Shop, by: Asker, state: AttachmentState = AttachmentState.READY
) -> AttachmentId:
    """A file that waits in somebody's composer."""
    file = Attachment(
        id=AttachmentId(shop.deps.ids.new()),
        workspace_id=by.workspace_id,
        name="offer.pdf",
        media_type="application/pdf",
        state=state,
        created_at=shop.clock.now(),
        byte_count=100,
        blob="offer" if state is AttachmentState.READY else "",
        uploaded_by=by.id,
    )
    changes = Changes(workspace_id=by.workspace_id, at=shop.clock.now(), attachments=[file])
    async with shop.deps.store.write() as tx:
        await tx.record(changes)
    return file.id


async def seq(shop: Shop) -> int:
    """The newest number that a browser may have seen."""
    async with shop.deps.store.read() as reader:
        return await reader.seq(shop.admin.workspace_id)


async def test_a_reply_written_before_a_colleagues_was_seen_is_held_up(each_shop: Shop) -> None:
    agent = await each_shop.join("Ewa", available=True)
    await each_shop.write("Hello")
    seen = await seq(each_shop)
    theirs = await each_shop.answer("I take it", by=agent)

    with pytest.raises(NewerReplyExists) as refused:
        await each_shop.answer("Me too", expected_seq=seen)
    await each_shop.answer("In spite of it", expected_seq=await seq(each_shop))

    assert refused.value.message_id == theirs
    assert len(await each_shop.messages()) == 3
    assert await each_shop.violations() == {}


async def test_ones_own_last_words_are_no_surprise(shop: Shop) -> None:
    """Two quick replies of one person: the second was written before the first was echoed."""
    await shop.write("Hello")
    seen = await seq(shop)

    await shop.answer("One moment", expected_seq=seen)
    await shop.answer("Here it is", expected_seq=seen)

    assert len(await shop.messages()) == 3


async def test_files_go_with_the_reply_in_their_order(shop: Shop) -> None:
    await shop.write("Your offer?")
    first, second = await a_file(shop, shop.admin), await a_file(shop, shop.admin)

    await shop.answer("Here", attachment_ids=(second, first, second))

    attachments = (await shop.messages())[-1].attachments
    assert attachments is not None
    assert [file.id for file in attachments] == [second, first]
    assert await shop.violations() == {}


async def test_files_alone_are_a_reply(shop: Shop) -> None:
    await shop.write("Your offer?")

    await shop.answer("", attachment_ids=(await a_file(shop, shop.admin),))

    assert len(await shop.messages()) == 2


async def test_files_of_others_unfinished_or_used_ones_are_not_to_be_had(shop: Shop) -> None:
    agent = await shop.join("Ewa")
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Your offer?")
    used = await a_file(shop, shop.admin)
    await shop.answer("Here", attachment_ids=(used,))
    forbidden = [
        await a_file(shop, agent),
        await a_file(shop, other.admin),
        await a_file(shop, shop.admin, AttachmentState.PENDING),
        used,
        AttachmentId(an_id(9)),
    ]

    for file in forbidden:
        with pytest.raises(NotFound):
            await shop.answer("Here", attachment_ids=(file,))

    assert len(await shop.messages()) == 2


async def test_only_messages_of_the_conversation_can_be_quoted(shop: Shop) -> None:
    await shop.write("Hello")
    await shop.write("Hello from Ben", phone=BEN)
    anna, ben = await shop.cases()
    (theirs,) = await shop.messages(ben)

    for quoted in (MessageId(UUID(theirs.id)), MessageId(an_id(9))):
        with pytest.raises(NotFound):
            await shop.answer("Hi", case=anna, reply_to=quoted)


async def test_a_reply_goes_where_the_contact_last_wrote(shop: Shop) -> None:
    second = await shop.second_inbox()
    await shop.write("To the first")
    shop.clock.advance(shop.deps.limits.undo)
    body = shop.incoming("wamid.2", "To the second").replace(b"106540352242922", b"999")
    await shop.deliver(body, inbox=second)

    by_default = await shop.delivery(await shop.answer())
    by_choice = await shop.delivery(await shop.answer(inbox_id=shop.inbox.id))

    assert (by_default.inbox_id, by_choice.inbox_id) == (second.id, shop.inbox.id)
    assert await shop.violations() == {}


async def test_an_inbox_that_is_not_here_is_refused(shop: Shop) -> None:
    other = await shop_in(shop.deps, shop.clock, "Another shop")
    await shop.write("Hello")

    for inbox_id in (other.inbox.id, InboxId(an_id(9))):
        with pytest.raises(NotFound):
            await shop.answer(inbox_id=inbox_id)


async def test_an_inbox_to_which_the_contact_never_wrote_takes_only_a_template(
    shop: Shop,
) -> None:
    second = await shop.second_inbox()
    await shop.write("Hello")

    with pytest.raises(CannotSend) as refused:
        await shop.answer(inbox_id=second.id)

    assert refused.value.reason == "template_required"
    assert refused.value.extra == {"reason": "template_required"}
