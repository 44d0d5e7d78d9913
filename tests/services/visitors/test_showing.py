"""Which site shows a chat, noted now and then."""

from datetime import timedelta

from clew.domain.ids import InboxId
from clew.services.inbox_views import get_inbox
from clew.services.visitors.showing import NOTED_EVERY, note_shown
from tests.builders import an_id
from tests.fixtures.chat import SITE, Chat


async def test_a_site_is_noted_once_in_a_while(each_chat: Chat) -> None:
    shop, began = each_chat.shop, each_chat.shop.clock.now()

    for at, site in ((0, SITE), (1, "https://other.example"), (11, "https://other.example")):
        shop.clock.at = began + at * timedelta(minutes=1)
        await note_shown(each_chat.inbox.id, site, deps=shop.deps)
        found = await get_inbox(each_chat.inbox.id, asker=shop.admin, deps=shop.deps)
        if at < NOTED_EVERY / timedelta(minutes=1):
            assert (found.value.health.shown_on, found.value.health.shown_at) == (SITE, began)

    assert found.value.health.shown_on == "https://other.example"


async def test_a_chat_that_is_not_there_is_not_noted(chat: Chat) -> None:
    await note_shown(InboxId(an_id(99)), SITE, deps=chat.shop.deps)
