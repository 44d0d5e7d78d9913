"""Who was joined with whom stays known to both, also after they were parted."""

from __future__ import annotations

from tests.services.recognition.people import People
from tests.services.world import WORKSPACE, World


async def test_both_remember_that_they_were_one(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    merge_id = await people.merge(judit, other)
    async with each_world.deps.store.read() as reader:
        [joined] = await reader.dossiers.merges(WORKSPACE, other.contact_id)
    await people.part(judit, merge_id)
    await people.merge(judit, other)

    async with each_world.deps.store.read() as reader:
        found = await reader.dossiers.merges(WORKSPACE, judit.contact_id)
        active = await reader.contact(WORKSPACE, judit.contact_id)

    assert (joined.contact.name, joined.by, joined.undone_at) == ("Jutka", "Anna", None)
    assert [bool(one.undone_at) for one in found] == [False, True]
    assert found[1].undone_by == "Anna"
    assert active is not None
    assert len(active.merges) == 1


async def test_whoever_left_sees_whom_they_left(world: World) -> None:
    people = People(world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await people.part(judit, await people.merge(judit, other))

    async with world.deps.store.read() as reader:
        [one] = await reader.dossiers.merges(WORKSPACE, other.contact_id)

    assert one.contact.name == "Judit"
