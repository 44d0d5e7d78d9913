"""Rows that change hands, asked through the port on both engines."""

from __future__ import annotations

from clew.domain.ids import ContactId
from tests.builders import an_id
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_parties_are_found_by_every_id_they_ever_had(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await people.merge(judit, other)

    async with each_world.deps.store.write() as tx:
        found = await tx.joining.parties(
            WORKSPACE, [judit.contact_id, other.contact_id, ContactId(an_id(9))]
        )
        everybody = await tx.joining.members(WORKSPACE, judit.contact_id)
        live = await tx.joining.live_conversation(WORKSPACE, other.conversation_id)
        nowhere = await tx.joining.live_conversation(WORKSPACE, other.contact_id)  # type: ignore[arg-type]

    assert found.keys() == {judit.contact_id, other.contact_id}
    assert {party.contact.id for party in found.values()} == {judit.contact_id}
    assert len(found[other.contact_id].identities) == 4
    assert everybody == {judit.contact_id, other.contact_id}
    assert (live, nowhere) == (judit.conversation_id, None)
