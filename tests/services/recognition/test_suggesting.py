"""Who is said not to be the same person is not suggested again."""

from __future__ import annotations

import pytest

from clew.domain.errors import NotFound
from clew.services.recognition.suggesting import dismiss
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
