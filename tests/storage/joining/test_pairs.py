"""Rows that change hands, asked through the port on both engines."""

from __future__ import annotations

from clew.ports.store.joining import Pair
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
