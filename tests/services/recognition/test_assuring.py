"""An address that is sure is sure for everybody who looks, and says who is the same person."""

from __future__ import annotations

import pytest

from clew.domain.contact import Assurance
from clew.domain.errors import NotFound
from clew.domain.ids import ContactId, IdentityId, WorkspaceId
from clew.services.recognition.assuring import assure, load_identity, note_alike
from clew.storage import schema
from tests.builders import an_id
from tests.services.recognition.people import People
from tests.services.recognition.test_confirming import identity_of, the_same_number_elsewhere
from tests.services.recognition.test_keeping import contact_of
from tests.services.world import WORKSPACE, World


async def test_an_address_is_found_with_its_contact_only(world: World) -> None:
    people, store = People(world), world.deps.store
    judit, other = await people.write("Judit"), await people.write("Jutka")
    whose = await identity_of(people, judit)

    async with store.write() as tx:
        party, identity = await load_identity(WORKSPACE, judit.contact_id, whose, tx)
        wrong: list[tuple[WorkspaceId, ContactId, IdentityId]] = [
            (WORKSPACE, other.contact_id, whose),
            (WORKSPACE, judit.contact_id, IdentityId(an_id(99))),
            (WorkspaceId(an_id(98)), judit.contact_id, whose),
        ]
        for each in wrong:
            with pytest.raises(NotFound):
                await load_identity(*each, tx)

    assert (party.contact.id, identity.id) == (judit.contact_id, whose)


async def test_what_is_sure_is_told_to_whoever_looks(world: World) -> None:
    people, deps = People(world), world.deps
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await the_same_number_elsewhere(people, "Judit", other)
    whose = await identity_of(people, judit)

    async with deps.store.write() as tx:
        party, identity = await load_identity(WORKSPACE, judit.contact_id, whose, tx)
        await assure(identity, Assurance.VERIFIED, party, None, tx=tx, deps=deps)
        await note_alike(identity, party, tx=tx, deps=deps)

    assert (await contact_of(world, judit.contact_id)).confidence == "confirmed"
    [pair] = await people.rows(schema.contact_pairs)
    assert {pair["one_id"], pair["other_id"]} == {judit.contact_id, other.contact_id}
    assert "'assurance': 'verified'" in str((await people.log())[-1])
