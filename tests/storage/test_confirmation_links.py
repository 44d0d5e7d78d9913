"""A link is found by the hash of what it says, and is used once; the used one stays."""

from __future__ import annotations

from datetime import timedelta

from clew.services.recognition.assuring import load_identity
from clew.storage import schema
from tests.services.recognition.people import People
from tests.services.recognition.test_confirming import identity_of
from tests.services.world import WORKSPACE, World

FIRST, SECOND, LATE = b"1" * 32, b"2" * 32, b"3" * 32
DAY = timedelta(days=1)


async def test_of_the_links_of_an_address_one_is_used_and_stays(each_world: World) -> None:
    people, now = People(each_world), each_world.clock.now()
    judit, other = await people.write("Judit"), await people.write("Jutka")
    mine, theirs = await identity_of(people, judit), await identity_of(people, other)

    async with each_world.deps.store.write() as tx:
        _, one = await load_identity(WORKSPACE, judit.contact_id, mine, tx)
        _, two = await load_identity(WORKSPACE, other.contact_id, theirs, tx)
        links = tx.confirmation_links
        await links.add(one, FIRST, asked_by="Anna", expires_at=now + DAY)
        await links.add(one, SECOND, asked_by="Anna", expires_at=now + DAY)
        await links.add(two, LATE, asked_by="Anna", expires_at=now)
        found = await links.find(FIRST)
        assert found is not None
        uses = [await links.use(found, FIRST, now) for _ in range(2)]
        await links.forget_old(now + DAY)
        used, voided, late = [await links.find(each) for each in (FIRST, SECOND, LATE)]

    assert (found.identity, found.asked_by, found.used_at) == (one, "Anna", None)
    assert uses == [True, False]
    assert used is not None
    assert used.used_at == now
    assert (voided, late) == (None, None)
    assert len(await people.rows(schema.confirmation_links)) == 1
