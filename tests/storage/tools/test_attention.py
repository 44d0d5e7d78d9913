"""Foci come out as they went in, and are found by the time that they touch."""

from datetime import timedelta

from clew.domain.attention import Focus
from clew.domain.ids import AgentId, CaseId
from clew.ports.store.attention import Correction, KeptFocus
from tests.builders import an_id
from tests.fixtures.workplace import Shop

MINUTE = timedelta(minutes=1)


async def test_a_focus_is_found_by_the_time_that_it_touches(each_shop: Shop) -> None:
    await each_shop.write()
    workspace_id, agent_id = each_shop.admin.workspace_id, each_shop.admin.id
    now = each_shop.clock.now()
    focus = Focus(
        id=an_id(1),
        case_id=CaseId((await each_shop.case()).id),
        began_at=now,
        ended_at=now + 10 * MINUTE,
        words=12,
        beats=(now + MINUTE, now + 2 * MINUTE),
    )
    kept = KeptFocus(focus=focus, agent_id=agent_id, report=1, seconds=90)
    change = Correction(
        id=an_id(2), agent_id=agent_id, case_id=focus.case_id, at=now + MINUTE, seconds=-40
    )

    async with each_shop.deps.store.write() as tx:
        attention = tx.tools.attention
        await attention.save(workspace_id, [kept])
        await attention.correct(workspace_id, change)
        found = {
            minute: await attention.between(
                workspace_id, agent_id, now + minute * MINUTE, now + minute * MINUTE
            )
            for minute in (-1, 0, 10, 11)
        }
        others = await attention.between(workspace_id, AgentId(an_id(77)), now, now)
        seconds = await attention.seconds(workspace_id, agent_id, focus.case_id)
        no_focus = await attention.find(workspace_id, change.id)

    assert found == {-1: [], 0: [kept], 10: [kept], 11: []}
    assert (others, seconds, no_focus) == ([], 50, None)
