from __future__ import annotations

from clew.domain.recognition import Reason
from clew.services.recognition.proving import note_proof
from clew.worker.joiner import joiner
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_who_is_proven_to_be_one_is_joined_and_then_there_is_nothing_to_do(
    world: World,
) -> None:
    people = People(world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    async with world.deps.store.write() as tx:
        both = (judit.contact_id, other.contact_id)
        await note_proof(both, Reason.SAME_VERIFIED, WORKSPACE, tx, world.deps)
    worker = joiner(world.deps)

    assert await worker.step(None)
    assert not await worker.step(None)
    assert (await people.case(other.id)).contact_id == judit.contact_id
