"""A conversation as its composer needs it."""

from datetime import timedelta

import pytest

from clew.domain.errors import InvalidInput, NotFound
from clew.domain.ids import ContactId, ConversationId
from clew.services.conversations import get_conversation, rename_contact
from tests.builders import an_id
from tests.fixtures.workplace import Shop
from tests.services.ingest.answered import NAME, answered
from tests.services.visitors.post import CLOSED


async def test_the_window_of_the_channel_decides_what_can_be_sent(each_shop: Shop) -> None:
    await each_shop.write()
    conversation_id = ConversationId((await each_shop.case()).conversation_id)
    asker, deps = each_shop.admin, each_shop.deps

    fresh = (await get_conversation(conversation_id, asker=asker, post=CLOSED, deps=deps)).value
    each_shop.clock.advance(timedelta(hours=24, minutes=1))
    late = (await get_conversation(conversation_id, asker=asker, post=CLOSED, deps=deps)).value

    assert [(way.can_send, way.reason) for way in fresh.inboxes] == [(True, None)]
    assert [(way.can_send, way.reason) for way in late.inboxes] == [(False, "template_required")]
    assert fresh.case_ids == [(await each_shop.case()).id]


async def test_when_they_last_read_is_told_where_the_channel_tells_it(each_shop: Shop) -> None:
    await answered(each_shop)
    conversation_id = ConversationId((await each_shop.case()).conversation_id)
    asker, deps = each_shop.admin, each_shop.deps

    await each_shop.deliver(each_shop.status(NAME, "delivered"))
    [unread] = (
        await get_conversation(conversation_id, asker=asker, post=CLOSED, deps=deps)
    ).value.inboxes
    each_shop.clock.advance(timedelta(minutes=7))
    read_at = each_shop.clock.now()
    await each_shop.deliver(each_shop.status(NAME, "read"))
    each_shop.clock.advance(timedelta(hours=1))
    [read] = (
        await get_conversation(conversation_id, asker=asker, post=CLOSED, deps=deps)
    ).value.inboxes

    assert unread.last_read_at is None
    assert read.last_read_at == read_at
    assert await each_shop.violations() == {}


async def test_a_contact_gets_another_name_and_everybody_hears_of_it(each_shop: Shop) -> None:
    await each_shop.write()
    contact_id = ContactId((await each_shop.case()).contact.id)

    renamed = await rename_contact(
        contact_id, "Anna Nowak", asker=each_shop.admin, deps=each_shop.deps
    )

    assert renamed.name == "Anna Nowak"
    assert (await each_shop.case()).contact.name == "Anna Nowak"
    assert await each_shop.violations() == {}


async def test_refusals(shop: Shop) -> None:
    asker, deps = shop.admin, shop.deps

    with pytest.raises(NotFound):
        await get_conversation(ConversationId(an_id(9)), asker=asker, post=CLOSED, deps=deps)
    with pytest.raises(NotFound):
        await rename_contact(ContactId(an_id(9)), "Anna", asker=asker, deps=deps)
    with pytest.raises(InvalidInput):
        await rename_contact(ContactId(an_id(9)), " ", asker=asker, deps=deps)
