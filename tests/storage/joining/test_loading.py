"""Rows that change hands, asked through the port on both engines."""

from __future__ import annotations

from clew.domain.ids import CaseId
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_homes_are_settled_and_read_back(each_world: World) -> None:
    people = People(each_world)
    judit = await people.write("Judit")
    async with each_world.deps.store.write() as tx:
        await tx.joining.settle_homes(WORKSPACE, {CaseId(judit.id): judit.contact_id})
        strand = await tx.joining.strand(WORKSPACE, judit.conversation_id, 0)

    assert strand.cases == {judit.id: judit.contact_id}
    assert [one.is_inbound for one in strand.spoken] == [True]
