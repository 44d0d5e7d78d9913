"""Inboxes as people see them: without secrets, and with as few questions as can be."""

import pytest

from clew.domain.errors import NotFound
from clew.domain.ids import InboxId
from clew.domain.people import InboxStage, InboxState
from clew.services.inbox_views import get_inbox, list_inboxes, list_templates
from tests.builders import an_id
from tests.fixtures.workplace import Shop


async def test_an_inbox_is_listed_without_its_secrets(each_shop: Shop) -> None:
    await each_shop.write("Hello")
    await each_shop.answer("Yes?")

    [inbox] = (await list_inboxes(asker=each_shop.admin, deps=each_shop.deps)).value
    alone = await get_inbox(each_shop.inbox.id, asker=each_shop.admin, deps=each_shop.deps)

    assert inbox.webhook_path == f"/hooks/{inbox.id}"
    assert (inbox.health.state, inbox.stage) == (InboxState.GREEN, InboxStage.ACTIVE)
    assert inbox.health.queued == 1
    assert "access_token" in inbox.secrets
    assert "EAAG" not in repr(inbox)
    assert alone.value == inbox


async def test_what_is_not_here_is_not_shown(shop: Shop) -> None:
    for read in (get_inbox, list_templates):
        with pytest.raises(NotFound):
            await read(InboxId(an_id(99)), asker=shop.admin, deps=shop.deps)
