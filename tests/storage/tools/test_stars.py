"""A star is put once and taken away once."""

from clew.domain.ids import CaseId
from tests.fixtures.workplace import Shop


async def test_a_star_is_one_however_often_it_is_put(each_shop: Shop) -> None:
    await each_shop.write()
    case_id = CaseId((await each_shop.case()).id)
    workspace_id, agent_id = each_shop.admin.workspace_id, each_shop.admin.id
    now = each_shop.clock.now()

    async with each_shop.deps.store.write() as tx:
        for _ in range(2):
            await tx.tools.stars.put(workspace_id, agent_id, case_id, case_id, now)
        there = await tx.tools.stars.of_agent(workspace_id, agent_id, 10)
        gone = [await tx.tools.stars.remove(workspace_id, agent_id, case_id) for _ in range(2)]

    assert [one.case_id for one in there] == [case_id]
    assert gone == [True, False]
