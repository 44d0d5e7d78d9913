"""What is kept about a contact is taken out with them."""

from __future__ import annotations

from clew.domain.consent import Purpose
from clew.domain.ids import IdentityId
from clew.services.recognition.confirming import confirm_identity
from clew.services.recognition.consenting import AddConsent, add_consent
from clew.services.recognition.keeping import SetField, set_field
from clew.storage import schema
from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World

SECRET = "44051401359"


async def test_nothing_of_an_erased_contact_is_left_in_words(each_world: World) -> None:
    people, asker, deps = People(each_world), each_world.asker, each_world.deps
    judit, other = await people.write("Judit"), await people.write("Jutka")
    for case in (judit, other):
        field = SetField(name="PESEL", value=SECRET, is_sensitive=True)
        await set_field(case.contact_id, field, asker=asker, deps=deps)
    consent = AddConsent(
        contact_id=other.contact_id, purpose=Purpose.SURVEYS, is_given=True, how=SECRET
    )
    await add_consent(consent, asker=asker, deps=deps)
    await people.merge(judit, other)
    [row, *_] = await people.rows(schema.identities)
    await confirm_identity(judit.contact_id, IdentityId(row["id"]), SECRET, asker=asker, deps=deps)

    async with deps.store.write() as tx:
        await tx.dossiers.erase(WORKSPACE, judit.contact_id)

    for table in (schema.contacts, schema.merges, schema.consents, schema.confirmations):
        rows = str(await people.rows(table))
        assert SECRET not in rows
        assert rows != "[]"
    assert "Jutka" not in str(await people.rows(schema.contacts))
    assert await people.audit() == {}


async def test_it_is_known_since_when_a_contact_is_another_one(each_world: World) -> None:
    people, deps = People(each_world), each_world.deps
    judit, other = await people.write("Judit"), await people.write("Jutka")
    async with deps.store.read() as reader:
        before = await reader.seq(WORKSPACE)

    await people.merge(judit, other)

    async with deps.store.read() as reader:
        now = await reader.seq(WORKSPACE)
        since = [
            await reader.dossiers.has_changed_hands(WORKSPACE, judit.conversation_id, seq)
            for seq in (before, now)
        ]
    assert since == [True, False]
