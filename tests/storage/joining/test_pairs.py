"""Rows that change hands, asked through the port on both engines."""

from __future__ import annotations

from clew.ports.store.joining import DISMISSED, PROVEN, SUGGESTED, Pair
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_what_is_settled_about_two_replaces_what_was(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    at = each_world.clock.now()
    async with each_world.deps.store.write() as tx:
        for one, two, state in (
            (judit, other, "proven"),
            (other, judit, "dismissed"),
            (judit, other, "proven"),
        ):
            pair = Pair(one_id=one.contact_id, other_id=two.contact_id, state=state, why="x", at=at)
            await tx.joining.settle_pair(WORKSPACE, pair, None)
        found = await tx.joining.proven_pairs(10)

    [(workspace_id, pair)] = found
    assert workspace_id == WORKSPACE
    assert {pair.one_id, pair.other_id} == {judit.contact_id, other.contact_id}


async def test_only_a_proof_takes_the_place_of_a_suggestion(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    both = {"one_id": judit.contact_id, "other_id": other.contact_id}
    at = each_world.clock.now()
    async with each_world.deps.store.write() as tx:
        news = [
            await tx.joining.prove_pair(WORKSPACE, Pair(**both, state=state, why="x", at=at))
            for state in (SUGGESTED, SUGGESTED, PROVEN, SUGGESTED, PROVEN)
        ]
        dismissed = Pair(**both, state=DISMISSED, why="agent", at=at)
        await tx.joining.settle_pair(WORKSPACE, dismissed, None)
        again = await tx.joining.prove_pair(WORKSPACE, Pair(**both, state=PROVEN, why="x", at=at))

    assert news == [True, False, True, False, False]
    assert not again
