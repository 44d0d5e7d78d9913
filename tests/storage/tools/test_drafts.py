"""Words that were never seen are not replaced; of two machines that do not say, the newer win."""

from dataclasses import replace
from datetime import timedelta

from clew.domain.ids import CaseId
from clew.ports.store.tools import KeptDraft
from tests.fixtures.workplace import Shop

MINUTE = timedelta(minutes=1)


async def a_draft(shop: Shop, text: str = "Hello") -> KeptDraft:
    await shop.write()
    return KeptDraft(
        agent_id=shop.admin.id,
        case_id=CaseId((await shop.case()).id),
        mode="reply",
        content={"text": text},
        written_at=shop.clock.now(),
    )


async def test_newer_words_replace_older_ones_and_never_the_other_way(each_shop: Shop) -> None:
    workspace_id = each_shop.admin.workspace_id
    first = await a_draft(each_shop)
    newer = replace(first, content={"text": "Hello again"}, written_at=first.written_at + MINUTE)
    older = replace(first, content={"text": "Hel"}, written_at=first.written_at - MINUTE)

    async with each_shop.deps.store.write() as tx:
        stood = [
            await tx.tools.drafts.save(workspace_id, one) for one in (first, newer, older, newer)
        ]

    assert stood == [first, newer, newer, newer]


async def test_each_mode_has_its_own_and_can_be_forgotten(each_shop: Shop) -> None:
    workspace_id, agent_id = each_shop.admin.workspace_id, each_shop.admin.id
    reply = await a_draft(each_shop)
    note = replace(reply, mode="note", written_at=reply.written_at + MINUTE)
    async with each_shop.deps.store.write() as tx:
        for one in (reply, note):
            await tx.tools.drafts.save(workspace_id, one)
        both = await tx.tools.drafts.of_agent(workspace_id, agent_id)
        await tx.tools.drafts.forget(workspace_id, (agent_id, reply.case_id, "note"))
        left = await tx.tools.drafts.of_agent(workspace_id, agent_id)

    assert list(both) == [note, reply]
    assert list(left) == [reply]


async def test_words_that_were_never_seen_are_neither_replaced_nor_deleted(each_shop: Shop) -> None:
    """Two windows lie side by side, and in one of them the other's words were never read."""
    workspace_id, agent_id = each_shop.admin.workspace_id, each_shop.admin.id
    first = await a_draft(each_shop)
    unseen = replace(first, content={"text": "A page"}, written_at=first.written_at + MINUTE)
    later = replace(first, content={"text": "Hel"}, written_at=first.written_at + 2 * MINUTE)
    it = agent_id, first.case_id, "reply"
    async with each_shop.deps.store.write() as tx:
        drafts = tx.tools.drafts
        for one in (first, unseen):
            await drafts.save(workspace_id, one)
        stood = await drafts.save(workspace_id, later, based_on=first.written_at)
        again = await drafts.save(workspace_id, unseen, based_on=first.written_at)
        await drafts.forget(workspace_id, it, up_to=first.written_at)
        kept = await drafts.get(workspace_id, *it)
        seen = await drafts.save(workspace_id, later, based_on=unseen.written_at)
        await drafts.forget(workspace_id, it, up_to=later.written_at)
        left = await drafts.get(workspace_id, *it)

    assert [stood, again, kept, seen, left] == [unseen, unseen, unseen, later, None]
