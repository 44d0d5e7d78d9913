"""Old ids lead to who somebody is now."""

from __future__ import annotations

from clew.domain.ids import ContactId
from tests.builders import an_id
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_a_chain_leads_to_its_end(each_world: World) -> None:
    people = People(each_world)
    one, two, three = [await people.write(name) for name in ("One", "Two", "Three")]
    await people.merge(two, one)
    await people.merge(three, two)

    async with each_world.deps.store.write() as tx:
        found = [
            await tx.contact(WORKSPACE, contact_id)
            for contact_id in (one.contact_id, two.contact_id, three.contact_id)
        ]
        talk = await tx.conversation(WORKSPACE, one.conversation_id)
        nobody = await tx.contact(WORKSPACE, ContactId(an_id(5)))

    assert {contact.id for contact in found if contact} == {three.contact_id}
    assert talk is not None
    assert talk.id == three.conversation_id
    assert nobody is None
