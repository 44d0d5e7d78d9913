"""Canned replies are kept; of those that are offered, shortcuts are unique in a language."""

from dataclasses import replace

import pytest

from clew.domain.errors import Conflict
from clew.domain.ids import CannedReplyId
from clew.domain.tools import CannedReply
from tests.fixtures.workplace import Shop


def a_reply(shop: Shop, shortcut: str, language: str = "") -> CannedReply:
    return CannedReply(
        id=CannedReplyId(shop.deps.ids.new()),
        workspace_id=shop.admin.workspace_id,
        title=shortcut.title(),
        shortcut=shortcut,
        text="Thank you, {contact.name}",
        language=language,
        team_id=shop.team.id,
    )


async def save(shop: Shop, *replies: CannedReply) -> list[CannedReply]:
    async with shop.deps.store.write() as tx:
        for reply in replies:
            await tx.tools.canned_replies.save(reply)
    async with shop.deps.store.read() as reader:
        return await reader.tools.canned_replies.all(shop.admin.workspace_id)


async def test_one_is_kept_and_replaced(each_shop: Shop) -> None:
    thanks = a_reply(each_shop, "thanks")
    changed = replace(thanks, text="Thanks", team_id=None, is_archived=True)

    assert await save(each_shop, thanks) == [thanks]
    assert await save(each_shop, changed) == [changed]


async def test_a_shortcut_is_one_replys_in_a_language(each_shop: Shop) -> None:
    await save(each_shop, a_reply(each_shop, "thanks", "en"), a_reply(each_shop, "thanks", "pl"))

    with pytest.raises(Conflict):
        await save(each_shop, a_reply(each_shop, "THANKS", "pl"))


async def test_an_archived_one_leaves_its_shortcut_to_others(each_shop: Shop) -> None:
    old = replace(a_reply(each_shop, "thanks"), is_archived=True)

    assert len(await save(each_shop, old, a_reply(each_shop, "thanks"))) == 2
