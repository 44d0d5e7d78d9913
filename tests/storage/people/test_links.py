"""Links are kept by their hashes, one for each agent."""

from __future__ import annotations

from datetime import timedelta

from clew.domain.ids import AgentId
from clew.ports.store import Store
from clew.ports.store.links import LinkPurpose
from tests.builders import MONDAY_NINE
from tests.storage.batches import Workplace

LATER = MONDAY_NINE + timedelta(hours=2)
FIRST, SECOND = b"1" * 32, b"2" * 32


async def test_the_last_link_of_an_agent_counts(store: Store) -> None:
    here, other = await Workplace().save(store), await Workplace().save(store)
    ana: AgentId = here.agent.id

    async with store.write() as tx:
        for token in (FIRST, SECOND):
            await tx.links.keep(
                token, ana, LinkPurpose.RESET, made_at=MONDAY_NINE, expires_at=LATER
            )
        found = await tx.links.find(SECOND)
        assert await tx.links.find(FIRST) is None
        assert await tx.links.of_workspace(here.id) == [found]
        assert await tx.links.of_workspace(other.id) == []
        assert await tx.links.of_agent(ana) == found

    assert found is not None
    assert (found.agent.id, found.workspace.id) == (ana, here.id)
    assert (found.purpose, found.made_at, found.expires_at) == (
        LinkPurpose.RESET,
        MONDAY_NINE,
        LATER,
    )


async def test_a_link_is_ended_once_and_forgotten_when_it_ran_out(store: Store) -> None:
    ana: AgentId = (await Workplace().save(store)).agent.id

    async with store.write() as tx:
        await tx.links.keep(FIRST, ana, LinkPurpose.RESET, made_at=MONDAY_NINE, expires_at=LATER)
        assert [await tx.links.end(ana), await tx.links.end(ana)] == [True, False]
        for token, purpose in ((FIRST, LinkPurpose.RESET), (SECOND, LinkPurpose.INVITATION)):
            await tx.links.keep(token, ana, purpose, made_at=MONDAY_NINE, expires_at=LATER)
            await tx.people.forget_old(LATER, MONDAY_NINE)

        assert await tx.links.find(FIRST) is None
        assert await tx.links.find(SECOND) is not None
