"""What a change would touch is counted before it is made."""

from __future__ import annotations

import pytest

from clew.domain.errors import NotAllowed, NotFound
from clew.domain.facts import Outcome
from clew.domain.ids import CaseId, InboxId, TagId
from clew.domain.people import Role
from clew.services.cases import resolve
from clew.services.foreseeing import InboxReach, TagReach, reach_of_inbox, reach_of_tag
from clew.services.inboxes import AddInbox, add_inbox
from clew.services.tags import SaveTag, save_tag, tag_case
from clew.services.views import SaveView, save_view
from tests.builders import an_id
from tests.fixtures.workplace import WHATSAPP, Shop


async def of_inbox(shop: Shop, inbox_id: InboxId) -> InboxReach:
    return (await reach_of_inbox(inbox_id, asker=shop.admin, deps=shop.deps)).value


async def of_tag(shop: Shop, tag_id: TagId) -> TagReach:
    return (await reach_of_tag(tag_id, asker=shop.admin, deps=shop.deps)).value


async def test_the_open_cases_of_those_who_wrote_to_an_inbox_are_counted(each_shop: Shop) -> None:
    shop = each_shop
    for phone in ("48600100201", "48600100202"):
        await shop.write(phone=phone)
    command = AddInbox(
        channel="whatsapp",
        name="Second",
        team_id=shop.team.id,
        settings=WHATSAPP.settings,
        secrets=WHATSAPP.secrets,
    )
    other = await add_inbox(command, asker=shop.admin, deps=shop.deps)

    assert await of_inbox(shop, shop.inbox.id) == InboxReach(open_cases=2, queued=0)
    ended = CaseId((await shop.cases())[0].id)
    await resolve(ended, Outcome.WITHDRAWN, no_reply_needed=True, asker=shop.admin, deps=shop.deps)
    assert await of_inbox(shop, shop.inbox.id) == InboxReach(open_cases=1, queued=0)
    assert await of_inbox(shop, InboxId(other.id)) == InboxReach(open_cases=0, queued=0)


async def test_the_open_cases_that_carry_a_tag_and_the_views_that_ask_for_it_are_counted(
    each_shop: Shop,
) -> None:
    shop = each_shop
    tag = TagId((await save_tag(SaveTag(name="Refund"), asker=shop.admin, deps=shop.deps)).id)
    await shop.write()
    case_id = CaseId((await shop.case()).id)
    await tag_case(case_id, [tag], asker=shop.admin, deps=shop.deps)
    filters = {"tag_id": str(tag)}
    await save_view(SaveView(name="Refunds", filters=filters), asker=shop.admin, deps=shop.deps)

    assert await of_tag(shop, tag) == TagReach(open_cases=1, views=1)


async def test_only_who_may_change_a_thing_is_told(shop: Shop) -> None:
    sue = await shop.join("Sue", Role.SUPERVISOR)

    with pytest.raises(NotAllowed):
        await reach_of_inbox(shop.inbox.id, asker=sue, deps=shop.deps)
    with pytest.raises(NotFound):
        await reach_of_tag(TagId(an_id(9)), asker=sue, deps=shop.deps)
    with pytest.raises(NotFound):
        await of_inbox(shop, InboxId(an_id(9)))
