"""Who is said not to be the same person is not suggested again."""

from __future__ import annotations

import pytest

from clew.domain.errors import NotFound
from clew.services.recognition.suggesting import dismiss, suggest_again
from clew.storage import schema
from tests.services.recognition.people import People
from tests.services.world import World


async def test_who_said_that_two_are_not_one_is_written_down(world: World) -> None:
    people = People(world)
    judit, other = await people.write("Judit"), await people.write("Jutka")

    await dismiss(judit.contact_id, other.contact_id, asker=world.asker, deps=world.deps)

    [row] = await people.rows(schema.contact_pairs)
    assert (row["state"], row["by_name"]) == ("dismissed", "Anna")


async def test_who_is_one_already_cannot_be_dismissed(world: World) -> None:
    people = People(world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    await people.merge(judit, other)

    with pytest.raises(NotFound):
        await dismiss(judit.contact_id, other.contact_id, asker=world.asker, deps=world.deps)


async def test_what_was_dismissed_can_be_taken_back(each_world: World) -> None:
    people = People(each_world)
    judit, other = await people.write("Judit"), await people.write("Jutka")
    both = (judit.contact_id, other.contact_id)
    asking = {"asker": each_world.asker, "deps": each_world.deps}
    await dismiss(*both, **asking)  # type: ignore[arg-type]

    await suggest_again(other.contact_id, judit.contact_id, **asking)  # type: ignore[arg-type]

    assert await people.rows(schema.contact_pairs) == []
